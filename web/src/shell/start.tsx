import '../styles/tokens.css';
import '../styles/base.css';
import '../ui/button.css';
import '../ui/ui.css';
import '../ui/task.css';
import {render} from 'preact';
import {resume} from '../api/session';
import {speak} from '../i18n';
import {App} from './app';
import {preload} from './routes';

/** Shows the frame of all pages, and the page of this address once it and its words are there. */
export async function start(): Promise<void> {
  const root = document.getElementById('app');
  void resume();
  const page = preload();
  await speak('shell', 'ui', 'problem', 'rule');
  if (root) render(<App page={page} />, root);
}
