import {useState} from 'preact/hooks';
import {AccountPage, type Me, readMe} from '../account/account-page';
import {faultsOf} from '../account/faults';
import {PersonFields} from '../account/fields';
import {MailLanguage} from '../account/topics';
import {ask, mine} from '../api/client';
import type {Language} from '../i18n';
import {NAMES, t} from '../i18n';
import {day} from '../i18n/format';
import {useDraft} from '../lib/draft';
import {Button} from '../ui/button';
import {focusHeading} from '../ui/focus';
import {Form, useSending} from '../ui/form';
import {Notice} from '../ui/notice';

interface Profile {
  name: string;
  outlet: string;
  language: Language;
}

const profileOf = ({account}: Me): Profile => ({
  name: account.name ?? '',
  outlet: account.outlet ?? '',
  language: account.language,
});

const typedOver = (me: Me) => ({...profileOf(me), etag: me.etag});

/** Name, outlet and language of mails. */
export default function Account() {
  return <AccountPage place="account">{(me) => <ProfileForm me={me} />}</AccountPage>;
}

function ProfileForm({me}: {me: Me}) {
  // A draft keeps the version that it was typed over: after a reload, too, what was changed elsewhere is a clash.
  const [typed, change, forget] = useDraft(`profile.${me.account.accountId}`, typedOver(me));
  const [theirs, setTheirs] = useState<Me>();
  const [saved, setSaved] = useState(false);
  const {faults, attempt, busy, refuse, send} = useSending();

  const settle = (version: Me) => {
    change(typedOver(version));
    forget();
    if (!theirs) return;
    setTheirs(undefined);
    refuse({});
    focusHeading();
  };
  const save = () => {
    setSaved(false);
    void send(
      async () => {
        const {data, headers} = await ask(
          mine.PATCH('/v1/me', {
            params: {header: {'If-Match': theirs?.etag ?? typed.etag}},
            headers: {'Content-Type': 'application/merge-patch+json'},
            body: {
              name: typed.name.trim() || null,
              outlet: typed.outlet.trim() || null,
              language: typed.language,
            },
          }),
        );
        settle({account: data, etag: headers.get('ETag') ?? ''});
        setSaved(true);
      },
      (problem) => {
        if (problem.code !== 'precondition-failed')
          return faultsOf(problem, {name: 'name', outlet: 'outlet'});
        void readMe().then(setTheirs, () => undefined);
        return {'': t('me.clash')};
      },
    );
  };

  return (
    <>
      {saved && (
        <Notice kind="success" live="status">
          <p>{t('me.saved')}</p>
        </Notice>
      )}
      <Form faults={faults} attempt={attempt} onSubmit={save}>
        {theirs && (
          <section class="panel stack" aria-labelledby="clash">
            <h2 id="clash">{t('me.clash-title')}</h2>
            <div class="pair">
              <Version title={t('me.mine')} profile={typed} />
              <Version title={t('me.theirs')} profile={profileOf(theirs)} />
            </div>
            <div class="actions">
              <Button kind="primary" busy={busy} onPress={save}>
                {t('me.keep-mine')}
              </Button>
              <Button onPress={() => settle(theirs)}>{t('me.take-theirs')}</Button>
            </div>
          </section>
        )}
        <PersonFields value={typed} faults={faults} onChange={change} />
        <MailLanguage
          label={t('me.language')}
          value={typed.language}
          onValue={(language) => change({language})}
        />
        <div class="actions">
          <Button kind={theirs ? 'quiet' : 'primary'} type="submit" busy={busy}>
            {t('me.save')}
          </Button>
        </div>
      </Form>
      <p class="muted">{t('me.since', {date: day(me.account.createdAt.slice(0, 10))})}</p>
    </>
  );
}

function Version({title, profile}: {title: string; profile: Profile}) {
  return (
    <div class="stack stack-s">
      <h3>{title}</h3>
      <dl class="facts">
        {(
          [
            [t('account.name'), profile.name],
            [t('account.outlet'), profile.outlet],
            [t('me.language'), NAMES[profile.language]],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
