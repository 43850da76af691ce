import {accessible, expect, LANGUAGES, test} from './fixture';

const WORDS = {
  fr: {title: 'Cette page n’existe pas', skip: 'Aller au contenu'},
  en: {title: 'There is no such page', skip: 'Skip to content'},
  uk: {title: 'Такої сторінки немає', skip: 'Перейти до вмісту'},
};

for (const language of LANGUAGES) {
  test(`an unknown address says so (${language})`, async ({page}) => {
    await page.goto(`/${language}/nothing/here`);
    await expect(page.getByRole('heading', {level: 1, name: WORDS[language].title})).toBeVisible();
    await accessible(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', {name: WORDS[language].skip})).toBeFocused();
  });
}

test('the start page is that of the language that the browser asks for', async ({browser}) => {
  const context = await browser.newContext({locale: 'uk-UA'});
  const page = await context.newPage();
  await page.goto('http://localhost:4680/');
  await expect(page).toHaveURL(/\/uk\/$/);
  await context.close();
});

test('what is no page and no file is not found', async ({request}) => {
  for (const path of ['/assets/nothing.js', '/de/', '/fr/x.php', '/../package.json', '/%2e%2e/package.json'])
    expect((await request.get(path)).status(), path).toBe(404);
});
