import {t} from '../i18n';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Icon} from '../ui/icon';
import {Failed} from '../ui/notice';
import type {Paged} from './paged';

/** What stands below a list of one's own: that it is empty, that it could not be read, or that there is more. */
export function Ends<T>({listed, none}: {listed: Paged<T>; none: string}) {
  const {state, items, more, problem, grow, again} = listed;
  if (state === 'failed' && problem) return <Failed problem={problem} again={again} />;
  if (state === 'loading') return items.length === 0 ? <div class="things__wait" /> : null;
  if (more)
    return (
      <p class="row">
        <Button onPress={grow}>{t('files.more')}</Button>
      </p>
    );
  if (items.length > 0) return null;
  return (
    <div class="panel stack">
      <Icon name="film" />
      <p>{none}</p>
      <p>
        <a class="btn" href={to('videos')}>
          {t('files.videos')}
        </a>
      </p>
    </div>
  );
}
