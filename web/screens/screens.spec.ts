import {LANGUAGES, type Page, test} from '../tests/fixture';
import {member, signIn} from '../tests/people';
import {places} from '../tests/places';

const WIDTHS = [320, 768, 1440];
const OWN = [
  'account',
  'account/password',
  'account/email',
  'account/sessions',
  'account/data',
  'clips',
  'downloads',
];

for (const language of LANGUAGES) {
  test(`pictures of every page (${language})`, async ({page, context}) => {
    const open = await places();
    for (const place of open) await shoot(page, language, place);
    await signIn(page, await member(language), `/${language}/account`);
    for (const place of OWN) await shoot(page, language, place);
    await context.close();
  });
}

/** `.localstack/screens/{page}-{language}-{width}-{scheme}.png`, and one with forced colours and one with wider text. */
async function shoot(page: Page, language: string, place: string): Promise<void> {
  const name = `../.localstack/screens/${place.replaceAll('/', '-') || 'home'}-${language}`;
  await page.goto(`/${language}/${place}`);
  await page.waitForLoadState('networkidle');
  for (const width of WIDTHS) {
    await page.setViewportSize({width, height: 900});
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({colorScheme});
      await page.screenshot({path: `${name}-${width}-${colorScheme}.png`, fullPage: true});
    }
  }
  await page.emulateMedia({colorScheme: 'light', forcedColors: 'active'});
  await page.screenshot({path: `${name}-forced.png`, fullPage: true});
  await page.emulateMedia({forcedColors: 'none'});
}
