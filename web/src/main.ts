// The first script, and the smallest: it knows which page this is, and asks at once for all that the page needs, its first answers of the
// API too. One after another they would cost a phone a round trip each.
import words from 'virtual:messages';
import {language} from './i18n/language';
import {pageAt} from './pages/routes';

const {page, id} = pageAt(location.pathname);
const shell = import('./shell/start');
// What fails here is asked for again by the shell, which can say so.
const needed = [page.chunk(), ...(['shell', ...page.areas] as const).map((area) => words(area, language))];
for (const one of needed) one.catch(() => undefined);
page.ahead?.(id);
// Not awaited at the top: what the shell shares with this script would wait for itself.
void shell.then(({start}) => start());
