import {cleanup, render, screen, waitFor} from '@testing-library/preact';
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import {speak} from '../i18n';
import {TicketFiles} from './files';
import {type Item, useTickets} from './ticket';

// Signed in: how that is kept has tests of its own.
vi.mock('../api/session', () => ({accessToken: async () => 'token', renew: async () => 'token'}));

const ITEMS: Item[] = [{videoId: 'a-video', rendition: 'hd'}];
const TICKET = {
  ticket: `dt_${'a'.repeat(43)}`,
  expiresAt: new Date(Date.now() + 604_800_000).toISOString(),
  termsVersion: '2026-01',
  totalBytes: 5_540_000_000,
  files: [
    {
      href: 'https://clipdesk.example/v1/downloads/dt_a/video.mp4',
      name: 'video.mp4',
      sizeBytes: 5_540_000_000,
      contentType: 'video/mp4',
      etag: '"e"',
      sha256: 'b1c4'.repeat(16),
      videoId: 'a-video',
    },
  ],
};

interface Sent {
  key: string | null;
  body: {termsVersion: string};
}

const sent: Sent[] = [];
let answers: (() => Response)[] = [];
const json = (status: number, body: object) => () =>
  new Response(JSON.stringify(body), {status, headers: {'Content-Type': 'application/json'}});

beforeAll(() => speak('ui', 'problem', 'ticket'));
afterEach(cleanup);
beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('fetch', async (asked: Request | string) => {
    const url = typeof asked === 'string' ? asked : asked.url;
    if (url.includes('/v1/terms')) return json(200, {version: '2026-02', text: 'New terms'})();
    const request = asked as Request;
    sent.push({key: request.headers.get('Idempotency-Key'), body: await request.json()});
    const answer = answers.shift();
    if (!answer) throw new TypeError('network');
    return answer();
  });
});

function Page() {
  const tickets = useTickets('2026-01');
  return (
    <>
      <button type="button" onClick={() => tickets.get(ITEMS)}>
        Wish
      </button>
      <TicketFiles tickets={tickets} />
    </>
  );
}

const press = (name: string | RegExp) => screen.getByRole('button', {name}).click();
const link = () => screen.findByRole('link', {name: /video\.mp4/});

describe('a wish for files', () => {
  it('becomes links with size, checksum and a line for a terminal', async () => {
    answers = [json(201, TICKET)];
    render(<Page />);
    press('Wish');
    expect((await link()).getAttribute('href')).toBe(TICKET.files[0]?.href);
    expect(document.body.textContent).toContain(
      "curl -L -C - -O 'https://clipdesk.example/v1/downloads/dt_a/video.mp4'",
    );
    expect(document.body.textContent).toContain('b1c4'.repeat(16));
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H3'));
  });

  it('keeps its key when it is tried again, and another wish has another', async () => {
    answers = [json(503, {code: 'unavailable'}), json(201, TICKET), json(201, TICKET)];
    render(<Page />);
    press('Wish');
    (await screen.findByRole('button', {name: /Réessayer/})).click();
    await link();
    press('Wish');
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent[1]?.key).toBe(sent[0]?.key);
    expect(sent[2]?.key).not.toBe(sent[0]?.key);
  });

  it('makes way for new ones once its links have ended', async () => {
    const over = {...TICKET, expiresAt: new Date(Date.now() - 1000).toISOString()};
    answers = [json(201, over), json(201, TICKET)];
    render(<Page />);
    press('Wish');
    expect((await screen.findByRole('status')).textContent).toContain('Ces liens ont pris fin.');
    expect(screen.queryByRole('link')).toBeNull();
    press('Créer de nouveaux liens');
    await link();
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  it('asks for newer terms, and is another wish under them', async () => {
    answers = [json(409, {code: 'terms-outdated', currentTermsVersion: '2026-02'}), json(201, TICKET)];
    render(<Page />);
    press('Wish');
    expect(await screen.findByText('New terms')).toBeTruthy();
    press(/Accepter/);
    await link();
    expect(sent.map(({body}) => body.termsVersion)).toEqual(['2026-01', '2026-02']);
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  it('says until when a quota or an embargo holds', async () => {
    answers = [
      json(429, {
        code: 'quota-exceeded',
        quota: 'bytes-per-day',
        limit: 50e9,
        used: 50e9,
        resetsAt: '2026-02-13T00:00:00.000Z',
      }),
      json(403, {code: 'embargoed', availableAt: '2026-02-14T09:00:00.000Z'}),
    ];
    render(<Page />);
    press('Wish');
    expect((await screen.findByRole('alert')).textContent).toMatch(/50\sGo.*février 2026/);
    press('Wish');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/embargo.*14 février 2026/));
  });
});
