import {readFileSync} from 'node:fs';

type Outputs = Record<string, string>;

/** What the deployed stack says of itself. */
export const outputs = JSON.parse(
  readFileSync(process.env.OUTPUTS ?? new URL('../../.localstack/outputs.json', import.meta.url), 'utf8'),
) as Outputs;

interface Mail {
  Timestamp: string;
  Subject?: string;
  Destination?: {ToAddresses?: string[]};
  RawData?: string;
  Body?: {text_part?: string | null; html_part?: string | null};
}

/** A mail address that nobody has used, without figures, which could be taken for a code. */
export const someone = (): string => {
  const letters = crypto.getRandomValues(new Uint8Array(16)).map((byte) => 97 + (byte % 26));
  return `reader-${String.fromCharCode(...letters)}@press.example`;
};

/** The newest code of six digits mailed to an address after a moment (milliseconds since 1970), waited for. */
export async function code(address: string, since = 0): Promise<string> {
  for (const end = Date.now() + 30_000; ; await new Promise((done) => setTimeout(done, 200))) {
    const found = (await mails(address))
      .filter((mail) => Date.parse(mail.Timestamp) >= since - 1000)
      .map((mail) => /\b\d{6}\b/.exec(text(mail))?.[0])
      .filter((digits) => digits !== undefined);
    const last = found.at(-1);
    if (last) return last;
    if (Date.now() > end) throw new Error(`no code was mailed to ${address}`);
  }
}

/** All mails to an address, oldest first. */
export async function mails(address: string): Promise<Mail[]> {
  const response = await fetch(`${outputs.MailboxUrl}`);
  const {messages} = (await response.json()) as {messages: Mail[]};
  return messages.filter(
    (mail) => mail.Destination?.ToAddresses?.includes(address) || mail.RawData?.includes(address),
  );
}

function text(mail: Mail): string {
  return mail.Body?.text_part ?? mail.Body?.html_part ?? decoded(mail.RawData ?? '');
}

/** Parts in base64 as what they say, as mails of many letters are. */
function decoded(raw: string): string {
  return raw
    .split(/^--.*$/m)
    .map((part) => {
      const [head = '', ...body] = part.split(/\r?\n\r?\n/);
      const encoded = /^content-transfer-encoding:\s*base64/im.test(head);
      return encoded ? Buffer.from(body.join('\n'), 'base64').toString() : part;
    })
    .join('\n');
}
