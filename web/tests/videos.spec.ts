import {accessible, expect, LANGUAGES, test} from './fixture';
import {described, media, upload, words} from './uploads';

const YEAR = 2031;
const EVENT = 'lists-shores';
const TITLE = words(
  'Press conference of the shores, number',
  'Conférence de presse des rives, numéro',
  'Пресконференція берегів, номер',
);
const numbered = (at: number) =>
  Object.fromEntries(Object.entries(TITLE).map(([language, title]) => [language, `${title} ${at}`]));

// 45 videos of one event on nine days in a far year, so that no other test's videos stand between them; one more is under embargo.
test.beforeAll(async () => {
  const {master, poster} = media();
  const event = {id: EVENT, name: words('Forum of the shores', 'Forum des rives', 'Форум берегів')};
  const all = Array.from({length: 45}, (_, at) => at);
  for (const some of [all.slice(0, 15), all.slice(15, 30), all.slice(30)])
    await Promise.all(
      some.map((at) =>
        upload(
          described(`lists-shores-${String(at).padStart(2, '0')}`, {
            title: numbered(at),
            event,
            date: `${YEAR}-05-${String(10 + Math.floor(at / 5)).padStart(2, '0')}`,
            ...(at === 44 && {embargoUntil: `${YEAR + 60}-05-18T15:00:00.000Z`}),
          }),
          {'master.mp4': master, 'poster.jpg': poster},
        ),
      ),
    );
});

const SAID = {
  fr: {
    heading: 'Vidéos',
    first: 'Les 20 dernières vidéos',
    some: '5 vidéos',
    event: 'Événement',
    from: 'Du',
    to: 'Au',
    show: 'Afficher',
    more: 'Afficher plus de vidéos',
    length: '1 minute',
    languages: 'anglais et français',
    embargo: /Accessible dans 60 ans|Accessible dans .* jours/,
    none: 'Aucune vidéo ici',
    remove: /^Retirer le filtre/,
  },
  en: {
    heading: 'Videos',
    first: 'The newest 20 videos',
    some: '5 videos',
    event: 'Event',
    from: 'From',
    to: 'To',
    show: 'Show',
    more: 'Show more videos',
    length: '1 minute',
    languages: 'English and French',
    embargo: /Opens in .* days/,
    none: 'No videos here',
    remove: /^Remove filter/,
  },
  uk: {
    heading: 'Відео',
    first: 'Найновіші 20 відео',
    some: '5 відео',
    event: 'Подія',
    from: 'Від',
    to: 'До',
    show: 'Показати',
    more: 'Показати ще відео',
    length: '1 хвилина',
    languages: 'англійська і французька',
    embargo: /Відкриється через .* днів/,
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
    const held = page.getByRole('listitem').filter({hasText: `${TITLE[language]} 44`});
    await expect(held).toContainText(said.embargo);
    const item = page.getByRole('listitem').filter({hasText: `${TITLE[language]} 43`});
    await expect(item.getByRole('link')).toHaveAccessibleName(`${TITLE[language]} 43`);
    await expect(item).toContainText(said.length);
    await expect(item).toContainText(said.languages);
    await expect
      .poll(() => item.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBe(640);
    await accessible(page);

    await page.getByLabel(said.from, {exact: true}).fill(`${YEAR}-05-12`);
    await page.getByLabel(said.to, {exact: true}).fill(`${YEAR}-05-12`);
    await page.getByRole('button', {name: said.show, exact: true}).click();
    await expect(page).toHaveURL(`/${language}/videos?event=${EVENT}&from=${YEAR}-05-12&to=${YEAR}-05-12`);
    await expect(page.getByRole('status')).toHaveText(said.some);

    await page.getByRole('link', {name: said.remove}).last().click();
    await expect(page).toHaveURL(`/${language}/videos?event=${EVENT}&from=${YEAR}-05-12`);
    await expect(page.getByRole('status')).toHaveText(said.first);
    await expect(page.getByRole('status')).toBeFocused();
    await page.goBack();
    await expect(page.getByRole('status')).toHaveText(said.some);
    await expect(page.getByLabel(said.to, {exact: true})).toHaveValue(`${YEAR}-05-12`);
  });
}

test('more is shown, the focus goes on, and Back finds the same place', async ({page}) => {
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
  await page.goto(`/en/videos?event=${EVENT}`);
  await expect(page.getByRole('status')).toHaveText(SAID.en.first);
  // Old, as the API sees it: a cursor of another list.
  await page.route(/\/v1\/videos\?.*cursor=/, (route) =>
    route.continue({
      url: route
        .request()
        .url()
        .replace(/cursor=[^&]*/, 'cursor=b2xk'),
    }),
  );
  await page.getByRole('button', {name: SAID.en.more}).click();
  await expect(page.getByRole('status')).toHaveText('The newest 40 videos');
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
