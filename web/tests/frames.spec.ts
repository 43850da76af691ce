import {expect, test} from './fixture';
import {numberedVideo, seen} from './numbered';

const RATES = [
  {name: 'pal', rate: '25', num: 25, den: 1},
  {name: 'ntsc', rate: '30000/1001', num: 30000, den: 1001},
];

for (const {name, rate} of RATES) {
  test(`the picture shown is the one meant, 200 of 200 at ${rate}`, async ({page}) => {
    const frames = 1000;
    const id = await numberedVideo(name, {frames, rate, timecode: '10:00:00:00'});
    await page.goto(`/en/videos/${id}`);
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
