import {useState} from 'preact/hooks';
import {AccountPage} from '../account/account-page';
import {readExport} from '../account/export';
import {useFresh} from '../account/fresh';
import {ask, mine} from '../api/client';
import {Problem} from '../api/problem';
import {ended} from '../api/session';
import {t} from '../i18n';
import {now} from '../lib/clock';
import {offer} from '../lib/offer';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Choice} from '../ui/field';
import {Form, useSending} from '../ui/form';
import {Notice} from '../ui/notice';
import {Heading} from '../ui/page';
import {say} from '../ui/problem-words';

/** What is kept of a person as a file, and the end of the account. */
export default function AccountData() {
  const [gone, setGone] = useState(false);
  if (gone)
    return (
      <div class="sheet">
        <Heading title={t('me.deleted')} step="deleted" />
        <p class="lede">{t('me.deleted-text')}</p>
        <p>
          <a class="btn btn--primary" href={to()}>
            {t('me.home')}
          </a>
        </p>
      </div>
    );
  return (
    <AccountPage place="account/data">
      {({account}) => (
        <>
          <Export email={account.email} />
          <hr />
          <Delete email={account.email} onGone={() => setGone(true)} />
        </>
      )}
    </AccountPage>
  );
}

function Export({email}: {email: string}) {
  const [asking, fresh] = useFresh(email);
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState(false);
  const save = async () => {
    setProblem(undefined);
    setDone(false);
    try {
      const saved = await fresh(async () => {
        const day = new Date(now()).toISOString().slice(0, 10);
        offer(`clipdesk-${day}.json`, await readExport());
      });
      setDone(saved);
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      setProblem(cause);
    }
  };
  return (
    <section class="stack" aria-labelledby="export">
      {asking}
      <h2 id="export">{t('me.export')}</h2>
      <p>{t('me.export-text')}</p>
      {problem && (
        <Notice kind="danger" live="alert">
          <p>{say(problem)}</p>
        </Notice>
      )}
      <p>
        <Button icon="download" onPress={save}>
          {t('me.export-save')}
        </Button>
      </p>
      <p role="status">{done && t('me.export-done')}</p>
    </section>
  );
}

function Delete({email, onGone}: {email: string; onGone: () => void}) {
  const [asking, fresh] = useFresh(email);
  const [sure, setSure] = useState(false);
  const {faults, attempt, busy, refuse, send} = useSending();
  const submit = () => {
    if (!sure) return refuse({sure: t('me.delete-missing')});
    void send(async () => {
      const gone = await fresh(() => ask(mine.DELETE('/v1/me')));
      if (!gone) return;
      onGone();
      ended();
    });
  };
  return (
    <section class="stack" aria-labelledby="delete">
      {asking}
      <h2 id="delete">{t('me.delete')}</h2>
      <p>{t('me.delete-text')}</p>
      <Form faults={faults} attempt={attempt} onSubmit={submit}>
        <Choice
          id="sure"
          label={t('me.delete-sure')}
          error={faults.sure}
          checked={sure}
          onChecked={setSure}
        />
        <div class="actions">
          <Button kind="danger" type="submit" busy={busy}>
            {t('me.delete')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
