import {expect, LANGUAGES, looks, test} from './fixture';
import {made} from './media';
import {described, upload, words} from './uploads';

const PLACES = [
  {id: 'lists-tallinn', city: words('Tallinn', 'Tallinn', 'Таллінн'), country: 'EE'},
  {id: 'lists-kyiv', city: words('Kyiv', 'Kyiv', 'Київ'), country: 'UA'},
  {id: 'lists-brussels', city: words('Brussels', 'Bruxelles', 'Брюссель'), country: 'BE'},
  {id: 'lists-lisbon', city: words('Lisbon', 'Lisbonne', 'Лісабон'), country: 'PT'},
];

test.beforeAll(async () => {
  const {master, poster} = await made('minute');
  await Promise.all(
    PLACES.map(({id, city, country}, at) =>
      upload(
        described(id, {
          title: words(`Opening ${at}`, `Ouverture ${at}`, `Відкриття ${at}`),
          event: {id, name: words(`Summit ${at}`, `Sommet ${at}`, `Саміт ${at}`)},
          date: `2032-06-0${at + 1}`,
          place: {city, country},
        }),
        {'master.mp4': master, 'poster.jpg': poster},
      ),
    ),
  );
});

const SAID = {
  fr: {
    up: 'S’inscrire',
    programme: 'Programme',
    place: 'Lisbonne, Portugal',
    event: 'Sommet 3',
    next: /^Événements plus anciens/,
    day: '4 juin',
    title: 'Ouverture 3',
  },
  en: {
    up: 'Sign up',
    programme: 'Programme',
    place: 'Lisbon, Portugal',
    event: 'Summit 3',
    next: /^Earlier events/,
    day: '4 June',
    title: 'Opening 3',
  },
  uk: {
    up: 'Зареєструватися',
    programme: 'Програма',
    place: 'Лісабон, Португалія',
    event: 'Саміт 3',
    next: /^Раніші події/,
    day: '4 червня',
    title: 'Відкриття 3',
  },
} as const;

for (const language of LANGUAGES) {
  const said = SAID[language];
  test(`home promises, and shows programme and newest videos (${language})`, async ({page}) => {
    await page.goto(`/${language}/`);
    const main = page.getByRole('main');
    await expect(main.getByRole('link', {name: said.up, exact: true})).toHaveAttribute(
      'href',
      `/${language}/sign-up`,
    );
    const programme = page.getByRole('region', {name: said.programme});
    const card = programme.getByRole('listitem').filter({hasText: said.event});
    await expect(card).toContainText('2032');
    await expect(card).toContainText(said.day);
    await expect(card).toContainText(said.place);
    const flag = card.locator('img');
    await flag.scrollIntoViewIfNeeded();
    await expect.poll(() => flag.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    await expect(main.getByRole('link', {name: said.title, exact: true})).toBeVisible();
    await looks(page, `home-${language}`);
    const place = programme.getByRole('status');
    await expect(place).toHaveText(/^1\D+3\D+\d+$/);
    await programme.getByRole('button', {name: said.next}).press('Enter');
    await expect(place).toHaveText(/^4\D/);
    await expect(programme.getByRole('button', {name: said.next})).toBeFocused();
  });
}

test('on a phone one event is shown at a time, and leads to its videos', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await page.goto('/en/');
  const programme = page.getByRole('region', {name: 'Programme'});
  await expect(programme.getByRole('status')).toHaveText(/^1 of \d+$/);
  await programme.getByRole('link', {name: 'Summit 3'}).click();
  await expect(page).toHaveURL('/en/videos?event=lists-lisbon');
  await expect(page.getByRole('status')).toHaveText('1 video');
});
