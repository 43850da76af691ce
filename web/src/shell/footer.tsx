import {t} from '../i18n';
import {site} from '../lib/site';
import {to} from './paths';
import './footer.css';

/** Help and the legal pages, in the same place on every page (WCAG 2.2, 3.2.6). */
export function Footer() {
  return (
    <footer class="foot">
      <div class="wrap foot__in">
        <div class="foot__help">
          <p>
            <strong>{t('shell.help')}</strong>
          </p>
          <p>
            {site.help} <a href={`mailto:${site.contact}`}>{site.contact}</a>
          </p>
        </div>
        <nav aria-label={t('shell.information')}>
          <ul>
            <li>
              <a href={to('terms')}>{t('shell.terms')}</a>
            </li>
            <li>
              <a href={to('privacy')}>{t('shell.privacy')}</a>
            </li>
            <li>
              <a href={to('accessibility')}>{t('shell.accessibility')}</a>
            </li>
            <li>
              <a href={site.imprint}>{t('shell.imprint')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
