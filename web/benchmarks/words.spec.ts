import type {CDPSession} from '@playwright/test';
import {editor} from '../tests/editors';
import {expect, type Page, test} from '../tests/fixture';
import {type Heard, putText, putWords} from '../tests/spoken';
import {screened} from '../tests/uploads';

// On a processor of a quarter. The machines are shared: held is the work of the page's own thread until in and out are painted, which is
// the time that it takes where nobody else has the processor; the time itself is printed beside it.
const AIM = 100;
const SLOWER = 4;
// Of seventeen each, as sentences are that are spoken.
const WORDS = 6_001;
const PER_SENTENCE = 17;
const SELECTIONS = 15;

test('words that are selected are in and out at once', async ({page}) => {
  test.slow();
  const id = `perf-words-${Date.now().toString(36)}`;
  const who = await editor();
  await screened(id, 'hours', {languages: ['en'], audio: []});
  const words = Array.from({length: WORDS}, (_, at) => `word${at}`);
  const sentences = Array.from({length: WORDS / PER_SENTENCE}, (_, at) =>
    `${words.slice(at * PER_SENTENCE, (at + 1) * PER_SENTENCE).join(' ')}.`.replace('word', 'Word'),
  );
  const tag = await putText(id, 'en', sentences.join('\n'), who);
  const heard = words.map((word, at): Heard => [word, 1_000 + 500 * at]);
  await putWords(id, 'en', heard, who, tag);

  await page.goto(`/en/videos/${id}`);
  const pane = page.getByRole('region', {name: 'Transcript'});
  await expect(pane.locator('.said__text').last()).toContainText(`word${WORDS - 1}`);
  const nodes = await pane.locator('*').count();
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', {timeDomain: 'threadTicks'});
  const turns = Array.from({length: SELECTIONS}, (_, at) => (at + 1) / (SELECTIONS + 2));
  const cost: number[] = [];
  for (const turn of turns) {
    await select(page, turn);
    const before = await worked(client);
    await pressed(page);
    cost.push(SLOWER * ((await worked(client)) - before));
  }
  await client.send('Emulation.setCPUThrottlingRate', {rate: SLOWER});
  const took: number[] = [];
  for (const turn of turns) {
    await select(page, turn);
    took.push(await pressed(page));
  }
  const row = {
    'to in and out': middle(took),
    'at most': Math.max(...took),
    'work of it': middle(cost),
    nodes,
  };
  // biome-ignore lint/suspicious/noConsole: the table is what one reads
  console.table({[`${WORDS} words, milliseconds`]: row});
  expect.soft(nodes, 'nodes').toBeLessThanOrEqual(2_500);
  expect.soft(row['work of it'], 'from a selection to in and out').toBeLessThanOrEqual(AIM);
});

const middle = (values: number[]) => Math.round(values.sort((a, b) => a - b)[SELECTIONS >> 1] ?? 0);

/** What the page's thread has worked so far, in milliseconds, whoever else has the processor. */
async function worked(client: CDPSession): Promise<number> {
  const {metrics} = await client.send('Performance.getMetrics');
  return 1000 * (metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0);
}

/** Selects a sentence, by its share of the text, and waits until nothing is left to do for that. */
function select(page: Page, share: number): Promise<void> {
  return page.evaluate(async (part) => {
    const texts = [...document.querySelectorAll('.said__text')].map((one) => one.firstChild as Text);
    const text = texts[Math.floor(part * texts.length)];
    if (!text) throw new Error('no text');
    getSelection()?.setBaseAndExtent(text, 1, text, text.data.length - 2);
    await new Promise((idle) => requestIdleCallback(idle));
  }, share);
}

/** From the press on the button until another edge is painted, in milliseconds. */
function pressed(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const shown = () => document.querySelector<HTMLInputElement>('#tc-in')?.value;
    const button = document.querySelector<HTMLButtonElement>('.words__pick button');
    if (!button) throw new Error('no button');
    const before = shown();
    const start = performance.now();
    button.click();
    while (shown() === before) await new Promise(requestAnimationFrame);
    // The next message is heard once this frame is painted.
    await new Promise((painted) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = painted;
      port2.postMessage('');
    });
    return performance.now() - start;
  });
}
