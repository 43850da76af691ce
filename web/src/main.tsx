import {render} from 'preact';
import {resume} from './api/session';
import {speak} from './i18n';
import {preload} from './pages/routes';
import {App} from './shell/app';
import './styles/tokens.css';
import './styles/base.css';
import './ui/ui.css';

const root = document.getElementById('app');
void resume();
await Promise.all([speak('shell', 'ui', 'problem', 'rule'), preload(location.pathname)]);
if (root) render(<App />, root);
