import {ask, open} from '../api/client';
import {t} from '../i18n';
import {useLoad} from '../lib/load';
import {Failed} from '../ui/notice';
import {Heading} from '../ui/page';

/** What one agrees to, from the API, with its version. */
export default function Terms() {
  const [terms, again] = useLoad(async () => (await ask(open.GET('/v1/terms'))).data, []);
  return (
    <article class="sheet prose">
      <Heading title={t('shell.terms')} />
      {terms.state === 'failed' && <Failed problem={terms.problem} again={again} />}
      {terms.state === 'loading' && !terms.data && <p class="wait account__wait" aria-busy="true" />}
      {terms.data?.text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {terms.data && <p class="muted">{t('legal.version', {version: terms.data.version})}</p>}
    </article>
  );
}
