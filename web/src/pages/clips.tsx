import {useEffect, useState} from 'preact/hooks';
import {Person} from '../account/person';
import {ask, mine, open, type Schema} from '../api/client';
import {Problem} from '../api/problem';
import {session} from '../api/session';
import {useBeside} from '../clips/beside';
import {type Clip, isOpen, reportOf, useLive} from '../clips/clips';
import {Report} from '../clips/report';
import {Announced, Progress, StateChip} from '../clips/state';
import {t} from '../i18n';
import {instant, length, size} from '../i18n/format';
import {useLoad} from '../lib/load';
import {writeMoment} from '../lib/moment';
import {fromZero} from '../lib/timecode';
import {Ends} from '../lists/ends';
import {usePaged} from '../lists/paged';
import {to} from '../shell/paths';
import {TicketFiles} from '../tickets/files';
import {useTickets} from '../tickets/ticket';
import {Button} from '../ui/button';
import {Failed} from '../ui/notice';
import {Heading} from '../ui/page';
import './files.css';

/** Every clip that this person asked for, with what became of it. */
export default function Clips() {
  return (
    <>
      <Heading title={t('shell.clips')} />
      <Person>
        <Asked />
      </Person>
    </>
  );
}

function Asked() {
  const who = session.value.state === 'in' ? session.value.accountId : '';
  const listed = usePaged<Clip>(`clips ${who}`, async (cursor, limit) => {
    const query = {limit, ...(cursor && {cursor})};
    return (await ask(mine.GET('/v1/me/clips', {params: {query}}))).data;
  });
  const {clips, problem} = useLive(listed.items);
  const videos = useVideos(clips);
  const [account] = useLoad(async () => (await ask(mine.GET('/v1/me'))).data, []);
  const tickets = useTickets(account.data?.termsVersion ?? '');
  const [wished, setWished] = useState('');
  const listable = clips.filter(({status}) => status !== 'failed');
  const [beside, again] = useBeside(listable.length > 0);
  const name = (clip: Clip) => clip.label || t('files.from-to', edges(clip));
  const take = (clip: Clip) => {
    setWished(clip.clipId);
    return tickets.get([{clipId: clip.clipId}]);
  };
  return (
    <>
      <p class="lede things__lede">{t('files.clips-text')}</p>
      <Announced clips={clips} name={name} />
      {problem && listed.state === 'ready' && <Failed problem={problem} />}
      {beside.data && listable.length > 0 && (
        <beside.data.EditList
          clips={listable}
          name={name}
          title={({videoId}) => videos.get(videoId)?.title}
        />
      )}
      {beside.state === 'failed' && <Failed problem={beside.problem} again={again} />}
      <ul class="things" role="list" aria-busy={listed.state === 'loading'}>
        {clips.map((clip) => (
          <li class="thing" key={clip.clipId}>
            <div class="thing__head">
              <h2 class="thing__name">
                <bdi>{name(clip)}</bdi>
              </h2>
              <StateChip status={clip.status} />
            </div>
            <p class="thing__meta dots">
              <a href={to(`videos/${clip.videoId}`)}>
                <bdi>{videos.get(clip.videoId)?.title ?? clip.videoId}</bdi>
              </a>
              {clip.label && <span class="tc">{t('files.from-to', edges(clip))}</span>}
              <span>{length(clip.range.durationMs)}</span>
              {clip.file && <span>{size(clip.file.sizeBytes)}</span>}
              {clip.askedAt && <span>{t('files.asked-at', {at: instant(clip.askedAt)})}</span>}
            </p>
            <Progress clip={clip} name={name(clip)} />
            <p class="row">
              {clip.status === 'ready' && account.data && (
                <Button small icon="download" onPress={() => take(clip)}>
                  {t('ticket.get')}
                  <span class="vh"> {name(clip)}</span>
                </Button>
              )}
              {clip.status === 'failed' && (clip.error?.retryable ?? clip.retryable) && (
                <Retry clip={clip} onAsked={(again) => listed.change((old) => old.map(exchange(again)))} />
              )}
              <a class="btn btn--s" href={`${to(`videos/${clip.videoId}`)}?t=${moment(clip)}`}>
                {t('files.edges')}
                <span class="vh"> {name(clip)}</span>
              </a>
            </p>
            {wished === clip.clipId && <TicketFiles tickets={tickets} checksums={checksums([clip])} />}
            <Report clip={clip} tracks={videos.get(clip.videoId)?.tracks} />
            {beside.data && clip.status === 'ready' && (
              <beside.data.Subtitles clip={clip} name={name(clip)} />
            )}
          </li>
        ))}
      </ul>
      <Ends listed={listed} none={t('files.no-clips')} />
    </>
  );
}

/** Asks for the same range again, after a failure that may pass. */
function Retry({clip, onAsked}: {clip: Clip; onAsked: (again: Clip) => void}) {
  const [problem, setProblem] = useState<Problem>();
  const {videoId, range, tracks, label} = clip;
  const retry = async () => {
    setProblem(undefined);
    try {
      const {data} = await ask(
        mine.POST('/v1/clips', {
          body: {
            videoId,
            tracks,
            handlesMs: 0,
            ranges: [{in: {frame: range.in.frame}, out: {frame: range.out.frame}, ...(label && {label})}],
          },
        }),
      );
      for (const again of data.clips) onAsked({...again, ...(label && {label})});
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      setProblem(cause);
    }
  };
  return (
    <>
      <Button small icon="again" onPress={retry}>
        {t('clip.retry')}
      </Button>
      {problem && <Failed problem={problem} />}
    </>
  );
}

const exchange = (again: Clip) => (old: Clip) =>
  old.clipId === again.clipId ? {...again, ...(old.askedAt && {askedAt: old.askedAt})} : old;

const moment = ({range}: Clip): string =>
  writeMoment({in: range.in.frame, last: range.out.frame - 1}, range.frameRate);

function edges({range}: Clip): {first: string; last: string} {
  const {label} = fromZero(range.frameRate);
  return {first: label(range.in.frame), last: label(range.out.frame - 1)};
}

const checksums = (clips: readonly Clip[]): Record<string, string> =>
  Object.fromEntries(
    clips
      .filter((clip) => !isOpen(clip))
      .flatMap((clip) => {
        const sum = reportOf(clip).checksum;
        return sum ? [[clip.clipId, `${sum.algorithm} ${sum.value}`]] : [];
      }),
  );

/** The videos of these clips; one that cannot be read is known by its id alone. */
function useVideos(clips: readonly Clip[]): ReadonlyMap<string, Schema<'Video'>> {
  const [videos, setVideos] = useState<ReadonlyMap<string, Schema<'Video'>>>(new Map());
  const ids = [...new Set(clips.map(({videoId}) => videoId))].sort().join(' ');
  useEffect(() => {
    for (const videoId of ids.split(' ').filter((id) => id && !videos.has(id)))
      ask(open.GET('/v1/videos/{videoId}', {params: {path: {videoId}}})).then(
        ({data}) => setVideos((old) => new Map([...old, [videoId, data]])),
        () => undefined,
      );
  }, [ids]);
  return videos;
}
