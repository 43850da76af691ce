import {useRef, useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {Problem} from '../api/problem';
import {session, signOut} from '../api/session';
import {LANGUAGES, language, NAMES, t} from '../i18n';
import {site} from '../lib/site';
import {Icon} from '../ui/icon';
import {say} from '../ui/problem-words';
import {to} from './paths';
import './header.css';

/** Languages and account, then the portal's name and its three places. It wraps, and hides nothing behind a button. */
export function Header() {
  const {path, query} = useLocation();
  const page = path.replace(/^\/(fr|en|uk)\/?/, '');
  const search = new URLSearchParams(query).toString();
  return (
    <header>
      <div class="strip">
        <div class="wrap strip__in">
          <nav aria-label={t('shell.language')}>
            <ul>
              {LANGUAGES.map((one) => (
                <li key={one}>
                  {/* Another language is another document: the link leaves the router. What is typed is kept by drafts. */}
                  <a
                    href={`/${one}/${page}${search && `?${search}`}`}
                    target="_self"
                    lang={one}
                    hreflang={one}
                    aria-current={one === language || undefined}
                  >
                    {NAMES[one]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <AccountLinks />
        </div>
      </div>
      <div class="head">
        <div class="wrap head__in">
          <a class="brand" href={to()}>
            <span class="brand__mark">
              <Icon name="brand" />
            </span>
            <span>
              <span class="brand__org">{site.name}</span>
              <span class="brand__what">{t('shell.product')}</span>
            </span>
          </a>
          <nav aria-label={t('shell.main')}>
            <ul class="nav">
              {(['videos', 'search', 'clips', 'downloads'] as const).map((place) => (
                <li key={place}>
                  <a
                    href={to(place)}
                    aria-current={page === place ? 'page' : page.startsWith(`${place}/`) || undefined}
                  >
                    {t(`shell.${place}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </header>
  );
}

function AccountLinks() {
  const {route} = useLocation();
  const [problem, setProblem] = useState('');
  const leaving = useRef(false);
  const leave = async () => {
    if (leaving.current) return;
    leaving.current = true;
    setProblem('');
    try {
      await signOut();
      route(to());
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      setProblem(say(cause));
    } finally {
      leaving.current = false;
    }
  };
  if (session.value.state === 'unknown') return <ul class="strip__acct" aria-busy="true" />;
  return (
    <ul class="strip__acct">
      {session.value.state === 'in' ? (
        <>
          <li>
            <a href={to('account')}>{t('shell.account')}</a>
          </li>
          <li>
            <button type="button" onClick={leave}>
              {t('shell.sign-out')}
            </button>
          </li>
          {problem && <li role="alert">{problem}</li>}
        </>
      ) : (
        <>
          <li>
            <a href={to('sign-in')}>{t('shell.sign-in')}</a>
          </li>
          <li>
            <a href={to('sign-up')}>{t('shell.sign-up')}</a>
          </li>
        </>
      )}
    </ul>
  );
}
