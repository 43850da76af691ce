import {useLocation} from 'preact-iso';
import {CodePage} from '../account/code-page';
import {pending} from '../account/pending';
import {Person} from '../account/person';
import {ask, open} from '../api/client';
import {t} from '../i18n';
import {to} from '../shell/paths';
import {LEFT} from '../ui/form';

/** The code of a new address. */
export default function AccountEmailCode() {
  const {route} = useLocation();
  return (
    <Person>
      <CodePage
        purpose="change-address"
        start={to('account/email')}
        title={t('account.look-into-mail')}
        submit={t('account.check-code')}
        onCode={async (code, {verificationId}) => {
          await ask(
            open.POST('/v1/verifications/{id}/check', {params: {path: {id: verificationId}}, body: {code}}),
          );
          pending['change-address'].drop();
          route(`${to('account/email')}?done`, true);
          return LEFT;
        }}
      />
    </Person>
  );
}
