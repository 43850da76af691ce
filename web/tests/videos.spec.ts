import {accessible, expect, LANGUAGES, looks, type Page, test} from './fixture';
import {api} from './people';
import {shown, words} from './uploads';

const YEAR = 2031;
const EVENT = 'lists-coast';
const TITLE = words(
  'Press conference of the shores, number',
  'Conférence de presse des rives, numéro',
  'Пресконференція берегів, номер',
);
const numbered = (at: number) =>
  Object.fromEntries(Object.entries(TITLE).map(([language, title]) => [language, `${title} ${at}`]));

// Six videos of one event on three days of a far year, so that no other test's videos stand between them; the last is under embargo.
test.beforeAll(async () => {
  const event = {id: EVENT, name: words('Forum of the shores', 'Forum des rives', 'Форум берегів')};
  await Promise.all(
    [0, 1, 2, 3, 4, 5].map((at) =>
      shown('short', {
        title: numbered(at),
        event,
        date: `${YEAR}-05-${10 + Math.floor(at / 2)}`,
        ...(at === 5 && {embargoUntil: `${YEAR + 60}-05-18T15:00:00.000Z`}),
      }),
    ),
  );
});

interface Item {
  videoId: string;
  title: string;
  [member: string]: unknown;
}

/** A list of 45, as long as the API would tell it: its pages come from the network between, drawn after a video that is there. */
async function longList(page: Page): Promise<void> {
  const answer = await api('GET', `/v1/videos?event=${EVENT}&limit=1&to=${YEAR}-05-10`);
  const [model] = ((await answer.json()) as {items: Item[]}).items;
  const all = Array.from({length: 45}, (_, at) => ({
    ...model,
    videoId: `long-${44 - at}`,
    title: `${TITLE.en} ${44 - at}`,
  }));
  await page.route(/\/v1\/videos\?/, (route) => {
    const query = new URL(route.request().url()).searchParams;
    const from = Number(/^from-(\d+)$/.exec(query.get('cursor') ?? '')?.[1] ?? 0);
    const to = from + Number(query.get('limit'));
    const next = to < all.length && {nextCursor: `from-${to}`};
    return route.fulfill({json: {items: all.slice(from, to), ...next}});
  });
  await page.route(/\/v1\/videos\/long-\d+\/transcripts/, (route) => route.fulfill({json: {items: []}}));
  await page.route(/\/v1\/videos\/long-\d+\?/, async (route) => {
    const videoId = /long-\d+/.exec(route.request().url())?.[0];
    const there = await api('GET', `/v1/videos/${model?.videoId}`);
    const title = all.find((one) => one.videoId === videoId)?.title;
    return route.fulfill({json: {...((await there.json()) as Item), videoId, title}});
  });
}

const SAID = {
  fr: {
    heading: 'Vidéos',
    first: '6 vidéos',
    some: '2 vidéos',
    event: 'Événement',
    from: 'Du',
    to: 'Au',
    show: 'Afficher',
    more: 'Afficher plus de vidéos',
    length: '7 secondes',
    languages: 'anglais et français',
    embargo: /Accessible le \d+ \S+ \d{4} à/,
    none: 'Aucune vidéo ici',
    remove: /^Retirer le filtre/,
  },
  en: {
    heading: 'Videos',
    first: '6 videos',
    some: '2 videos',
    event: 'Event',
    from: 'From',
    to: 'To',
    show: 'Show',
    more: 'Show more videos',
    length: '7 seconds',
    languages: 'English and French',
    embargo: /Opens \d+ \S+ \d{4} at/,
    none: 'No videos here',
    remove: /^Remove filter/,
  },
  uk: {
    heading: 'Відео',
    first: '6 відео',
    some: '2 відео',
    event: 'Подія',
    from: 'Від',
    to: 'До',
    show: 'Показати',
    more: 'Показати ще відео',
    length: '7 секунд',
    languages: 'англійська і французька',
    embargo: /Відкриється \d+ \S+ \d{4}/,
    none: 'Тут немає відео',
    remove: /^Прибрати фільтр/,
  },
} as const;

for (const language of LANGUAGES) {
  const said = SAID[language];
  test(`a list is narrowed, counted aloud and widened again (${language})`, async ({page}) => {
    await page.goto(`/${language}/videos?event=${EVENT}`);
    await expect(page.getByRole('status')).toHaveText(said.first);
    await expect(page.getByRole('heading', {level: 1, name: said.heading})).toBeVisible();
    const held = page.getByRole('listitem').filter({hasText: `${TITLE[language]} 5`});
    await expect(held).toContainText(said.embargo);
    const item = page.getByRole('listitem').filter({hasText: `${TITLE[language]} 4`});
    await expect(item.getByRole('link')).toHaveAccessibleName(`${TITLE[language]} 4`);
    await expect(item).toContainText(said.length);
    await expect(item).toContainText(said.languages);
    await expect
      .poll(() => item.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(0);
    await looks(page, `videos-${language}`);

    await page.getByLabel(said.from, {exact: true}).fill(`${YEAR}-05-10`);
    await page.getByLabel(said.to, {exact: true}).fill(`${YEAR}-05-10`);
    await page.getByRole('button', {name: said.show, exact: true}).click();
    await expect(page).toHaveURL(`/${language}/videos?event=${EVENT}&from=${YEAR}-05-10&to=${YEAR}-05-10`);
    await expect(page.getByRole('status')).toHaveText(said.some);
    await expect(page.getByRole('button', {name: said.show, exact: true})).toBeFocused();

    await page.getByRole('link', {name: said.remove}).last().click();
    await expect(page).toHaveURL(`/${language}/videos?event=${EVENT}&from=${YEAR}-05-10`);
    await expect(page.getByRole('status')).toHaveText(said.first);
    await expect(page.getByRole('status')).toBeFocused();
    await page.goBack();
    await expect(page.getByRole('status')).toHaveText(said.some);
    await expect(page.getByLabel(said.to, {exact: true})).toHaveValue(`${YEAR}-05-10`);
  });
}

test('more is shown, the focus goes on, and Back finds the same place', async ({page}) => {
  await longList(page);
  await page.goto(`/en/videos?event=${EVENT}`);
  const more = page.getByRole('button', {name: SAID.en.more});
  await more.click();
  await expect(page.getByRole('status')).toHaveText('The newest 40 videos');
  await expect(page.getByRole('link', {name: `${TITLE.en} 24`, exact: true})).toBeFocused();
  await more.click();
  await expect(page.getByRole('status')).toHaveText('45 videos');
  await expect(more).toBeHidden();
  const link = page.getByRole('link', {name: `${TITLE.en} 3`, exact: true});
  await link.scrollIntoViewIfNeeded();
  const place = () => page.evaluate(() => Math.round(window.scrollY));
  const before = await place();
  expect(before).toBeGreaterThan(1000);
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/v1/videos?')) asked++;
  });
  await link.click();
  await expect(page.getByRole('heading', {level: 1, name: `${TITLE.en} 3`, exact: true})).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('status')).toHaveText('45 videos');
  await expect.poll(place).toBe(before);
  expect(asked).toBe(0);
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('45 videos');
  await expect.poll(place).toBe(before);
});

test('a cursor that is too old starts the list anew without a word', async ({page, watch}) => {
  watch.expect(400);
  await longList(page);
  await page.goto(`/en/videos?event=${EVENT}`);
  await expect(page.getByRole('status')).toHaveText('The newest 20 videos');
  // Old, as the API sees it: a cursor of another list.
  const refused: number[] = [];
  await page.route(/\/v1\/videos\?.*cursor=from/, async (route) => {
    const url = route
      .request()
      .url()
      .replace(/cursor=[^&]*/, 'cursor=b2xk');
    const response = await route.fetch({url});
    refused.push(response.status());
    await route.fulfill({response});
  });
  await page.getByRole('button', {name: SAID.en.more}).click();
  await expect(page.getByRole('status')).toHaveText('The newest 40 videos');
  expect(refused).toEqual([400]);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an event that cannot be, and days in the wrong order, are said and not asked for', async ({page}) => {
  const hostile = '"><img src=x onerror=alert(1)>../\u202e';
  await page.goto(`/en/videos?event=${encodeURIComponent(hostile)}`);
  await expect(page.getByRole('heading', {name: SAID.en.none})).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('0 videos');
  await expect(page.getByRole('link', {name: SAID.en.remove})).toContainText('"><img src=x');
  await accessible(page);
  await page.goto('/en/videos?event=no-such-event');
  await expect(page.getByRole('heading', {name: SAID.en.none})).toBeVisible();
  await page.goto('/en/videos?from=2026-02-30&to=yesterday');
  await expect(page.getByRole('link', {name: SAID.en.remove})).toHaveCount(0);
  await page.getByLabel('From', {exact: true}).fill('2031-05-12');
  await page.getByLabel('To', {exact: true}).fill('2031-05-11');
  await page.getByRole('button', {name: 'Show', exact: true}).click();
  await expect(page.getByText('The last day lies before the first.')).toBeVisible();
  await expect(page.getByLabel('To', {exact: true})).toBeFocused();
  await accessible(page);
});

test('a list that cannot be read says so, and is read when asked again', async ({page, watch}) => {
  watch.faultsExpected();
  await page.route('**/v1/videos?*', (route) => route.abort('connectionreset'));
  await page.goto(`/en/videos?event=${EVENT}`);
  await expect(page.getByRole('alert')).toContainText(/The server did not answer|You are offline/);
  await accessible(page);
  await page.unroute('**/v1/videos?*');
  await page.getByRole('button', {name: 'Try again'}).click();
  await expect(page.getByRole('status')).toHaveText(SAID.en.first);
});

test('nothing moves while the list comes, however long that takes', async ({page}) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, {shifts});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as {value: number}).value);
    }).observe({type: 'layout-shift', buffered: true});
  });
  await page.route('**/v1/videos?*', async (route) => {
    await new Promise((done) => setTimeout(done, 1000));
    await route.continue();
  });
  await page.goto(`/en/videos?event=${EVENT}`);
  await expect(page.getByRole('status')).toHaveText(SAID.en.first);
  await page.waitForLoadState('networkidle');
  const shifts = await page.evaluate(() => (window as unknown as {shifts: number[]}).shifts);
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.02);
});
