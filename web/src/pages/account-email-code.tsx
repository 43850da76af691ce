import {useLocation} from 'preact-iso';
import {CodePage} from '../account/code-page';
import {pending} from '../account/pending';
import {Person} from '../account/person';
import {ask, open} from '../api/client';
import {session} from '../api/session';
import {t} from '../i18n';
import {to} from '../shell/paths';
import {LEFT} from '../ui/form';

/** The code of a new address. */
export default function AccountEmailCode() {
  return (
    <Person>
      <Inside />
    </Person>
  );
}

function Inside() {
  const {route} = useLocation();
  const now = session.value;
  const slot = pending['change-address'];
  // Of somebody who used this tab before.
  if (now.state === 'in' && slot.read()?.accountId !== now.accountId) slot.drop();
  return (
    <CodePage
      purpose="change-address"
      start={to('account/email')}
      title={t('account.look-into-mail')}
      submit={t('account.check-code')}
      onCode={async (code, {verificationId}) => {
        await ask(
          open.POST('/v1/verifications/{id}/check', {params: {path: {id: verificationId}}, body: {code}}),
        );
        slot.drop();
        route(`${to('account/email')}?done`, true);
        return LEFT;
      }}
    />
  );
}
