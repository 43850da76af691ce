import {useLocation} from 'preact-iso';
import {CodePage} from '../account/code-page';
import {confirmed, forgetSecrets, pending, secret} from '../account/pending';
import {ask, open} from '../api/client';
import {Problem} from '../api/problem';
import {signIn} from '../api/session';
import {t} from '../i18n';
import {forgetDraft} from '../lib/draft';
import {to} from '../shell/paths';
import {LEFT} from '../ui/form';

/** Second step: the code. The tab that has the password in memory signs in by itself, another one asks for it. */
export default function SignUpCode() {
  const {route} = useLocation();
  return (
    <CodePage
      purpose="sign-up"
      start={to('sign-up')}
      step={{step: 2, of: 3}}
      title={t('account.look-into-mail')}
      submit={t('account.check-code')}
      onCode={async (code, {verificationId, email}) => {
        const {data} = await ask(
          open.POST('/v1/verifications/{id}/check', {params: {path: {id: verificationId}}, body: {code}}),
        );
        confirmed.keep({
          email,
          returnTo: data.returnTo,
          ...(data.newsletterOffer && {offer: data.newsletterOffer}),
        });
        pending['sign-up'].drop();
        forgetDraft('sign-up');
        const done = to('sign-up/done');
        const isIn = secret.password && (await signsIn(email, secret.password));
        forgetSecrets();
        route(isIn ? done : `${to('sign-in')}?returnTo=${encodeURIComponent(done)}`, true);
        return LEFT;
      }}
    />
  );
}

/** The address is proven by now; if signing in does not work at once, the person is asked for the password. */
async function signsIn(email: string, password: string): Promise<boolean> {
  try {
    await signIn(email, password);
    return true;
  } catch (cause) {
    if (cause instanceof Problem) return false;
    throw cause;
  }
}
