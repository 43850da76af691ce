import {ask, mine, type Schema} from '../api/client';

type Export = Schema<'Export'>;

/** Everything that is kept of a person: the account, and all pages of all its parts, in one object. */
export async function readExport(): Promise<object> {
  const {data} = await ask(mine.POST('/v1/me/exports', {body: {}}));
  const parts: Record<string, unknown> = {};
  for (const part of data.parts) parts[part.name] = await readPart(part);
  return {account: data.account, ...parts};
}

// A part is a list below `items` in pages, or an object that holds all of it.
async function readPart({href}: Export['parts'][number]): Promise<unknown> {
  const {pathname, searchParams} = new URL(href);
  const items: unknown[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = {...Object.fromEntries(searchParams), ...(cursor && {cursor})};
    const {data} = await ask(mine.GET(pathname as '/v1/me/downloads', {params: {query}}));
    if (!Array.isArray(data.items)) return data;
    items.push(...data.items);
    cursor = data.nextCursor;
    if (!cursor) return items;
  }
}

/** Offers a file that is made here. */
export function offer(name: string, content: object): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], {type: 'application/json'}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
