import {useLayoutEffect, useRef, useState} from 'preact/hooks';
import {useRoute} from 'preact-iso';
import {ask, open, type Schema} from '../api/client';
import {events} from '../api/events';
import {t} from '../i18n';
import {clock, instant, languageName, length, list, weekday} from '../i18n/format';
import {learn, useNow} from '../lib/clock';
import {useLoad} from '../lib/load';
import {useSteps} from '../lib/steps';
import {isPossible, narrowing, readFilter, writeFilter} from '../lists/filter';
import {Chips, Filters} from '../lists/filters';
import {type Paged, usePaged} from '../lists/paged';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Icon} from '../ui/icon';
import {Failed} from '../ui/notice';
import {Heading} from '../ui/page';
import {Poster} from '../ui/poster';
import './videos.css';

type Video = Schema<'Video'>;

/** All videos, by day, narrowed by what the address says. */
export default function Videos() {
  // The route's query, not the location's: while the next page loads, this one still stands.
  const {query} = useRoute();
  const filter = readFilter(query);
  const key = `videos${writeFilter(filter)}`;
  const [programme] = useLoad(events, []);
  const listed = usePaged<Video>(key, async (cursor, limit) => {
    if (!isPossible(filter)) return {items: []};
    const {data, headers} = await ask(
      open.GET('/v1/videos', {params: {query: {...narrowing(filter), limit, ...(cursor && {cursor})}}}),
    );
    learn(headers);
    return data;
  });
  const known = programme.data ?? [];
  const name =
    known.find((event) => event.eventId === filter.event)?.name ??
    listed.items.find((video) => video.event.id === filter.event)?.event.name;
  const found = useRef<HTMLParagraphElement>(null);
  // The count of before stays while another list is read: nothing beside it moves, and each count is announced once.
  const counted = useRef('\u00a0');
  if (listed.state === 'ready')
    counted.current = t(listed.more ? 'videos.first' : 'videos.count', {count: listed.items.length});
  return (
    <>
      <Heading title={t('shell.videos')} about={name} />
      <Filters filter={filter} known={known} name={name} />
      <div class="found">
        <p role="status" tabIndex={-1} ref={found}>
          {counted.current}
        </p>
        {(name || listed.state !== 'loading') && (
          <Chips filter={filter} name={name} onRemove={() => found.current?.focus({preventScroll: true})} />
        )}
      </div>
      <List listed={listed} filtered={key !== 'videos'} />
    </>
  );
}

function List({listed, filtered}: {listed: Paged<Video>; filtered: boolean}) {
  const {state, items, problem, grow, again} = listed;
  const [reached, setReached] = useState<string>();
  useLayoutEffect(() => {
    if (reached) document.getElementById(reached)?.focus({preventScroll: true});
  }, [reached, items]);
  const longer = async () => {
    const before = await grow();
    setReached(`item-${before}`);
  };
  const waiting = state === 'loading';
  return (
    <div class="days" aria-busy={waiting}>
      {waiting && items.length === 0 && <Waiting />}
      {items.length > 0 && <Days listed={listed} onMore={longer} />}
      {state === 'ready' && items.length === 0 && (
        <div class="state">
          <Icon name="film" />
          <h2>{t('videos.none')}</h2>
          {filtered && (
            <>
              <p>{t('videos.widen')}</p>
              <a class="btn" href={to('videos')}>
                {t('videos.all')}
              </a>
            </>
          )}
        </div>
      )}
      {problem && state === 'failed' && <Failed problem={problem} again={again} />}
    </div>
  );
}

/** Items painted together; what a phone shows without scrolling is less. */
const TOGETHER = 4;

function Days({listed, onMore}: {listed: Paged<Video>; onMore: () => Promise<void>}) {
  const {state, items, fresh, more} = listed;
  // The first page in steps: all of its items together are a task of half a second on a phone.
  const last = useRef(fresh ? Math.ceil(items.length / TOGETHER) : 1).current;
  const step = useSteps(last);
  const shown = step < last ? items.slice(0, step * TOGETHER) : items;
  return (
    <>
      {byDay(shown).map(({date, videos}) => (
        <section class="day" key={date} aria-labelledby={`day-${date}`}>
          <h2 class="day__name" id={`day-${date}`}>
            {weekday(date)} <span>{date.slice(0, 4)}</span>
          </h2>
          <ul class="day__items" role="list">
            {videos.map(({video, at}) => (
              <Item key={video.videoId} video={video} at={at} />
            ))}
          </ul>
        </section>
      ))}
      {more && state !== 'failed' && step === last && (
        <p class="row more">
          <Button onPress={onMore}>{t('videos.more')}</Button>
        </p>
      )}
    </>
  );
}

function Item({video, at}: {video: Video; at: number}) {
  const {videoId, title, event, place, languages, durationMs, status, availableAt, assets} = video;
  return (
    <li class="item">
      <Poster
        href={assets?.poster?.href}
        clock={durationMs === undefined ? undefined : clock(durationMs)}
        eager={at < 4}
        locked={status === 'embargoed'}
      />
      <div>
        <h3 class="item__title">
          <a id={`item-${at}`} href={to(`videos/${videoId}`)}>
            {title}
          </a>
        </h3>
        <p class="item__meta dots">
          <span>{place.city}</span>
          <span>{event.name}</span>
          {languages.length > 0 && (
            <span>
              {languages.length > 3
                ? t('videos.languages', {count: languages.length})
                : list(languages.map(languageName))}
            </span>
          )}
          {durationMs !== undefined && <span>{length(durationMs)}</span>}
        </p>
        {status === 'embargoed' && (
          <p class="item__state">
            <Opens at={availableAt} />
          </p>
        )}
      </div>
    </li>
  );
}

function Opens({at}: {at: string | undefined}) {
  const now = useNow(30_000);
  const words =
    at === undefined
      ? t('videos.held')
      : Date.parse(at) > now
        ? t('videos.opens', {when: instant(at)})
        : t('videos.opened');
  return (
    <span class="chip chip--warn">
      <Icon name="clock" />
      {words}
    </span>
  );
}

function Waiting() {
  return (
    <div class="day waiting" aria-hidden="true">
      <div class="wait" />
      <div class="day__items">
        {[0, 1, 2, 3, 4, 5].map((at) => (
          <div class="item" key={at}>
            <div class="poster wait" />
            <div class="wait" />
          </div>
        ))}
      </div>
    </div>
  );
}

function byDay(items: readonly Video[]): {date: string; videos: {video: Video; at: number}[]}[] {
  const days = new Map<string, {video: Video; at: number}[]>();
  items.forEach((video, at) => {
    const same = days.get(video.date);
    if (same) same.push({video, at});
    else days.set(video.date, [{video, at}]);
  });
  return [...days].map(([date, videos]) => ({date, videos}));
}
