import {useEffect, useState} from 'preact/hooks';
import {ask, open, type Schema} from '../api/client';
import {type Event, events} from '../api/events';
import {session} from '../api/session';
import {rich, t} from '../i18n';
import {clock, day, length, span} from '../i18n/format';
import {useLoad} from '../lib/load';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Flag} from '../ui/flag';
import {Failed} from '../ui/notice';
import {Heading} from '../ui/page';
import {Poster} from '../ui/poster';
import './home.css';

type Video = Schema<'Video'>;

/** What one gets here, and what it costs: nothing. Then the programme and the newest videos. */
export default function Home() {
  const inside = session.value.state === 'in';
  return (
    <>
      <section class="hero">
        <Heading title={t('home.title')} />
        <p class="lede">{t('home.lede')}</p>
        <p class="row">
          {inside ? (
            <a class="btn btn--primary" href={to('videos')}>
              {t('home.see')}
            </a>
          ) : (
            <>
              <a class="btn btn--primary" href={to('sign-up')}>
                {t('shell.sign-up')}
              </a>
              <a class="btn" href={to('videos')}>
                {t('home.see')}
              </a>
            </>
          )}
        </p>
        {!inside && (
          <p class="hero__note">
            {rich('home.known', {link: (words) => <a href={to('sign-in')}>{words}</a>})}
          </p>
        )}
      </section>
      <section class="section" aria-labelledby="how">
        <h2 class="vh" id="how">
          {t('home.how')}
        </h2>
        <ol class="steps" role="list">
          {(['account', 'mark', 'take'] as const).map((step) => (
            <li key={step}>
              <h3>{t(`home.step-${step}`)}</h3>
              <p>{t(`home.step-${step}-text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <Newest />
      <Programme />
    </>
  );
}

function Newest() {
  const [loaded, again] = useLoad(
    async () => (await ask(open.GET('/v1/videos', {params: {query: {limit: 4}}}))).data.items,
    [],
  );
  const videos = loaded.data ?? [];
  if (loaded.state === 'ready' && videos.length === 0) return null;
  return (
    <section class="section newest" aria-labelledby="newest" aria-busy={loaded.state === 'loading'}>
      <div class="section__head">
        <h2 id="newest">{t('home.newest')}</h2>
        <a href={to('videos')}>{t('home.all')}</a>
      </div>
      {loaded.state === 'failed' && <Failed problem={loaded.problem} again={again} />}
      <ul class="cards" role="list">
        {videos.map((video) => (
          <Card key={video.videoId} video={video} />
        ))}
        {loaded.state === 'loading' &&
          [0, 1, 2, 3].map((at) => (
            <li key={at} class="card card--wait">
              <div class="poster wait" />
            </li>
          ))}
      </ul>
    </section>
  );
}

function Card({video}: {video: Video}) {
  const {videoId, title, date, place, event, durationMs, status, assets} = video;
  return (
    <li class="card">
      <Poster
        href={assets?.poster?.href}
        clock={durationMs === undefined ? undefined : clock(durationMs)}
        locked={status === 'embargoed'}
      />
      <p class="card__when">{day(date)}</p>
      <h3 class="card__title">
        <a href={to(`videos/${videoId}`)}>{title}</a>
      </h3>
      <p class="card__meta dots">
        <span>{place.city}</span>
        <span>{event.name}</span>
        {durationMs !== undefined && <span>{length(durationMs)}</span>}
      </p>
    </li>
  );
}

// As many cards as stand beside each other without being squeezed.
const WIDTHS = ['(min-width: 64rem)', '(min-width: 44rem)'].map((query) => window.matchMedia(query));
const fitting = () => 1 + WIDTHS.filter(({matches}) => matches).length;

function Programme() {
  const [loaded] = useLoad(events, []);
  const [first, setFirst] = useState(0);
  const [beside, setBeside] = useState(fitting);
  useEffect(() => {
    const measure = () => setBeside(fitting());
    for (const width of WIDTHS) width.addEventListener('change', measure);
    return () => {
      for (const width of WIDTHS) width.removeEventListener('change', measure);
    };
  }, []);
  // A portal without a programme, or one that cannot be read, is no reason to say anything here: the videos are all there.
  const all = loaded.data ?? [];
  if (all.length === 0) return null;
  const last = Math.min(first + beside, all.length);
  const turn = (by: number) => setFirst(Math.max(0, Math.min(first + by, all.length - 1)));
  return (
    <section class="section" aria-labelledby="programme">
      <div class="section__head">
        <h2 id="programme">{t('home.programme')}</h2>
        {all.length > beside && (
          <div class="pager">
            <p role="status">
              {last - first > 1
                ? t('home.some-of', {first: first + 1, last, all: all.length})
                : t('home.one-of', {one: last, all: all.length})}
            </p>
            <Turn icon="left" unable={first === 0} onPress={() => turn(-beside)} />
            <Turn icon="right" unable={last === all.length} onPress={() => turn(beside)} />
          </div>
        )}
      </div>
      <ul class="events" role="list">
        {all.slice(first, last).map((event) => (
          <EventCard key={event.eventId} event={event} />
        ))}
      </ul>
    </section>
  );
}

function Turn(props: {icon: 'left' | 'right'; unable: boolean; onPress: () => void}) {
  const {icon, unable, onPress} = props;
  const words = icon === 'left' ? t('home.before') : t('home.after');
  return (
    <Button small icon={icon} unable={unable} onPress={onPress}>
      <span class="vh">{unable ? t('home.end', {what: words}) : words}</span>
    </Button>
  );
}

function EventCard({event: {eventId, name, from, to: until, place}}: {event: Event}) {
  return (
    <li class="event">
      <p class="event__when">
        <span class="event__year">{until.slice(0, 4)}</span>
        <span>{span(from, until)}</span>
      </p>
      <h3 class="event__title">
        <a href={`${to('videos')}?event=${encodeURIComponent(eventId)}`}>{name}</a>
      </h3>
      <p class="event__foot">
        <Flag country={place.country} />
        <span>{`${place.city}, ${place.countryName}`}</span>
      </p>
    </li>
  );
}
