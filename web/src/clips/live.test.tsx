import {act, cleanup, render, screen} from '@testing-library/preact';
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import {speak} from '../i18n';
import {type Clip, useLive} from './clips';
import {Announced, Progress} from './state';

vi.mock('../api/session', () => ({accessToken: async () => 'token', renew: async () => 'token'}));

const clip = (status: Clip['status'], some: Partial<Clip> = {}) =>
  ({clipId: 'a'.repeat(40), videoId: 'v', status, label: 'Arctic', ...some}) as Clip;
const asked = [clip('queued')];

let answers: [Clip, string?][] = [];
let questions = 0;
let slow = 0;

beforeAll(() => speak('ui', 'problem', 'clip'));
beforeEach(() => {
  vi.useFakeTimers();
  questions = 0;
  slow = 0;
  vi.stubGlobal('fetch', async () => {
    questions++;
    if (slow) await new Promise((done) => setTimeout(done, slow));
    const [one, wait] = answers.shift() ?? [];
    if (!one) return new Response('{"code":"unavailable"}', {status: 503, headers: {'Retry-After': '7'}});
    return new Response(JSON.stringify({clips: [one]}), {
      headers: {'Content-Type': 'application/json', ...(wait && {'Retry-After': wait})},
    });
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Page() {
  const {clips} = useLive(asked);
  return (
    <>
      <Announced clips={clips} name={({label}) => label ?? ''} />
      {clips.map((one) => (
        <Progress key={one.clipId} clip={one} name="Arctic" />
      ))}
    </>
  );
}

const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const said = () => screen.getByRole('status').textContent;

describe('clips on show', () => {
  it('are asked for as the API says, said once a state, and no more once they are done', async () => {
    const cutting = (percent: number) =>
      clip('cutting', {progress: {phase: 'copying', percent, updatedAt: '2026-01-01T00:00:00.000Z'}});
    answers = [[cutting(10), '2'], [cutting(40), '5'], [clip('ready')]];
    render(<Page />);
    expect(said()).toBe('');
    await pass(2000);
    expect(said()).toBe('Arctic\u00a0: En préparation');
    expect(document.body.textContent).toContain('Copie des images\u00a0: 10\u00a0%');
    await pass(2000);
    expect(document.body.textContent).toContain('40\u00a0%');
    await pass(4900);
    expect(questions).toBe(2);
    await pass(200);
    expect(said()).toBe('Arctic\u00a0: Prêt');
    await pass(60_000);
    expect(questions).toBe(3);
  });

  it('are asked for every two seconds however long answers take, and no more than half the time', async () => {
    const [first, second] = [clip('cutting'), clip('cutting')];
    answers = [
      [first, '2'],
      [second, '2'],
      [second, '2'],
    ];
    slow = 800;
    render(<Page />);
    await pass(2000);
    expect(questions).toBe(1);
    await pass(1990);
    expect(questions).toBe(1);
    slow = 5000;
    await pass(20);
    expect(questions).toBe(2);
    await pass(5950);
    expect(questions).toBe(2);
    await pass(100);
    expect(questions).toBe(3);
  });

  it('are asked for again after a fault, when the answer says', async () => {
    answers = [];
    render(<Page />);
    await pass(2000);
    expect(questions).toBe(1);
    await pass(6900);
    expect(questions).toBe(1);
    answers = [[clip('ready')]];
    await pass(200);
    expect(said()).toBe('Arctic\u00a0: Prêt');
  });

  it('are asked for seldom in a tab that nobody looks at, and at once when somebody does', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    answers = [[clip('ready')]];
    render(<Page />);
    await pass(14_000);
    expect(questions).toBe(0);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(1);
    expect(questions).toBe(1);
    hidden.mockRestore();
  });

  it('are asked for all of them, twenty at a time', async () => {
    const many = Array.from({length: 45}, (_, at) => clip('queued', {clipId: `clip-${at}`}));
    const groups: number[] = [];
    vi.stubGlobal('fetch', async ({url}: Request) => {
      const ids = new URL(url).searchParams.get('ids')?.split(',') ?? [];
      groups.push(ids.length);
      return new Response(JSON.stringify({clips: ids.map((clipId) => clip('ready', {clipId}))}));
    });
    function Many() {
      const {clips} = useLive(many);
      return <p>{clips.filter(({status}) => status === 'ready').length} ready</p>;
    }
    render(<Many />);
    await pass(2000);
    expect(groups).toEqual([20, 20, 5]);
    expect(screen.getByText('45 ready')).toBeTruthy();
    await pass(60_000);
    expect(groups).toHaveLength(3);
  });
});
