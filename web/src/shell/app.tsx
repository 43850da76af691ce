import {useEffect, useState} from 'preact/hooks';
import {ErrorBoundary, LocationProvider, Route, Router} from 'preact-iso';
import {language, t} from '../i18n';
import {useSteps} from '../lib/steps';
import {Broken} from './broken';
import {Footer} from './footer';
import {Header} from './header';
import {NotFound, ROUTES} from './routes';

/**
 * The frame of every page: skip link, header, the page once it is there, footer. Each is painted before the next: together they are a
 * long task on a phone; and a footer is never seen to move.
 */
export function App({page}: {page: Promise<unknown>}) {
  const [there, setThere] = useState(false);
  useEffect(() => {
    void page.then(() => setThere(true));
  }, []);
  return (
    <LocationProvider scope={new RegExp(`^/${language}(/|$)`)}>
      <a class="skip" href="#main">
        {t('shell.skip')}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <div class="wrap">{there && <Pages />}</div>
      </main>
      {there && <Below />}
    </LocationProvider>
  );
}

function Below() {
  return useSteps(2) > 1 ? <Footer /> : null;
}

function Pages() {
  const [broken, setBroken] = useState(false);
  if (broken) return <Broken />;
  return (
    <ErrorBoundary onError={() => setBroken(true)}>
      <Router>
        {ROUTES.map(({path, component}) => (
          <Route key={path} path={`/${language}/${path}`} component={component} />
        ))}
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  );
}
