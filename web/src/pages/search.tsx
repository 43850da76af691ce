import {useLayoutEffect, useRef, useState} from 'preact/hooks';
import {useLocation, useRoute} from 'preact-iso';
import {ask, open} from '../api/client';
import {events} from '../api/events';
import {t} from '../i18n';
import {languageName} from '../i18n/format';
import {useLoad} from '../lib/load';
import {narrowing, writeFilter} from '../lists/filter';
import {usePaged} from '../lists/paged';
import {useTyped} from '../lists/typed';
import {type Hit, HitItem} from '../search/hit';
import {readWanted, type Wanted} from '../search/wanted';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Field} from '../ui/field';
import {Failed, Notice} from '../ui/notice';
import {Heading} from '../ui/page';
import {Select} from '../ui/select';
import './videos.css';
import './search.css';

const LANGUAGES = ['en', 'fr', 'uk'];

/** What was said, across all videos. */
export default function Search() {
  const wanted = readWanted(useRoute().query);
  const key = `search${writeFilter(wanted)}`;
  const [incomplete, setIncomplete] = useState(false);
  const listed = usePaged<Hit>(key, async (cursor, limit) => {
    setIncomplete(false);
    if (!wanted.q) return {items: []};
    const query = {...(narrowing(wanted) as {q: string}), limit, ...(cursor && {cursor})};
    const {data} = await ask(open.GET('/v1/search/spoken', {params: {query}}));
    if (data.incomplete) setIncomplete(true);
    return data;
  });
  const {state, items, more, problem, grow, again} = listed;
  const [reached, setReached] = useState<string>();
  useLayoutEffect(() => {
    if (reached) document.getElementById(reached)?.focus({preventScroll: true});
  }, [reached, items]);
  const counted = useRef('\u00a0');
  if (state === 'ready')
    counted.current = wanted.q
      ? t(more ? 'search.first' : 'search.count', {count: items.length})
      : t('search.begin');
  return (
    <>
      <Heading title={t('search.title')} about={wanted.q || undefined} />
      <Form wanted={wanted} />
      <div class="found">
        <p role="status">{counted.current}</p>
      </div>
      {incomplete && (
        <Notice kind="warn" live="status">
          <p>{t('search.incomplete')}</p>
        </Notice>
      )}
      <div class="days" aria-busy={state === 'loading'}>
        {problem && state === 'failed' && problem.status !== 422 && (
          <Failed problem={problem} again={again} />
        )}
        {problem?.status === 422 && state === 'failed' && (
          <Notice kind="danger" live="alert">
            <p>{t('search.refused')}</p>
          </Notice>
        )}
        {state !== 'failed' && items.length > 0 && (
          <ul class="hits" role="list">
            {items.map((hit, at) => (
              <HitItem key={`${hit.videoId} ${hit.language} ${hit.sentence.words[0]}`} hit={hit} at={at} />
            ))}
          </ul>
        )}
        {more && state === 'ready' && (
          <p class="row more">
            <Button onPress={async () => setReached(`item-${await grow()}`)}>{t('search.more')}</Button>
          </p>
        )}
      </div>
    </>
  );
}

function Form({wanted}: {wanted: Wanted}) {
  const {route} = useLocation();
  const [typed, setTyped] = useTyped(wanted);
  const [programme] = useLoad(events, []);
  const field = (id: 'q' | 'speaker' | 'outlet' | 'from' | 'to', type: 'search' | 'text' | 'date') => (
    <Field
      id={id}
      type={type}
      label={t(`search.${id}`)}
      hint={id === 'q' ? t('search.hint') : undefined}
      value={typed[id]}
      onValue={(value) => setTyped({...typed, [id]: value})}
    />
  );
  const options = (programme.data ?? []).map(({eventId, name}) => ({value: eventId, label: name}));
  if (typed.event && !options.some(({value}) => value === typed.event))
    options.unshift({value: typed.event, label: typed.event});
  const narrowed = Object.entries(narrowing(wanted)).some(([member]) => member !== 'q');
  return (
    <form
      class="panel search"
      role="search"
      noValidate
      aria-label={t('search.title')}
      onSubmit={(event) => {
        event.preventDefault();
        route(to('search') + writeFilter({...typed, q: typed.q.trim()}));
      }}
    >
      {field('q', 'search')}
      <details open={narrowed}>
        <summary>{t('search.narrow')}</summary>
        <div class="search__narrow">
          {field('speaker', 'text')}
          {field('outlet', 'text')}
          <Select
            id="language"
            label={t('search.language')}
            options={[
              {value: '', label: t('search.any')},
              ...[...new Set([...LANGUAGES, ...(typed.language ? [typed.language] : [])])].map((value) => ({
                value,
                label: languageName(value),
              })),
            ]}
            value={typed.language}
            onValue={(language) => setTyped({...typed, language})}
          />
          <Select
            id="event"
            label={t('search.event')}
            options={[{value: '', label: t('search.any-event')}, ...options]}
            value={typed.event}
            onValue={(event) => setTyped({...typed, event})}
          />
          {field('from', 'date')}
          {field('to', 'date')}
          <Select
            id="order"
            label={t('search.order')}
            options={[
              {value: '', label: t('search.newest')},
              {value: 'best', label: t('search.best')},
            ]}
            value={typed.order}
            onValue={(order) => setTyped({...typed, order})}
          />
        </div>
      </details>
      <p>
        <Button type="submit" kind="primary">
          {t('search.go')}
        </Button>
      </p>
    </form>
  );
}
