import {useLayoutEffect, useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {addressFault} from '../account/faults';
import {AddressField, Benefits, CurrentPasswordField} from '../account/fields';
import {confirmed} from '../account/pending';
import {session, signIn} from '../api/session';
import {t} from '../i18n';
import {useDraft} from '../lib/draft';
import {inThisLanguage, returnPath} from '../lib/return-path';
import {to, toOn} from '../shell/paths';
import {Button} from '../ui/button';
import {Form, LEFT, useSending} from '../ui/form';
import {Notice} from '../ui/notice';
import {Heading} from '../ui/page';
import '../account/account.css';

/** Address and password; whoever is signed in goes on to where they were led here from. */
export default function SignIn() {
  const {query, route} = useLocation();
  const back = inThisLanguage(returnPath(query.returnTo));
  const [proven] = useState(() => (back === to('sign-up/done') ? confirmed.read() : undefined));
  const [typed, change, forget] = useDraft(proven ? 'proven' : 'sign-in', {email: proven?.email ?? ''});
  const [password, setPassword] = useState('');
  const {faults, attempt, refused, busy, refuse, send} = useSending();
  const {state} = session.value;

  useLayoutEffect(() => {
    if (state === 'in') route(back, true);
  }, [state]);

  const submit = () => {
    const wrong = {
      email: addressFault(typed.email),
      password: password ? undefined : t('account.password-needed'),
    };
    if (Object.values(wrong).some(Boolean)) return refuse(wrong);
    // Once it succeeds the session is there, and that leads on.
    void send(async () => {
      await signIn(typed.email.trim(), password);
      forget();
      return LEFT;
    });
  };

  return (
    <div class="duo">
      <div class="sheet">
        <Heading title={t('account.sign-in')} refused={refused} />
        {proven && (
          <Notice kind="success">
            <p>{t('account.proven')}</p>
          </Notice>
        )}
        <Form faults={faults} attempt={attempt} onSubmit={submit}>
          <AddressField value={typed.email} error={faults.email} onValue={(email) => change({email})} />
          <CurrentPasswordField value={password} error={faults.password} onValue={setPassword} />
          <div class="actions">
            <Button kind="primary" type="submit" busy={busy || state === 'unknown'}>
              {t('account.sign-in')}
            </Button>
            <a href={toOn('reset')}>{t('account.forgotten')}</a>
          </div>
        </Form>
      </div>
      <aside class="aside aside--panel" aria-labelledby="new">
        <h2 id="new">{t('account.new-here')}</h2>
        <Benefits />
        <p>
          <a class="btn" href={toOn('sign-up')}>
            {t('account.sign-up')}
          </a>
        </p>
      </aside>
    </div>
  );
}
