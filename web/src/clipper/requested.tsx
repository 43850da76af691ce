import {useEffect, useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {ask, mine} from '../api/client';
import {Problem} from '../api/problem';
import {session} from '../api/session';
import {useBeside} from '../clips/beside';
import {type Clip, reportOf, useLive} from '../clips/clips';
import {Report} from '../clips/report';
import {Announced, Progress, StateChip} from '../clips/state';
import {t} from '../i18n';
import {length, size} from '../i18n/format';
import {toAndBack} from '../shell/paths';
import {sayUntil, TicketFiles} from '../tickets/files';
import {useTickets} from '../tickets/ticket';
import {Button} from '../ui/button';
import {Failed, Notice} from '../ui/notice';
import {say} from '../ui/problem-words';
import {type Desk, label} from '../video/desk';

/** What this person asked for of this video: just now, and before, also from another place. */
export function useRequested(videoId: string): [Clip[], (clips: Clip[]) => void] {
  const [clips, setClips] = useState<Clip[]>([]);
  const signedIn = session.value.state === 'in';
  const add = (some: Clip[], late = false) =>
    setClips((old) => {
      const [first, then] = late ? [old, some] : [some, old];
      return [...first, ...then.filter(({clipId}) => !first.some((one) => one.clipId === clipId))];
    });
  useEffect(() => {
    setClips([]);
    if (!signedIn) return undefined;
    let left = false;
    const read = async (cursor?: string): Promise<void> => {
      const query = {limit: 100, ...(cursor && {cursor})};
      const {data} = await ask(mine.GET('/v1/me/clips', {params: {query}}));
      if (left) return;
      const same = data.items.filter((clip) => clip.videoId === videoId);
      if (same.length) add(same, true);
      if (data.nextCursor) await read(data.nextCursor);
    };
    read().catch((cause: unknown) => {
      // What was asked for earlier is not on show then; the page of all clips says why.
      if (!(cause instanceof Problem)) throw cause;
    });
    return () => {
      left = true;
    };
  }, [videoId, signedIn]);
  return [clips, add];
}

interface Props {
  desk: Desk;
  asked: readonly Clip[];
  onClips: (clips: Clip[]) => void;
}

/** Each clip with its state as it is now, its report and its file. */
export function Requested({desk, asked, onClips}: Props) {
  const {clips, problem} = useLive(asked);
  const tickets = useTickets(desk.video.terms.version);
  const {route} = useLocation();
  const [refused, setRefused] = useState('');
  const [beside, anew] = useBeside(clips.length > 0);
  const name = (clip: Clip) =>
    clip.label || `${label(desk, clip.range.in.frame)}\u00a0– ${label(desk, clip.range.out.frame - 1)}`;
  const again = async (clip: Clip) => {
    setRefused('');
    try {
      const {in: first, out} = clip.range;
      const range = {
        in: {frame: first.frame},
        out: {frame: out.frame},
        ...(clip.label && {label: clip.label}),
      };
      const body = {videoId: clip.videoId, ranges: [range], tracks: clip.tracks, handlesMs: 0};
      onClips((await ask(mine.POST('/v1/clips', {body}))).data.clips);
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      setRefused(sayUntil(cause));
    }
  };
  const get = (wanted: Clip[]) =>
    session.value.state === 'out'
      ? route(toAndBack('sign-in'))
      : tickets.get(wanted.map(({clipId}) => ({clipId})));
  const ready = clips.filter(({status}) => status === 'ready');
  const checksums = Object.fromEntries(
    ready.map((clip) => [clip.clipId, reportOf(clip).checksum?.value ?? '']),
  );
  return (
    <>
      <Announced clips={clips} name={name} />
      {!clips.length && <p class="hint">{t('clipper.none')}</p>}
      {(problem || refused) && (
        <Notice kind="warn" live="status">
          <p>{refused || (problem && say(problem))}</p>
        </Notice>
      )}
      <ol class="ranges ranges--got">
        {clips.map((clip) => (
          <li class="got" key={clip.clipId} data-clip={clip.clipId}>
            <p class="range__label">
              <bdi>{name(clip)}</bdi>
            </p>
            <p class="got__state">
              <StateChip status={clip.status} /> {length(Math.max(1000, clip.range.durationMs))}
              {clip.file && `, ${size(clip.file.sizeBytes)}`}
            </p>
            <Progress clip={clip} name={name(clip)} />
            {clip.status === 'ready' && (
              <Button small icon="download" onPress={() => get([clip])}>
                {t('ticket.get')}
                <span class="vh">: {name(clip)}</span>
              </Button>
            )}
            {clip.status === 'failed' && (clip.retryable ?? clip.error?.retryable) && (
              <Button small icon="again" onPress={() => again(clip)}>
                {t('clip.retry')}
                <span class="vh">: {name(clip)}</span>
              </Button>
            )}
            <Report clip={clip} tracks={desk.video.tracks} />
            {beside.data && clip.status === 'ready' && (
              <beside.data.Subtitles clip={clip} name={name(clip)} />
            )}
          </li>
        ))}
      </ol>
      {ready.length > 1 && (
        <p>
          <Button icon="download" onPress={() => get(ready.slice(0, 50))}>
            {t('clipper.get-all', {count: ready.length})}
          </Button>
        </p>
      )}
      <TicketFiles tickets={tickets} checksums={checksums} />
      {beside.data && ready.length > 1 && <beside.data.EditList clips={ready} name={name} />}
      {beside.state === 'failed' && <Failed problem={beside.problem} again={anew} />}
    </>
  );
}
