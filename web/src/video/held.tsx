import {useEffect} from 'preact/hooks';
import type {Problem} from '../api/problem';
import {t} from '../i18n';
import {away, instant, instantInZone} from '../i18n/format';
import {now, useNow} from '../lib/clock';
import {site} from '../lib/site';
import {to} from '../shell/paths';
import {Icon} from '../ui/icon';
import {Failed} from '../ui/notice';
import {Heading, Up} from '../ui/page';
import type {Video} from './desk';
import {Meta} from './head';

/** A video that is announced and not released yet: until when, here, at the portal's place and in UTC. It opens by itself. */
export function Embargoed({video, onTime}: {video: Video; onTime: () => void}) {
  const until = Date.parse(video.availableAt ?? '');
  const at = useNow(1000);
  const over = at >= until;
  useEffect(() => {
    if (!over) return undefined;
    onTime();
    const timer = setInterval(onTime, 5000);
    return () => clearInterval(timer);
  }, [over]);
  const times = [
    ['here', undefined],
    ['site', site.timeZone],
    ['utc', 'UTC'],
  ] as const;
  return (
    <div class="vhead state">
      <Up href={to('videos')}>{t('video.all')}</Up>
      <Heading title={video.title} />
      <Meta video={video} />
      <p class="chip chip--warn">
        <Icon name="lock" />
        {t('video.embargo')}
      </p>
      <p class="lede">{t('video.embargo-text', {away: away(until, now())})}</p>
      <dl class="facts">
        {times.map(([where, timeZone]) => (
          <div key={where}>
            <dt>{t(`video.${where}`)}</dt>
            <dd>{instantInZone(until, timeZone)}</dd>
          </div>
        ))}
      </dl>
      {video.description && (
        <p class="about__text measure" dir="auto">
          {video.description}
        </p>
      )}
    </div>
  );
}

const WHY: Readonly<Record<string, 'withdrawn' | 'blocked' | 'unknown'>> = {
  withdrawn: 'withdrawn',
  'legal-block': 'blocked',
  'not-found': 'unknown',
};

/** Why there is nothing to see here, and where to go. */
export function Missing({problem, again}: {problem: Problem; again: () => void}) {
  const why = WHY[problem.code];
  const at = problem.members.withdrawnAt;
  return (
    <div class="vhead state">
      <Up href={to('videos')}>{t('video.all')}</Up>
      <Heading title={why ? t(`video.${why}`) : t('video.failed')} />
      {why ? <p class="lede">{t(`video.${why}-text`)}</p> : <Failed problem={problem} again={again} />}
      {typeof at === 'string' && <p class="muted">{t('video.withdrawn-at', {at: instant(at)})}</p>}
      {why && (
        <p class="row">
          <a class="btn btn--primary" href={to('videos')}>
            {t('video.all')}
          </a>
          <a href={`mailto:${site.contact}`}>{site.contact}</a>
        </p>
      )}
    </div>
  );
}
