import type {Locator, Page} from './fixture';
import {api, member, PASSWORD, press, tabTo, type} from './people';
import {outputs} from './stack';

/** The address of a person who is an editor from the next sign-in on. */
export async function editorial(): Promise<string> {
  const email = await member();
  await cognito('AdminAddUserToGroup', {
    UserPoolId: outputs.UserPoolId,
    Username: email,
    GroupName: 'editors',
  });
  return email;
}

/** Headers of an editor who has just signed in, for the routes that need one. */
export async function editor(): Promise<Record<string, string>> {
  const email = await editorial();
  const session = await api('POST', '/v1/sessions', {email, password: PASSWORD});
  const {accessToken} = (await session.json()) as {accessToken: string};
  return {Authorization: `Bearer ${accessToken}`};
}

// As an operator's command would; the emulator reads of a signature only whose it is.
async function cognito(action: string, body: object): Promise<void> {
  const response = await fetch(`${outputs.AwsEndpointUrl}/`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${action}`,
      Authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=none',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${action}: ${response.status} ${await response.text()}`);
}

/** What was found, by what is told of it. */
export const finding = (page: Page, words: string): Locator =>
  page.locator('.finding').filter({hasText: words});

/** By keyboard, with the place to paste into open. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await tabTo(page, page.getByLabel('Text, as it stands on the page'));
  await page.keyboard.insertText(text);
  await press(page, page.getByRole('button', {name: 'Use this text'}));
}

export async function pasteWords(page: Page, words: string): Promise<void> {
  await press(page, page.getByText('Bring what was heard'));
  await tabTo(page, page.getByLabel('Words with their times'));
  await page.keyboard.insertText(words);
  await press(page, page.getByRole('button', {name: 'Use these words'}));
}

/** Says who speaks where nobody is named. */
export async function nameSpeaker(page: Page, where: Locator, name: string): Promise<void> {
  await type(page, where.getByLabel('Name'), name);
  await press(page, where.getByRole('button', {name: 'Apply'}));
}
