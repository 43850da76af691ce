// @vitest-environment node
import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {brotliDecompressSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {compress, pack} from './compress.mjs';
import {preferred, server} from './serve.mjs';

interface Got {
  status: number;
  headers: http.IncomingHttpHeaders;
  raw: string[];
  body: Buffer;
}

const BUCKET = 'https://bucket.example';
let port = 0;
let gatewayPort = 0;
let asked: {url: string; headers: http.IncomingHttpHeaders; body: string}[] = [];
let left = 0;
const servers: http.Server[] = [];

const listen = async (one: http.Server): Promise<number> => {
  servers.push(one);
  await new Promise<void>((done) => one.listen(0, 'localhost', done));
  return (one.address() as AddressInfo).port;
};

beforeAll(async () => {
  const site = mkdtempSync(path.join(tmpdir(), 'clipdesk-site-'));
  for (const language of ['fr', 'en', 'uk']) {
    mkdirSync(path.join(site, language));
    writeFileSync(path.join(site, language, 'index.html'), `<html lang="${language}">`);
    pack(path.join(site, language, 'index.html'));
  }
  mkdirSync(path.join(site, 'assets'));
  writeFileSync(path.join(site, 'assets', 'a-1.js'), 'export default 1;'.repeat(50));
  writeFileSync(path.join(path.dirname(site), 'secret.txt'), 'secret');
  compress(site);
  // In the gateway's place: says what it was asked, with two cookies; one path never answers.
  const gateway = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => asked.push({url: request.url ?? '', headers: request.headers, body}));
    response.on('close', () => {
      if (!response.writableEnded) left++;
    });
    if (request.url?.endsWith('/slow')) return;
    response.writeHead(418, [
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
      ['X-Odd', 'as it came'],
    ] as unknown as string[]);
    response.end('{"from":"gateway"}');
  });
  gatewayPort = await listen(gateway);
  port = await listen(server({site, gateway: `http://localhost:${gatewayPort}/live`, bucket: BUCKET}));
});

afterAll(() => {
  for (const one of servers) {
    one.closeAllConnections();
    one.close();
  }
});

function get(url: string, options: http.RequestOptions & {send?: string; at?: number} = {}): Promise<Got> {
  return new Promise((done, failed) => {
    const {send, at = port, ...rest} = options;
    const request = http.request({port: at, host: 'localhost', path: url, ...rest}, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          raw: response.rawHeaders,
          body: Buffer.concat(chunks),
        }),
      );
    });
    request.on('error', failed);
    request.end(send);
  });
}

describe('files', () => {
  it('are served with their type, cache and every header of headers.json', async () => {
    const {status, headers, body} = await get('/assets/a-1.js');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(body.toString()).toContain('export default 1;');
    const fixed = JSON.parse(readFileSync(new URL('../headers.json', import.meta.url), 'utf8'));
    for (const [name, value] of Object.entries(fixed))
      expect(headers[name.toLowerCase()]).toBe((value as string).replaceAll('{bucket}', BUCKET));
  });

  it('are packed for whoever takes that', async () => {
    const {headers, body} = await get('/assets/a-1.js', {headers: {'Accept-Encoding': 'gzip, br'}});
    expect(headers['content-encoding']).toBe('br');
    expect(headers.vary).toContain('Accept-Encoding');
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(brotliDecompressSync(body).toString()).toContain('export default 1;');
  });

  it('are told of by HEAD without a body', async () => {
    const {status, headers, body} = await get('/assets/a-1.js', {method: 'HEAD'});
    expect([status, body.length]).toEqual([200, 0]);
    expect(Number(headers['content-length'])).toBe(17 * 50);
  });

  it('outside the site, or nowhere, are not found', async () => {
    for (const url of [
      '/secret.txt',
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/fr/../../secret.txt',
      '/%',
      '/%00',
      '/assets/',
      '/assets/none.js',
      '/fr/x.php',
      '/de/',
      '//fr',
    ])
      expect((await get(url)).status, url).toBe(404);
  });

  it('are only read', async () => {
    const {status, headers} = await get('/fr/', {method: 'POST', send: 'x'});
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('shells', () => {
  it.each(['fr', 'en', 'uk'])('of %s stand for every path below it', async (language) => {
    for (const page of ['', 'videos', 'videos/a-b?t=1,2.5', 'sign-up/code']) {
      const {status, headers, body} = await get(`/${language}/${page}`);
      expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(body.toString()).toBe(`<html lang="${language}">`);
    }
  });

  it('are packed, too', async () => {
    const {headers, body} = await get('/uk/videos', {headers: {'Accept-Encoding': 'br'}});
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(brotliDecompressSync(body).toString()).toBe('<html lang="uk">');
  });

  it('are chosen at the root by what the browser asks for', async () => {
    const {status, headers} = await get('/', {headers: {'Accept-Language': 'de, uk-UA;q=0.8, en;q=0.5'}});
    expect([status, headers.location, headers.vary]).toEqual([302, '/uk/', 'Accept-Language']);
  });

  it.each(['fr', 'en', 'uk'])('are else those of the portal’s own language, %s', async (language) => {
    const own = server({site: '.', gateway: 'http://localhost:9', bucket: BUCKET, language});
    const at = await listen(own);
    for (const header of ['', 'de, ru'])
      expect((await get('/', {at, headers: {'Accept-Language': header}})).headers.location).toBe(
        `/${language}/`,
      );
  });

  it.each([
    ['', 'uk'],
    ['de, ru', 'uk'],
    ['en;q=0', 'uk'],
    ['en;q=0.1, uk;q=0.2', 'uk'],
    ['EN-gb', 'en'],
    [';;;,,q=', 'uk'],
  ])('%j means %s', (header, language) => {
    expect(preferred(header, 'uk')).toBe(language);
  });
});

describe('the API', () => {
  it('is handed on as it came, and answers as it is, with every cookie', async () => {
    asked = [];
    const sent = {
      method: 'POST',
      send: '{"a":"ї"}',
      headers: {Cookie: 'c=3', 'Content-Type': 'application/json'},
    };
    const {status, headers, raw, body} = await get('/v1/x%2Fy?z=%20', sent);
    expect([status, body.toString()]).toEqual([418, '{"from":"gateway"}']);
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(raw).toContain('X-Odd');
    expect(headers['content-security-policy']).toBeUndefined();
    expect(asked[0]).toMatchObject({url: '/live/v1/x%2Fy?z=%20', body: '{"a":"ї"}'});
    expect(asked[0]?.headers).toMatchObject({cookie: 'c=3', 'content-type': 'application/json'});
  });

  it('that is down is 502', async () => {
    const closed = http.createServer();
    const nobody = await listen(closed);
    await new Promise((done) => closed.close(done));
    const at = await listen(server({site: '.', gateway: `http://localhost:${nobody}`, bucket: BUCKET}));
    expect((await get('/v1/health', {at})).status).toBe(502);
  });

  it('hears it when whoever asked has gone', async () => {
    const before = left;
    const request = http.get({port, host: 'localhost', path: '/v1/slow'});
    request.on('error', () => undefined);
    await expect.poll(() => asked.some(({url}) => url === '/live/v1/slow')).toBe(true);
    request.destroy();
    await expect.poll(() => left).toBe(before + 1);
    expect((await get('/v1/health')).status).toBe(418);
  });
});
