import {expect, test} from './fixture';
import {conference} from './uploads';

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

test('the API is asked beside the page, and for nothing twice', async ({page}) => {
  const video = `videos/${await conference()}`;
  const first = {
    '': ['/v1/events', '/v1/videos?limit=4'],
    videos: ['/v1/events', '/v1/videos?limit=20'],
    'videos?event=nothing-here&from=2026-01-01': [
      '/v1/events',
      '/v1/videos?event=nothing-here&from=2026-01-01&limit=20',
    ],
    'sign-up': ['/v1/terms'],
    terms: ['/v1/terms'],
    [video]: [`/v1/${video}/transcripts`, `/v1/${video}?lang=en`],
  };
  const asked: string[] = [];
  page.on('request', (request) => {
    const {pathname, search} = new URL(request.url());
    if (pathname.startsWith('/v1/') && !pathname.includes('/assets/')) asked.push(pathname + search);
  });
  for (const [place, questions] of Object.entries(first)) {
    await page.goto('about:blank');
    asked.length = 0;
    await page.goto(`/en/${place}`);
    await expect(page.locator('footer')).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    // A page of a list may be short, and the next one is asked for at once.
    expect(asked.filter((question) => !question.includes('cursor=')).toSorted(), place).toEqual(questions);
    expect(new Set(asked).size, place).toBe(asked.length);
    await page.evaluate(() => sessionStorage.clear());
  }
});
