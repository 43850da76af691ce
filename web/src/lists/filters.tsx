import {useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import type {Event} from '../api/events';
import {t} from '../i18n';
import {day} from '../i18n/format';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Field} from '../ui/field';
import {Icon} from '../ui/icon';
import {Select} from '../ui/select';
import {type Filter, isReversed, writeFilter} from './filter';
import {useTyped} from './typed';

/** Where the list is narrowed: by event, and by the first and the last day. */
export function Filters({filter, known, name}: {filter: Filter; known: Event[]; name: string | undefined}) {
  const {route} = useLocation();
  const [refused, setRefused] = useState(false);
  const [typed, setTyped] = useTyped(filter, (another) => setRefused(isReversed(another)));
  const options = known.map((event) => ({
    value: event.eventId,
    label: `${event.name}, ${event.to.slice(0, 4)}`,
  }));
  // An event of the address that the programme does not hold can be chosen as well, by whatever name is known.
  if (filter.event && !options.some(({value}) => value === filter.event))
    options.unshift({value: filter.event, label: name ?? filter.event});
  return (
    <form
      class="panel filters"
      role="search"
      noValidate
      aria-label={t('videos.filter')}
      onSubmit={(event) => {
        event.preventDefault();
        const reversed = isReversed(typed);
        setRefused(reversed);
        if (reversed) document.getElementById('to')?.focus();
        else if (writeFilter(typed) !== writeFilter(filter)) route(to('videos') + writeFilter(typed));
      }}
    >
      <Select
        id="event"
        label={t('videos.event')}
        options={[{value: '', label: t('videos.all-events')}, ...options]}
        value={typed.event}
        onValue={(event) => setTyped({...typed, event})}
      />
      <Field
        id="from"
        type="date"
        label={t('videos.from')}
        value={typed.from}
        onValue={(from) => setTyped({...typed, from})}
      />
      <Field
        id="to"
        type="date"
        label={t('videos.to')}
        error={refused ? t('videos.reversed') : undefined}
        value={typed.to}
        onValue={(to) => setTyped({...typed, to})}
      />
      <Button type="submit" kind="primary">
        {t('videos.show')}
      </Button>
    </form>
  );
}

/** What the list is narrowed by, each of which can be taken away. */
export function Chips(props: {filter: Filter; name: string | undefined; onRemove: () => void}) {
  const {filter, name, onRemove} = props;
  const chips = [
    {member: 'event', label: name ?? filter.event},
    {member: 'from', label: filter.from && t('videos.since', {day: day(filter.from)})},
    {member: 'to', label: filter.to && t('videos.until', {day: day(filter.to)})},
  ] as const;
  return (
    <>
      {chips
        .filter(({label}) => label)
        .map(({member, label}) => (
          <a
            key={member}
            class="chip chip--remove"
            href={to('videos') + writeFilter({...filter, [member]: ''})}
            onClick={onRemove}
          >
            <span class="vh">{t('videos.remove')} </span>
            <bdi>{label}</bdi>
            <Icon name="cross" />
          </a>
        ))}
    </>
  );
}
