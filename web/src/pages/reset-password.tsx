import {useLayoutEffect, useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {faultsOf} from '../account/faults';
import {PasswordField, passwordFault, Username} from '../account/password-field';
import {pending, secret} from '../account/pending';
import {reset} from '../account/reset';
import {t} from '../i18n';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Form, useSending} from '../ui/form';
import {Heading} from '../ui/page';
import '../account/account.css';

/** Third of four: the new password; a page loaded anew has lost the code, and asks for it again. */
export default function ResetPassword() {
  const {route} = useLocation();
  const [email] = useState(() => pending['password-reset'].read()?.email ?? '');
  const [password, setPassword] = useState(secret.password);
  const {faults, attempt, refused, busy, refuse, send} = useSending();
  useLayoutEffect(() => {
    if (!secret.code) route(to('reset/code'), true);
  }, []);
  if (!secret.code && !busy) return null;
  const submit = () => {
    const wrong = passwordFault(password, email);
    if (wrong) return refuse({password: wrong});
    secret.password = password;
    void send(
      () => reset(route),
      (problem) => faultsOf(problem, {newPassword: 'password'}),
    );
  };
  return (
    <div class="duo">
      <div class="sheet">
        <p class="sheet__step">{t('account.step', {step: 3, of: 3})}</p>
        <Heading title={t('account.new-password')} refused={refused} />
        <p class="lede">{t('account.ends-sessions')}</p>
        <Form faults={faults} attempt={attempt} onSubmit={submit}>
          <Username email={email} />
          <PasswordField
            id="password"
            label={t('account.new-password')}
            value={password}
            email={email}
            error={faults.password}
            onValue={setPassword}
          />
          <div class="actions">
            <Button kind="primary" type="submit" busy={busy}>
              {t('account.set-password')}
            </Button>
          </div>
        </Form>
      </div>
    </div>
  );
}
