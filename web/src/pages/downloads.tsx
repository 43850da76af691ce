import type {ComponentChildren} from 'preact';
import {useRef, useState} from 'preact/hooks';
import {Person} from '../account/person';
import {ask, mine, type Schema} from '../api/client';
import {Problem} from '../api/problem';
import {session} from '../api/session';
import {t} from '../i18n';
import {away, instant, size} from '../i18n/format';
import {now} from '../lib/clock';
import {useLoad} from '../lib/load';
import {Ends} from '../lists/ends';
import {usePaged} from '../lists/paged';
import {TicketFiles} from '../tickets/files';
import {type Item, useTickets} from '../tickets/ticket';
import {Button} from '../ui/button';
import {Icon} from '../ui/icon';
import {Notice} from '../ui/notice';
import {Heading} from '../ui/page';
import {say} from '../ui/problem-words';
import './files.css';

type Download = Schema<'DownloadPage'>['items'][number];

/** Past tickets: what they held, how long they live, how often they were used. */
export default function Downloads() {
  return (
    <>
      <Heading title={t('shell.downloads')} />
      <Person>
        <Tickets />
      </Person>
    </>
  );
}

function Tickets() {
  const who = session.value.state === 'in' ? session.value.accountId : '';
  const listed = usePaged<Download>(`downloads ${who}`, async (cursor, limit) => {
    const query = {limit, ...(cursor && {cursor})};
    return (await ask(mine.GET('/v1/me/downloads', {params: {query}}))).data;
  });
  const [account] = useLoad(async () => (await ask(mine.GET('/v1/me'))).data, []);
  const tickets = useTickets(account.data?.termsVersion ?? '');
  const [wished, setWished] = useState('');
  const [said, setSaid] = useState('');
  const again = async ({ref, files}: Download) => {
    setWished(ref);
    await tickets.get(files.map(asItem).filter((item) => item !== undefined));
  };
  const revoked = (ref: string) => {
    setSaid(t('files.revoked-now'));
    listed.change((old) => old.map((one) => (one.ref === ref ? {...one, state: 'revoked'} : one)));
  };
  return (
    <>
      <p class="lede things__lede">{t('files.downloads-text')}</p>
      <p class="vh" role="status">
        {said}
      </p>
      <ul class="things" role="list" aria-busy={listed.state === 'loading'}>
        {listed.items.map((download) => (
          <li class="thing" key={download.ref}>
            <Ticket download={download} onRevoked={() => revoked(download.ref)}>
              {account.data && download.files.every(asItem) && (
                <Button small icon="again" onPress={() => again(download)}>
                  {t('files.again')}
                  <span class="vh"> {names(download)}</span>
                </Button>
              )}
            </Ticket>
            {wished === download.ref && <TicketFiles tickets={tickets} />}
          </li>
        ))}
      </ul>
      <Ends listed={listed} none={t('files.no-downloads')} />
    </>
  );
}

const SIGNS = {active: 'check', expired: 'clock', revoked: 'cross'} as const;

interface TicketProps {
  download: Download;
  onRevoked: () => void;
  children: ComponentChildren;
}

function Ticket({download, onRevoked, children}: TicketProps) {
  const {createdAt, expiresAt, uses, files} = download;
  const over = download.state === 'active' && Date.parse(expiresAt) <= now();
  const state = over ? 'expired' : download.state;
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <div class="thing__head">
        <h2 class="thing__name" tabIndex={-1} ref={heading}>
          {t('files.of', {at: instant(createdAt)})}
        </h2>
        <span class={state === 'active' ? 'chip chip--success' : 'chip'}>
          <Icon name={SIGNS[state]} />
          {t(`files.${state}`)}
        </span>
      </div>
      <p class="thing__meta dots">
        <span>{size(files.reduce((sum, {sizeBytes}) => sum + sizeBytes, 0))}</span>
        {state === 'active' && (
          <span>{t('files.ends', {at: instant(expiresAt), away: away(expiresAt, now())})}</span>
        )}
        {state === 'expired' && <span>{t('files.ended', {at: instant(expiresAt)})}</span>}
        <span>{t('files.uses', {count: uses})}</span>
      </p>
      <ul class="thing__files">
        {files.map(({name, sizeBytes}) => (
          <li key={name} class="dots">
            <span class="thing__file">{name}</span>
            <span class="muted">{size(sizeBytes)}</span>
          </li>
        ))}
      </ul>
      <div class="row">
        {children}
        {state === 'active' && (
          <Revoke
            download={download}
            onRevoked={() => {
              onRevoked();
              heading.current?.focus({preventScroll: true});
            }}
          />
        )}
      </div>
    </>
  );
}

/** Ends the links of a ticket, after a second press: whoever has them loses them. */
function Revoke({download, onRevoked}: {download: Download; onRevoked: () => void}) {
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const revoke = async () => {
    if (!sure) return setSure(true);
    setProblem(undefined);
    try {
      await ask(mine.DELETE('/v1/me/downloads/{ref}', {params: {path: {ref: download.ref}}}));
      onRevoked();
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      setProblem(cause);
    }
  };
  return (
    <>
      <Button small kind="danger" onPress={revoke}>
        {sure ? t('files.revoke-sure') : t('files.revoke')}
        <span class="vh"> {names(download)}</span>
      </Button>
      {sure && (
        <Button small kind="quiet" onPress={() => setSure(false)}>
          {t('files.keep')}
        </Button>
      )}
      <span role="status" class="hint">
        {sure && t('files.revoke-text')}
      </span>
      {problem && (
        <Notice kind="danger" live="alert">
          <p>{say(problem)}</p>
        </Notice>
      )}
    </>
  );
}

const names = ({files}: Download): string => files.map(({name}) => name).join(', ');

function asItem({videoId, clipId, rendition}: Download['files'][number]): Item | undefined {
  if (clipId) return {clipId};
  return rendition ? {videoId, rendition} : undefined;
}
