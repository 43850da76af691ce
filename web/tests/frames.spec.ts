import {writeFile} from 'node:fs/promises';
import {expect, type Page, test} from './fixture';
import {type Film, film, numbersIn, seen} from './media';
import {member, signIn} from './people';
import {conference, shown} from './uploads';

const RATES: {name: Film; id: () => Promise<string>}[] = [
  {name: 'pal', id: conference},
  {name: 'ntsc', id: () => shown('ntsc')},
];
/** First and last pictures: of the video's beginning, one picture alone, across groups, and up to the very last one. */
const CLIPS = [
  [0, 30],
  [500, 500],
  [112, 149],
  [960, 999],
] as const;

for (const {name, id} of RATES) {
  const {rate, frames} = film(name);

  test(`the picture shown is the one meant, 200 of 200 at ${rate}`, async ({page}) => {
    await page.goto(`/en/videos/${await id()}`);
    await expect(page.getByRole('slider', {name: 'Position'})).toBeVisible();
    await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2);
    const wanted = [0, frames - 1, ...Array.from({length: 198}, () => Math.floor(Math.random() * frames))];
    const found = await page.evaluate(shownAt, wanted);
    expect(found.shown).toEqual(wanted);
    const sorted = found.took.toSorted((a, b) => a - b);
    // biome-ignore lint/suspicious/noConsole: a measure to be read, not a bound
    console.log(`${rate}: a seek takes ${sorted[100]} ms in the median, ${sorted.at(-1)} ms at most`);
    const player = page.getByRole('region', {name: 'Player'});
    await player.focus();
    for (let press = 0; press < 8; press++) await page.keyboard.press(press < 5 ? ',' : '.');
    await expect.poll(() => seen(page, 'video')).toBe(Math.max(0, (wanted.at(-1) ?? 0) - 5) + 3);
  });

  test(`what was shown is what is in each clip, first and last picture, at ${rate}`, async ({page}) => {
    const video = await id();
    await signIn(page, await member(), `/en/videos/${video}`);
    const edges = ['In', 'Out'].map((edge) => page.getByRole('textbox', {name: `Timecode: ${edge}`}));
    for (const [at, pictures] of CLIPS.entries()) {
      if (at > 0) await page.getByRole('button', {name: 'Another clip'}).click();
      for (const [edge, canvas] of ['.edge--in canvas', '.edge--out canvas'].entries()) {
        await edges[edge]?.fill(`f${pictures[edge]}`);
        await edges[edge]?.press('Enter');
        await expect.poll(() => seen(page, canvas)).toBe(pictures[edge]);
      }
    }
    await page.getByRole('button', {name: `Request ${CLIPS.length} clips`}).click();
    await page
      .getByRole('button', {name: `Download all ${CLIPS.length} ready clips`})
      .click({timeout: 90_000});
    const delivered = await Promise.all((await fetched(page)).map(numbersIn));
    const sorted = delivered.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    expect(sorted).toEqual(
      CLIPS.toSorted(([a], [b]) => a - b).map(([first, last]) =>
        Array.from({length: last + 1 - first}, (_, picture) => first + picture),
      ),
    );
  });
}

test('of four hours the last pictures are shown, and half an hour too much is said', async ({page}) => {
  const {frames} = film('hours');
  await page.goto(`/en/videos/${await shown('hours')}?t=14390000,14400000`);
  await expect(page.getByText('4 hours').first()).toBeVisible();
  await expect.poll(() => seen(page, '.edge--in canvas')).toBe(frames - 10);
  await expect.poll(() => seen(page, '.edge--out canvas')).toBe(frames - 1);
  await expect.poll(() => seen(page, 'video')).toBe(frames - 10);
  await expect(page.getByRole('group', {name: 'Edges of the clip, enlarged'})).toContainText('03:59:59:00');
  await page.getByRole('slider', {name: 'Position'}).fill('7261');
  await expect.poll(() => seen(page, 'video')).toBe(7261);
  await expect(page.getByRole('slider', {name: 'Position'})).toHaveAttribute(
    'aria-valuetext',
    '2 hours, 1 minute',
  );
  await signIn(page, await member(), new URL(page.url()).pathname);
  await page.getByRole('textbox', {name: 'Timecode: In'}).fill('2:29:00');
  await page.getByRole('textbox', {name: 'Timecode: In'}).press('Enter');
  await page.getByRole('button', {name: 'Request 1 clip'}).click();
  await expect(page.locator('.range .error')).toContainText(/A clip is .* long at most/);
});

/** Fetches what the links of the page lead to, as a transfer outside of it does: the files that came of it. */
async function fetched(page: Page): Promise<string[]> {
  const all = page.locator('.granted__link');
  await expect(all).toHaveCount(CLIPS.length);
  return Promise.all(
    (await all.all()).map(async (link, at) => {
      const response = await fetch(await link.evaluate((one: HTMLAnchorElement) => one.href));
      expect(response.status).toBe(200);
      const file = test.info().outputPath(`clip-${at}.mp4`);
      await writeFile(file, new Uint8Array(await response.arrayBuffer()));
      return file;
    }),
  );
}

// Moves the slider as a hand does and reads the picture once the frame callback says that it is there.
async function shownAt(wanted: number[]): Promise<{shown: number[]; took: number[]}> {
  const slider = document.querySelector<HTMLInputElement>('.scrub input');
  const video = document.querySelector('video');
  const paper = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  if (!slider || !video || !paper) throw new Error('no player');
  paper.canvas.width = 320;
  paper.canvas.height = 180;
  const shown: number[] = [];
  const took: number[] = [];
  for (const frame of wanted) {
    const start = performance.now();
    const painted = new Promise<void>((done) => {
      video.requestVideoFrameCallback(() => done());
      setTimeout(done, 1000);
    });
    slider.value = String(frame);
    slider.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await painted;
    took.push(Math.round(performance.now() - start));
    paper.drawImage(video, 0, 0, 320, 180);
    const line = paper.getImageData(0, 90, 320, 1).data;
    let number = 0;
    for (let bit = 0; bit < 16; bit++) if ((line[4 * (bit * 20 + 10)] ?? 0) > 128) number |= 1 << bit;
    shown.push(number);
  }
  return {shown, took};
}
