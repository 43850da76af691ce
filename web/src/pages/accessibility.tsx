import {t} from '../i18n';
import {site} from '../lib/site';
import {Heading} from '../ui/page';

/** The statement: what was tried, what was not, and whom to write to. */
export default function Accessibility() {
  return (
    <article class="sheet prose">
      <Heading title={t('shell.accessibility')} />
      {(['aim', 'tried', 'not-tried', 'weak'] as const).map((one) => (
        <p key={one}>{t(`legal.access-${one}`)}</p>
      ))}
      <h2>{t('legal.access-write')}</h2>
      <p>
        {t('legal.access-write-text')} <a href={`mailto:${site.accessibility}`}>{site.accessibility}</a>
      </p>
    </article>
  );
}
