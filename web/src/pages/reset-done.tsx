import {useEffect, useLayoutEffect, useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {confirmed, forgetSecrets, secret} from '../account/pending';
import {Problem} from '../api/problem';
import {signIn} from '../api/session';
import {rich, t} from '../i18n';
import {inThisLanguage, returnPath} from '../lib/return-path';
import {site} from '../lib/site';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Notice} from '../ui/notice';
import {Heading} from '../ui/page';
import {say} from '../ui/problem-words';
import '../account/account.css';

/** Last of four: every session has ended; one button signs in with the new password and leads back. */
export default function ResetDone() {
  const {route} = useLocation();
  const [done] = useState(confirmed.read);
  const [problem, setProblem] = useState<Problem>();
  useLayoutEffect(() => {
    if (!done) route(to('sign-in'), true);
  }, []);
  // The new password is good for this button alone.
  useEffect(() => forgetSecrets, []);
  if (!done) return null;
  const back = inThisLanguage(returnPath(done.returnTo));
  const goOn = async () => {
    setProblem(undefined);
    if (!secret.password) return route(`${to('sign-in')}?returnTo=${encodeURIComponent(back)}`);
    try {
      await signIn(done.email, secret.password);
      confirmed.drop();
      route(back, true);
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      setProblem(cause);
    }
  };
  return (
    <div class="duo">
      <div class="sheet">
        <Heading title={t('account.password-set')} />
        <p class="lede">{t('account.sessions-ended')}</p>
        {problem && (
          <Notice kind="danger" live="alert">
            <p>{say(problem)}</p>
          </Notice>
        )}
        <p>
          <Button kind="primary" onPress={goOn}>
            {t('account.sign-in-back')}
          </Button>
        </p>
      </div>
      <aside class="aside aside--panel" aria-labelledby="not-you">
        <h2 id="not-you">{t('account.not-you')}</h2>
        <p>
          {rich(
            'account.not-you-text',
            {
              reset: (c) => <a href={to('reset')}>{c}</a>,
              mail: (c) => <a href={`mailto:${site.contact}`}>{c}</a>,
            },
            {contact: site.contact},
          )}
        </p>
      </aside>
    </div>
  );
}
