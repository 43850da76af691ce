import type {Page} from './fixture';
import {made} from './media';

export interface Bucket {
  /** What became of each question for the preview's bytes. */
  asked: ('given' | 'held' | 'dead' | 'anew')[];
  /** The signed links of before have ended: what waits for them is refused, and whoever asks by them; a new link is good. */
  end: () => void;
  /** No link is good any more. */
  close: () => void;
  /** Every link is good. */
  open: () => void;
}

/**
 * The network between the page and the bucket. It gives the first third of the preview and holds the rest back, so that the player
 * has to ask again: as with a long film, whose link has ended meanwhile. The redirects and all later answers are the stack's own.
 */
export async function bucket(page: Page, id: string): Promise<Bucket> {
  const {preview} = await made('pal');
  const part = Math.floor(preview.length / 3);
  const client = await page.context().newCDPSession(page);
  // As S3 does: its answers are for other origins' pages too, refusals as well.
  const shared = {name: 'Access-Control-Allow-Origin', value: '*'};
  const refused = {
    responseCode: 403,
    responseHeaders: [{name: 'Content-Type', value: 'application/xml'}, shared],
    body: btoa('<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>'),
  };
  const waiting: (() => unknown)[] = [];
  const asked: Bucket['asked'] = [];
  let state: 'young' | 'ended' | 'closed' | 'open' = 'young';
  // A player that looks elsewhere ends its request, and may do so before it is let through.
  const givenUp = (error: Error) => {
    if (!error.message.includes('Invalid InterceptionId')) throw error;
  };
  // Two links of one second are the same one: what tells the new one is that the page asked for it.
  page.on('request', (request) => {
    if (state === 'ended' && request.url().includes('?again=')) state = 'open';
  });
  client.on('Fetch.requestPaused', async ({requestId, request}) => {
    const refuse = () => {
      asked.push('dead');
      return client.send('Fetch.fulfillRequest', {requestId, ...refused});
    };
    if (state === 'closed' || state === 'ended') return refuse();
    if (state === 'open') {
      asked.push('anew');
      return client.send('Fetch.continueRequest', {requestId}).catch(givenUp);
    }
    const from = Number(/bytes=(\d+)/.exec(request.headers.Range ?? request.headers.range ?? '')?.[1] ?? 0);
    if (from >= part) {
      asked.push('held');
      return waiting.push(refuse);
    }
    asked.push('given');
    return client.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 206,
      responseHeaders: [
        {name: 'Content-Type', value: 'video/mp4'},
        {name: 'Accept-Ranges', value: 'bytes'},
        {name: 'Content-Range', value: `bytes ${from}-${part - 1}/${preview.length}`},
        shared,
      ],
      body: Buffer.from(preview.slice(from, part)).toString('base64'),
    });
  });
  await client.send('Fetch.enable', {patterns: [{urlPattern: `*/masters/${id}/preview.mp4*`}]});
  return {
    asked,
    end: () => {
      state = 'ended';
      for (const refuse of waiting.splice(0)) void refuse();
    },
    close: () => {
      state = 'closed';
    },
    open: () => {
      state = 'open';
    },
  };
}
