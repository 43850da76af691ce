import {useLocation} from 'preact-iso';
import {CodePage} from '../account/code-page';
import {secret} from '../account/pending';
import {reset} from '../account/reset';
import {t} from '../i18n';
import {to} from '../shell/paths';
import {LEFT} from '../ui/form';

/** Second of four: the code is only kept in memory, and goes off with the new password. Whoever comes back has that already. */
export default function ResetCode() {
  const {route} = useLocation();
  return (
    <CodePage
      purpose="password-reset"
      start={to('reset')}
      step={{step: 2, of: 3}}
      title={t('account.look-into-mail')}
      submit={t(secret.password ? 'account.set-password' : 'account.go-on')}
      onCode={async (code) => {
        secret.code = code;
        if (secret.password) return reset(route);
        route(to('reset/password'));
        return LEFT;
      }}
    />
  );
}
