import {useState} from 'preact/hooks';
import {ErrorBoundary, LocationProvider, Route, Router} from 'preact-iso';
import {language, t} from '../i18n';
import {NotFound, ROUTES} from '../pages/routes';
import {Broken} from './broken';
import {Footer} from './footer';
import {Header} from './header';

/** The frame of every page: skip link, header, the page, footer. */
export function App() {
  return (
    <LocationProvider scope={new RegExp(`^/${language}(/|$)`)}>
      <a class="skip" href="#main">
        {t('shell.skip')}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <div class="wrap">
          <Pages />
        </div>
      </main>
      <Footer />
    </LocationProvider>
  );
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
