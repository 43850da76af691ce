import {useEffect, useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {AccountPage} from '../account/account-page';
import {useFresh} from '../account/fresh';
import {readUserAgent} from '../account/user-agent';
import {ask, mine, type Schema} from '../api/client';
import {Problem} from '../api/problem';
import {ended, signOut} from '../api/session';
import {t} from '../i18n';
import {away, instant} from '../i18n/format';
import {now} from '../lib/clock';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {focusHeading} from '../ui/focus';
import {Notice} from '../ui/notice';
import {say} from '../ui/problem-words';

type Session = Schema<'SessionPage'>['items'][number];

/** Where one is signed in; each can be ended, and all. */
export default function AccountSessions() {
  return (
    <AccountPage place="account/sessions">{({account}) => <Sessions email={account.email} />}</AccountPage>
  );
}

function Sessions({email}: {email: string}) {
  const {route} = useLocation();
  const [rows, setRows] = useState<Session[]>();
  const [problem, setProblem] = useState<Problem>();
  const [word, setWord] = useState('');
  const [asking, fresh] = useFresh(email);

  const attempt = async (work: () => Promise<unknown>) => {
    setProblem(undefined);
    setWord('');
    try {
      await work();
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      setProblem(cause);
    }
  };
  const load = async () => setRows(await readSessions());
  useEffect(() => void attempt(load), []);

  const end = (one: Session) =>
    attempt(async () => {
      if (one.current) {
        await signOut();
        return route(to());
      }
      const gone = await fresh(async () => {
        try {
          await ask(mine.DELETE('/v1/me/sessions/{id}', {params: {path: {id: one.sessionId}}}));
        } catch (cause) {
          // Ended by itself meanwhile: that was meant.
          if (!(cause instanceof Problem) || cause.code !== 'not-found') throw cause;
        }
      });
      if (!gone) return;
      await load();
      setWord(t('me.session-ended'));
      focusHeading();
    });
  const endAll = () =>
    attempt(async () => {
      await ask(mine.DELETE('/v1/sessions'));
      ended();
      route(to('sign-in'));
    });

  return (
    <>
      {asking}
      <p>{t('me.sessions-text')}</p>
      <div role="status">{word && <Notice kind="success">{word}</Notice>}</div>
      {problem && (
        <Notice kind="danger" live="alert">
          <p>{say(problem)}</p>
          {!rows && (
            <p>
              <Button small icon="again" onPress={() => attempt(load)}>
                {t('ui.again')}
              </Button>
            </p>
          )}
        </Notice>
      )}
      {!rows && !problem && <p class="wait account__wait" aria-busy="true" />}
      <ul class="sessions" role="list">
        {rows?.map((one) => (
          <SessionRow key={one.sessionId} one={one} onEnd={() => end(one)} />
        ))}
      </ul>
      {rows && (
        <p>
          <Button kind="danger" onPress={endAll}>
            {t('me.end-all')}
          </Button>
        </p>
      )}
    </>
  );
}

function SessionRow({one, onEnd}: {one: Session; onEnd: () => Promise<void>}) {
  const {browser, system} = readUserAgent(one.userAgent);
  const name =
    browser && system
      ? t('me.session-name', {browser, system})
      : (browser ?? system ?? t('me.session-unknown'));
  return (
    <li class="panel session">
      <div class="stack stack-s">
        <h2 id={one.sessionId}>
          {name} {one.current && <span class="chip chip--success">{t('me.this-one')}</span>}
        </h2>
        <dl class="facts">
          <div>
            <dt>{t('me.used')}</dt>
            <dd>{away(one.lastUsedAt, now())}</dd>
          </div>
          <div>
            <dt>{t('me.started')}</dt>
            <dd>{instant(one.startedAt)}</dd>
          </div>
          <div>
            <dt>{t('me.network')}</dt>
            <dd class="mono">{readable(one.network)}</dd>
          </div>
        </dl>
      </div>
      <Button small aria-describedby={one.sessionId} onPress={onEnd}>
        {t(one.current ? 'me.sign-out-here' : 'me.end')}
      </Button>
    </li>
  );
}

/** The first 64 bits of an IPv6 address as people know them: `20010db800000000/64` is `2001:db8:0:0::/64`. */
export function readable(network: string): string {
  const groups = /^([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})\/64$/.exec(network)?.slice(1);
  return groups ? `${groups.map((group) => group.replace(/^0{1,3}/, '')).join(':')}::/64` : network;
}

async function readSessions(): Promise<Session[]> {
  const rows: Session[] = [];
  for (let cursor: string | undefined; ; ) {
    const {data} = await ask(
      mine.GET('/v1/me/sessions', {params: {query: {limit: 100, ...(cursor && {cursor})}}}),
    );
    rows.push(...data.items);
    cursor = data.nextCursor;
    if (!cursor) return rows.sort((a, b) => Number(b.current) - Number(a.current));
  }
}
