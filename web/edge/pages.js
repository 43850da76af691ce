// CloudFront, viewer request of all but /v1/*: what a path means. template.yaml holds it as well (docs/decisions/0047), and puts
// the portal's own language in; journeys/template/test_edge.py compares the two and runs this. Runtime: cloudfront-js-2.0.
const LANGUAGES = ['fr', 'en', 'uk'];
const OTHERWISE = '${DefaultLanguage}';
const NOT_FOUND =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>404</title><h1>404</h1>' +
  '<p><a href="/fr/" lang="fr">Page introuvable</a></p><p><a href="/en/">Page not found</a></p>' +
  '<p><a href="/uk/" lang="uk">&#1057;&#1090;&#1086;&#1088;&#1110;&#1085;&#1082;&#1091; &#1085;&#1077; &#1079;&#1085;&#1072;&#1081;&#1076;&#1077;&#1085;&#1086;</a></p>';

function handler(event) {
  const request = event.request;
  if (request.uri === '/') return start(request.headers['accept-language']);
  // A file, there or not: S3 knows.
  if (request.uri.includes('.')) return request;
  const language = request.uri.split('/')[1];
  if (!LANGUAGES.includes(language)) return notFound();
  request.uri = '/' + language + '/index.html';
  return request;
}

function start(accepted) {
  const location = {value: '/' + preferred(accepted ? accepted.value : '') + '/'};
  const headers = {
    location: location,
    'cache-control': {value: 'no-cache'},
    vary: {value: 'Accept-Language'},
  };
  return {statusCode: 302, statusDescription: 'Found', headers: headers};
}

function notFound() {
  const headers = {'content-type': {value: 'text/html; charset=utf-8'}, 'cache-control': {value: 'no-cache'}};
  return {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: headers,
    body: {encoding: 'text', data: NOT_FOUND},
  };
}

// The first of our languages that is asked for (RFC 9110, 12.5.4), never Ukrainian for Russian; else the portal's own.
function preferred(accepted) {
  let best = OTHERWISE;
  let most = 0;
  for (const range of accepted.toLowerCase().split(',')) {
    const parts = range.split(';').map((part) => part.trim());
    const language = parts[0].split('-')[0];
    const weight = parts.find((part) => part.startsWith('q='));
    const quality = weight ? Number(weight.slice(2)) : 1;
    if (LANGUAGES.includes(language) && quality > most && quality <= 1) {
      best = language;
      most = quality;
    }
  }
  return best;
}
