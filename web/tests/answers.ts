/** A refusal of the API that the network between gives in its place. */
export const problem = (status: number, code: string, members: object = {}, headers = {}) => ({
  status,
  contentType: 'application/problem+json',
  headers,
  json: {
    type: `urn:clipdesk:problem:${code}`,
    code,
    title: 'A title that no page shows',
    status,
    instance: '/',
    traceId: '0123456789abcdef',
    ...members,
  },
});
