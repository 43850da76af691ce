import {rich, t} from '../i18n';
import {site} from '../lib/site';
import {to} from '../shell/paths';
import {Heading} from '../ui/page';

/** What these pages keep, and where the organisation says the rest. */
export default function Privacy() {
  return (
    <article class="sheet prose">
      <Heading title={t('shell.privacy')} />
      <ul>
        {(['account', 'cookie', 'sessions', 'others', 'letters'] as const).map((one) => (
          <li key={one}>{t(`legal.privacy-${one}`)}</li>
        ))}
      </ul>
      <p>{rich('legal.privacy-rights', {data: (c) => <a href={to('account/data')}>{c}</a>})}</p>
      <p>{rich('legal.privacy-more', {link: (c) => <a href={site.privacy}>{c}</a>}, {name: site.name})}</p>
    </article>
  );
}
