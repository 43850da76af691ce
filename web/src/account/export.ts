import {ask, mine, type Schema} from '../api/client';

type Export = Schema<'Export'>;

/** Everything that is kept of a person: the account, and all pages of all its parts, as one JSON file. */
export async function readExport(): Promise<Blob> {
  const {data} = await ask(mine.POST('/v1/me/exports', {body: {}}));
  const parts: Record<string, unknown> = {};
  for (const part of data.parts) parts[part.name] = await readPart(part);
  const all = JSON.stringify({account: data.account, ...parts}, null, 2);
  return new Blob([all], {type: 'application/json'});
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
