// One origin for pages and API on a laptop, as CloudFront makes it on AWS (docs/decisions, one origin). It rewrites nothing: files,
// the headers of headers.json, one shell a language, and /v1/* piped to the gateway as it came.
//   node tools/serve.mjs SITE GATEWAY BUCKET PORT LANGUAGE
// SITE is what tools/site.mjs wrote, GATEWAY the API's own address, BUCKET the origin that signed links of pictures lead to, LANGUAGE
// the portal's own.
import {createReadStream, readFileSync, statSync} from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};
const LANGUAGES = ['fr', 'en', 'uk'];
// Those of one connection only, which no intermediary hands on (RFC 9110, 7.6.1).
const OF_A_CONNECTION = ['connection', 'http2-settings', 'keep-alive', 'proxy-connection', 'te', 'upgrade'];

/** A server that is not listening yet. */
export function server({site, gateway, bucket, language = 'en'}) {
  const root = path.resolve(site);
  const fixed = Object.entries(
    JSON.parse(readFileSync(new URL('../headers.json', import.meta.url), 'utf8')),
  ).map(([name, value]) => [name, value.replaceAll('{bucket}', bucket)]);
  // No connection is used twice towards the gateway: one that it closes just then would lose a request.
  const agent = new http.Agent({maxSockets: 64});

  // Longer than clients keep theirs (Java 30 s), for the same reason.
  return http.createServer({keepAliveTimeout: 75_000}, (request, response) => {
    // Not by URL, for which //x/ is another host.
    const [pathname] = request.url.split('?');
    if (pathname === '/v1' || pathname.startsWith('/v1/')) return pipe(request, response);
    for (const [name, value] of fixed) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return end(response, 405);
    }
    if (pathname === '/') {
      response.setHeader('Location', `/${preferred(request.headers['accept-language'], language)}/`);
      response.setHeader('Cache-Control', 'no-cache');
      response.setHeader('Vary', 'Accept-Language');
      return end(response, 302);
    }
    const [, first, ...rest] = pathname.split('/');
    const shell = LANGUAGES.includes(first) && !rest.join('/').includes('.');
    return file(request, response, shell ? `/${first}/index.html` : pathname);
  });

  function pipe(request, response) {
    const target = new URL(gateway + request.url);
    const headers = {...request.headers, host: target.host};
    for (const name of OF_A_CONNECTION) delete headers[name];
    const asked = http.request(target, {agent, method: request.method, headers}, (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    asked.on('error', () => (response.headersSent ? response.destroy() : end(response, 502)));
    request.on('error', () => asked.destroy());
    response.on('close', () => asked.destroy());
    request.pipe(asked);
  }

  function file(request, response, pathname) {
    let name;
    let found;
    try {
      name = path.join(root, decodeURIComponent(pathname));
      // What leads out of the site, and what no file can be called, is not looked at.
      if (name.startsWith(root + path.sep)) found = statSync(name, {throwIfNoEntry: false});
    } catch {
      return end(response, 404);
    }
    if (!found?.isFile()) return end(response, 404);
    const packed =
      /\bbr\b/.test(request.headers['accept-encoding'] ?? '') &&
      statSync(`${name}.br`, {throwIfNoEntry: false});
    response.setHeader('Content-Type', TYPES[path.extname(name)] ?? 'application/octet-stream');
    response.setHeader(
      'Cache-Control',
      pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    response.setHeader('Vary', 'Accept-Encoding');
    if (packed) response.setHeader('Content-Encoding', 'br');
    response.setHeader('Content-Length', (packed || found).size);
    response.writeHead(200);
    if (request.method === 'HEAD') return response.end();
    return createReadStream(packed ? `${name}.br` : name).pipe(response);
  }
}

function end(response, status) {
  response.writeHead(status, {'Content-Length': 0});
  response.end();
}

/** The first of our languages that an `Accept-Language` asks for (RFC 9110, 12.5.4), else the portal's own. */
export function preferred(header = '', otherwise = 'en') {
  const ranges = header
    .split(',')
    .map((range) => {
      const [tag, ...parameters] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      return {language: tag.split('-')[0], q: q ? Number(q.slice(2)) : 1};
    })
    .filter(({language, q}) => LANGUAGES.includes(language) && q > 0 && q <= 1)
    .sort((a, b) => b.q - a.q);
  return ranges[0]?.language ?? otherwise;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [site, gateway, bucket, port, language] = process.argv.slice(2);
  server({site, gateway, bucket, language}).listen(Number(port), 'localhost', () =>
    console.log(`http://localhost:${port}`),
  );
}
