import {Person} from '../account/person';
import {ask, mine, type Schema} from '../api/client';
import {t} from '../i18n';
import {day} from '../i18n/format';
import {usePaged} from '../lists/paged';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Failed} from '../ui/notice';
import {Heading} from '../ui/page';

/** The videos whose transcripts an editor looks after. */
export function Editor() {
  return (
    <Person>
      <Heading title={t('editor.title')} />
      <Videos />
    </Person>
  );
}

function Videos() {
  const {state, items, more, problem, grow, again} = usePaged<Schema<'Video'>>(
    'editor',
    async (cursor, limit) => {
      const query = {limit, ...(cursor && {cursor})};
      return (await ask(mine.GET('/v1/editor/videos', {params: {query}}))).data;
    },
  );
  return (
    <div aria-busy={state === 'loading'}>
      {problem && state === 'failed' && <Failed problem={problem} again={again} />}
      <ul class="findings" role="list">
        {items.map(({videoId, title, date}) => (
          <li key={videoId}>
            <a href={to(`editor/${videoId}`)}>{title}</a> <small>{day(date)}</small>
          </li>
        ))}
      </ul>
      {more && <Button onPress={grow}>{t('editor.more')}</Button>}
    </div>
  );
}
