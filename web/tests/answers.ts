import {expect, type Page, type Route} from '@playwright/test';

/** Answers that the network between gives in place of the API: for what a journey cannot bring about, and lists that never change. */

const id = (at: number) => String(at).padStart(40, '0');

/** A refusal of the API. */
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

const rate = {num: 25, den: 1};
const RANGE = {
  in: {ms: 4480, frame: 112},
  out: {ms: 6000, frame: 150},
  frameRate: rate,
  frames: 38,
  durationMs: 1520,
};

/** A clip of that state, asked for of a video. */
export const clip = (at: number, videoId: string, some: object) => ({
  clipId: id(at),
  videoId,
  masterVersion: '0123456789abcdef',
  profile: 'exact',
  tracks: ['v1', 'a1', 'a2'],
  range: RANGE,
  askedAt: '2026-02-12T10:00:00.000Z',
  ...some,
});

/** One clip of each kind: with a report, a name in another direction, percents, a failure to be tried again and one for good. */
export const clips = (videoId: string) => [
  clip(1, videoId, {
    status: 'ready',
    label: 'Arctic <b>statement</b> \u202eturned',
    file: {name: 'clip.mp4', sizeBytes: 5_400_000, contentType: 'video/mp4', etag: 'e'},
    report: {
      asked: {inFrame: 112, outFrame: 150},
      actual: {in: {frame: 112}, out: {frame: 150}},
      frames: {total: 38, copied: 25, headReencoded: 13, tailReencoded: 0},
      audio: [
        {track: 'a1', sampleRate: 48_000, offsetSamples: 0},
        {track: 'a2', sampleRate: 48_000, offsetSamples: 0},
      ],
      checksum: {algorithm: 'CRC32', value: 'aGVsbG8='},
      timingMs: {copying: 1400},
    },
  }),
  clip(2, videoId, {status: 'queued'}),
  clip(3, videoId, {
    status: 'cutting',
    progress: {phase: 'copying', percent: 40, updatedAt: '2026-02-12T10:00:00Z'},
  }),
  clip(4, videoId, {status: 'failed', error: {code: 'stalled', retryable: true}, retryable: true}),
  clip(5, videoId, {
    status: 'failed',
    error: {code: 'unsupported-source', retryable: false},
    retryable: false,
  }),
];

const ticket = (at: number, state: string, expiresAt: string, file: object) => ({
  ref: String(at).padStart(16, '0'),
  createdAt: '2026-02-12T10:00:00.000Z',
  expiresAt,
  state,
  uses: at,
  files: [{name: `press-conference-${at}.mp4`, sizeBytes: 5_400_000_000, ...file}],
});

/** A ticket of each state. */
export const downloads = (videoId: string) => [
  ticket(0, 'active', '2999-02-19T15:03:00.000Z', {videoId, rendition: 'master'}),
  ticket(1, 'expired', '2026-02-19T15:03:00.000Z', {videoId, clipId: id(1)}),
  ticket(2, 'revoked', '2026-02-19T15:03:00.000Z', {videoId, rendition: 'master'}),
];

/** What is asked for by `path` is answered so. */
export const answers = (page: Page, path: string | RegExp, answer: (route: Route) => object) =>
  page.route(path, (route) => route.fulfill(answer(route)));

/** A place where requests wait until one lets the last of them go. */
export function hold() {
  let go = () => {};
  const held = {
    asked: 0,
    wait: () => {
      held.asked++;
      return new Promise<void>((done) => {
        go = done;
      });
    },
    // What is pressed is busy before its request is on its way.
    letGo: async (what?: string) => {
      await expect.poll(() => held.asked, what).toBeGreaterThan(0);
      go();
    },
  };
  return held;
}
