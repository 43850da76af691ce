import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {HtmlValidate} from 'html-validate';

import {accessible, expect, LANGUAGES, type Language, type Page, pictured, test} from './fixture';

// Mails, and the pages behind their links, as unit tests of the functions kept them: nothing is asked of the stack.
const KEPT = ['accounts', 'newsletters'].map((name) => `../functions/${name}/target/looks`);
const HERE = 'http://localhost:4680/looks/';

const validator = new HtmlValidate({root: true, extends: ['html-validate:standard']});

for (const language of LANGUAGES)
  test(`mails and the pages behind their links are valid, accessible and fit, in ${language}`, async ({
    page,
  }) => {
    const looks = kept(language);
    expect(looks.length, `${KEPT}: run the unit tests first`).toBeGreaterThan(30);
    // No pictures: what they say stands beside them.
    await page.route('**', (route) => route.abort('aborted'));
    for (const {name, html, policy} of looks)
      await test.step(name, async () => {
        expect.soft(invalid(html), `${name} is not valid`).toEqual([]);
        await page.route(HERE + name, (route) =>
          route.fulfill({
            contentType: 'text/html; charset=utf-8',
            headers: policy ? {'content-security-policy': policy} : {},
            body: html,
          }),
        );
        await page.goto(HERE + name);
        await accessible(page);
        // Colours are the same in every language.
        if (language === 'uk') {
          await page.emulateMedia({colorScheme: 'dark'});
          await accessible(page);
          await page.emulateMedia({colorScheme: null});
        }
        await within(page, name);
        await pictured(page, name.replace('.html', ''));
      });
  });

function kept(language: Language) {
  return KEPT.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(`-${language}.html`))
      .map((name) => {
        const policy = `${folder}/${name.replace('.html', '.policy')}`;
        return {
          name,
          html: readFileSync(`${folder}/${name}`, 'utf8'),
          policy: existsSync(policy) ? readFileSync(policy, 'utf8') : '',
        };
      }),
  );
}

const invalid = (html: string) =>
  validator
    .validateStringSync(html)
    .results.flatMap(({messages}) => messages)
    .map(({line, column, ruleId, message}) => `${line}:${column} ${ruleId} ${message}`);

/** Nothing scrolls sideways on a telephone, in a window of a mail program, and with text of twice the size. */
async function within(page: Page, name: string): Promise<void> {
  for (const width of [800, 320]) {
    await page.setViewportSize({width, height: 640});
    expect.soft(await beyond(page), `${name} at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({width: 640, height: 640});
  await page.evaluate(() => {
    const texts = [...document.querySelectorAll<HTMLElement>('body, body *')];
    const sizes = texts.map((text) => {
      const {fontSize, lineHeight} = getComputedStyle(text);
      return [fontSize, lineHeight].map((size) =>
        size.endsWith('px') ? `${2 * Number.parseFloat(size)}px` : size,
      );
    });
    texts.forEach((text, index) => {
      text.style.setProperty('font-size', sizes[index]?.[0] ?? '', 'important');
      text.style.setProperty('line-height', sizes[index]?.[1] ?? '', 'important');
    });
  });
  expect.soft(await beyond(page), `${name} with text of 200 %`).toBeLessThanOrEqual(0);
}

const beyond = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
