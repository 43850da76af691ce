import {useState} from 'preact/hooks';
import {AccountPage} from '../account/account-page';
import {faultsOf} from '../account/faults';
import {CurrentPasswordField} from '../account/fields';
import {PasswordField, passwordFault, Username} from '../account/password-field';
import {ask, mine} from '../api/client';
import {ended, signIn} from '../api/session';
import {t} from '../i18n';
import {Button} from '../ui/button';
import {Form, useSending} from '../ui/form';
import {Notice} from '../ui/notice';

/** A new password ends every session, this one too: the page signs in again with it by itself. */
export default function AccountPassword() {
  return (
    <AccountPage place="account/password">
      {({account}) => <PasswordForm email={account.email} />}
    </AccountPage>
  );
}

function PasswordForm({email}: {email: string}) {
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [done, setDone] = useState(false);
  const {faults, attempt, busy, refuse, send} = useSending();
  const submit = () => {
    const wrong = {
      old: old ? undefined : t('account.password-needed'),
      password: passwordFault(fresh, email),
    };
    if (Object.values(wrong).some(Boolean)) return refuse(wrong);
    setDone(false);
    void send(
      async () => {
        await ask(mine.PUT('/v1/me/password', {body: {password: old, newPassword: fresh}}));
        // Where signing in fails now, this page asks for it like every other.
        await signIn(email, fresh).catch(ended);
        setOld('');
        setFresh('');
        setDone(true);
      },
      (problem) =>
        problem.code === 'sign-in-failed'
          ? {old: t('account.password-wrong')}
          : faultsOf(problem, {password: 'old', newPassword: 'password'}),
    );
  };
  return (
    <>
      {done && (
        <Notice kind="success" live="status">
          <p>{t('me.password-set')}</p>
        </Notice>
      )}
      <p>{t('account.ends-sessions')}</p>
      <Form faults={faults} attempt={attempt} onSubmit={submit}>
        <Username email={email} />
        <CurrentPasswordField
          id="old"
          label={t('me.old-password')}
          value={old}
          error={faults.old}
          onValue={setOld}
        />
        <PasswordField
          id="password"
          label={t('account.new-password')}
          value={fresh}
          email={email}
          error={faults.password}
          onValue={setFresh}
        />
        <div class="actions">
          <Button kind="primary" type="submit" busy={busy}>
            {t('account.set-password')}
          </Button>
        </div>
      </Form>
    </>
  );
}
