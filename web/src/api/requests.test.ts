import {beforeEach, describe, expect, it, vi} from 'vitest';
import {ask} from './client';
import {Problem} from './problem';
import {requests} from './requests';

const asked: Request[] = [];
let answer: () => Response;
const api = requests({'Accept-Language': 'uk'}, async (request) => {
  asked.push(request);
  return answer();
});
const json = (status: number, text: string) => () =>
  new Response(text, {status, headers: {'Content-Type': 'application/json'}});

beforeEach(() => {
  asked.length = 0;
  answer = json(200, '{"items":[]}');
});

describe('a question', () => {
  it('fills path and query with what needs escaping, and leaves out what is not said', async () => {
    await api.GET('/v1/videos/{videoId}', {
      params: {path: {videoId: 'a/b?'}, query: {lang: undefined, other: 'á &,'} as object},
    });
    expect(asked[0]?.method).toBe('GET');
    expect(asked[0]?.url).toBe(`${location.origin}/v1/videos/a%2Fb%3F?other=%C3%A1%20%26%2C`);
    expect(asked[0]?.headers.get('Accept-Language')).toBe('uk');
    expect(asked[0]?.headers.has('Content-Type')).toBe(false);
  });

  it('sends a body as JSON, with the headers of its operation', async () => {
    const body = {items: [{clipId: 'c'}], termsVersion: '1'};
    await api.POST('/v1/downloads', {params: {header: {'Idempotency-Key': 'key'}}, body});
    const [sent] = asked;
    expect(await sent?.json()).toEqual(body);
    expect(sent?.headers.get('Content-Type')).toBe('application/json');
    expect(sent?.headers.get('Idempotency-Key')).toBe('key');
  });

  it('sends what is no JSON under the type that is told', async () => {
    const options = {body: 'as it is', bodySerializer: String, headers: {'Content-Type': 'text/plain'}};
    await api.PUT('/v1/me/email' as '/v1/me/password', options as never);
    expect(await asked[0]?.text()).toBe('as it is');
    expect(asked[0]?.headers.get('Content-Type')).toBe('text/plain');
  });
});

describe('an answer', () => {
  const read = () => ask(api.GET('/v1/events'));

  it('is data, or nothing where it has no body', async () => {
    expect((await read()).data).toEqual({items: []});
    answer = () => new Response(null, {status: 204});
    expect(await read()).toMatchObject({data: undefined, status: 204});
  });

  it('is a file where one is asked for', async () => {
    answer = () => new Response('WEBVTT');
    const {data} = await ask(api.GET('/v1/events', {parseAs: 'blob'}));
    expect(await (data as unknown as Blob).text()).toBe('WEBVTT');
  });

  it('is a problem with its code, or by its status where it is none of ours', async () => {
    answer = json(404, '{"code":"not-found"}');
    await expect(read()).rejects.toMatchObject({code: 'not-found', status: 404});
    answer = () => new Response('<html>', {status: 502});
    await expect(read()).rejects.toMatchObject({code: 'unavailable', status: 502});
  });

  it('that is cut off is lost', async () => {
    vi.stubGlobal('navigator', {onLine: true});
    answer = json(200, '{"items":[');
    await expect(read()).rejects.toMatchObject({code: 'unreachable'});
    await expect(read()).rejects.toBeInstanceOf(Problem);
    vi.unstubAllGlobals();
  });
});
