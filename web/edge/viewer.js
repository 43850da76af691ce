// CloudFront, viewer request of /v1/*: who calls, in place of whatever they say (docs/decisions/0046). In template.yaml as well.
function handler(event) {
  event.request.headers['x-clipdesk-viewer'] = {value: event.viewer.ip};
  return event.request;
}
