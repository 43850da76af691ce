import {useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {AccountPage, type Me} from '../account/account-page';
import {addressFault, faultsOf} from '../account/faults';
import {CurrentPasswordField} from '../account/fields';
import {Username} from '../account/password-field';
import {pending} from '../account/pending';
import {ask, mine} from '../api/client';
import {t} from '../i18n';
import {useDraft} from '../lib/draft';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Field} from '../ui/field';
import {Form, LEFT, useSending} from '../ui/form';
import {Notice} from '../ui/notice';

/** Another address; it is in force once its code has been typed. */
export default function AccountEmail() {
  const {query} = useLocation();
  return (
    <AccountPage place="account/email">
      {({account}) => (
        <>
          {query.done !== undefined && (
            <Notice kind="success" live="status">
              <p>{t('me.email-set', {address: account.email})}</p>
            </Notice>
          )}
          <EmailForm account={account} />
        </>
      )}
    </AccountPage>
  );
}

function EmailForm({account}: {account: Me['account']}) {
  const {route} = useLocation();
  const [typed, change, forget] = useDraft(`email.${account.accountId}`, {email: ''});
  const [password, setPassword] = useState('');
  const {faults, attempt, busy, refuse, send} = useSending();
  const submit = () => {
    const wrong = {
      email: addressFault(typed.email),
      password: password ? undefined : t('account.password-needed'),
    };
    if (Object.values(wrong).some(Boolean)) return refuse(wrong);
    const email = typed.email.trim();
    void send(
      async () => {
        const {data} = await ask(mine.PUT('/v1/me/email', {body: {email, password}}));
        pending['change-address'].keep({...data, email, accountId: account.accountId});
        forget();
        route(to('account/email/code'));
        return LEFT;
      },
      (problem) =>
        problem.code === 'sign-in-failed'
          ? {password: t('account.password-wrong')}
          : faultsOf(problem, {email: 'email', password: 'password'}),
    );
  };
  return (
    <>
      <p>{t('me.email-text')}</p>
      <Form faults={faults} attempt={attempt} onSubmit={submit}>
        <Username email={account.email} />
        <Field
          id="email"
          label={t('me.new-email')}
          type="email"
          inputmode="email"
          autocomplete="email"
          value={typed.email}
          error={faults.email}
          onValue={(email) => change({email})}
        />
        <CurrentPasswordField value={password} error={faults.password} onValue={setPassword} />
        <div class="actions">
          <Button kind="primary" type="submit" busy={busy}>
            {t('account.send-code')}
          </Button>
        </div>
      </Form>
    </>
  );
}
