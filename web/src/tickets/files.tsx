import type {RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import type {Problem} from '../api/problem';
import {t} from '../i18n';
import {instant, number, size} from '../i18n/format';
import {useNow} from '../lib/clock';
import {Button} from '../ui/button';
import {Copy} from '../ui/copy';
import {Icon} from '../ui/icon';
import {Notice} from '../ui/notice';
import {say} from '../ui/problem-words';
import type {Ticket, Tickets} from './ticket';
import './files.css';

interface Props {
  tickets: Tickets;
  /** Checksums that the page knows of, by the id of the clip. */
  checksums?: Readonly<Record<string, string>>;
}

/** What became of a wish for files: links that work outside the page too, newer terms to accept, or why not and until when. */
export function TicketFiles({tickets, checksums = {}}: Props) {
  const {wish} = tickets;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [wish.state]);
  if (wish.state === 'refused')
    return (
      <Notice kind="danger" live="alert">
        <p>{sayUntil(wish.problem)}</p>
        {wish.problem.passing && wish.problem.code !== 'quota-exceeded' && (
          <p>
            <Button small icon="again" onPress={tickets.again}>
              {t('ui.again')}
            </Button>
          </p>
        )}
      </Notice>
    );
  if (wish.state === 'terms')
    return (
      <Notice kind="warn">
        <h3 tabIndex={-1} ref={heading}>
          {t('ticket.terms-title')}
        </h3>
        <p class="granted__terms">{wish.terms.text}</p>
        <p>
          <Button kind="primary" onPress={tickets.accept}>
            {t('ticket.accept')}
          </Button>
        </p>
      </Notice>
    );
  return wish.state === 'granted' ? (
    <Granted {...{tickets, checksums, heading}} ticket={wish.ticket} />
  ) : null;
}

interface GrantedProps extends Required<Props> {
  ticket: Ticket;
  heading: RefObject<HTMLHeadingElement | null>;
}

function Granted({tickets, ticket, checksums, heading}: GrantedProps) {
  const {files, expiresAt} = ticket;
  if (useNow(5000) >= Date.parse(expiresAt))
    return (
      <Notice kind="warn" live="status">
        <p>{t('ticket.over')}</p>
        <p>
          <Button small icon="again" onPress={tickets.anew}>
            {t('ticket.anew')}
          </Button>
        </p>
      </Notice>
    );
  return (
    <section class="granted stack" aria-labelledby="granted">
      <h3 id="granted" tabIndex={-1} ref={heading}>
        {t('ticket.ready', {count: files.length})}
      </h3>
      <p class="hint">{t('ticket.until', {at: instant(expiresAt)})}</p>
      <ul class="stack">
        {files.map(({href, name, sizeBytes, sha256, clipId}) => (
          <li key={href} class="stack-s stack">
            <a class="btn granted__link" href={href} download>
              <Icon name="download" />
              <span>
                {t('ticket.get')} ({size(sizeBytes)})<span class="granted__name">{name}</span>
              </span>
            </a>
            <Command href={href} />
            <Checksum value={sha256 ?? (clipId && checksums[clipId])} kind={sha256 ? 'SHA-256' : ''} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Command({href}: {href: string}) {
  const line = `curl -L -C - -O '${href}'`;
  return (
    <div class="curl">
      <code>{line}</code>
      <Copy text={line} label={t('ticket.curl')} />
    </div>
  );
}

function Checksum({value, kind}: {value: string | undefined; kind: string}) {
  if (!value) return null;
  return (
    <p class="hint">
      {t('ticket.checksum')} {kind} <code>{value}</code>
    </p>
  );
}

/** A problem in words, with the time at which a quota or an embargo ends. */
export function sayUntil(problem: Problem): string {
  const {quota, limit, resetsAt, availableAt} = problem.members as Record<
    string,
    string | number | undefined
  >;
  if (problem.code === 'quota-exceeded' && resetsAt && limit)
    return quota === 'clips-per-day'
      ? t('ticket.quota-clips-per-day', {limit: number(Number(limit)), at: instant(resetsAt)})
      : t('ticket.quota-bytes-per-day', {limit: size(Number(limit)), at: instant(resetsAt)});
  if (problem.code === 'embargoed' && availableAt) return t('ticket.embargoed', {at: instant(availableAt)});
  return say(problem);
}
