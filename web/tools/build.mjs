// `npm run build`: checks the messages, builds, packs, and weighs what it built.
import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import {report} from './budget.mjs';
import {compress} from './compress.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
await build({logLevel: 'warn', root: fileURLToPath(new URL('..', import.meta.url))});
compress(dist);
if (!report(dist)) {
  console.error('The scripts are over their budget.');
  process.exit(1);
}
