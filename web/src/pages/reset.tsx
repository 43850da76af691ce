import {useLocation} from 'preact-iso';
import {addressFault, faultsOf} from '../account/faults';
import {AddressField} from '../account/fields';
import {forgetSecrets, pending} from '../account/pending';
import {ask, open} from '../api/client';
import {t} from '../i18n';
import {useDraft} from '../lib/draft';
import {returnPath} from '../lib/return-path';
import {to, toOn} from '../shell/paths';
import {Button} from '../ui/button';
import {Form, LEFT, useSending} from '../ui/form';
import {Heading} from '../ui/page';
import '../account/account.css';

/** First of four: whose password. The answer is the same for every address. */
export default function Reset() {
  const {query, route} = useLocation();
  const [typed, change] = useDraft('sign-in', {email: ''});
  const {faults, attempt, refused, busy, refuse, send} = useSending();
  const submit = () => {
    const wrong = addressFault(typed.email);
    if (wrong) return refuse({email: wrong});
    const email = typed.email.trim();
    void send(
      async () => {
        const {data} = await ask(
          open.POST('/v1/password-resets', {body: {email, returnTo: returnPath(query.returnTo)}}),
        );
        forgetSecrets();
        pending['password-reset'].keep({...data, email});
        route(to('reset/code'));
        return LEFT;
      },
      (problem) => faultsOf(problem, {email: 'email'}),
    );
  };
  return (
    <div class="duo">
      <div class="sheet">
        <p class="sheet__step">{t('account.step', {step: 1, of: 3})}</p>
        <Heading title={t('account.reset')} refused={refused} />
        <p class="lede">{t('account.reset-text')}</p>
        <Form faults={faults} attempt={attempt} onSubmit={submit}>
          <AddressField value={typed.email} error={faults.email} onValue={(email) => change({email})} />
          <div class="actions">
            <Button kind="primary" type="submit" busy={busy}>
              {t('account.send-code')}
            </Button>
            <a href={toOn('sign-in')}>{t('account.sign-in')}</a>
          </div>
        </Form>
      </div>
    </div>
  );
}
