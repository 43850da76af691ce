import {t} from '../i18n';
import {day, languageName, length, list} from '../i18n/format';
import {writeMoment} from '../lib/moment';
import {to} from '../shell/paths';
import {Copy} from '../ui/copy';
import {Heading, Up} from '../ui/page';
import type {Desk, Video} from './desk';

/** Event, day, place, length and languages in a row. */
export function Meta({video}: {video: Video}) {
  return (
    <p class="vhead__meta dots">
      <a href={`${to('videos')}?event=${encodeURIComponent(video.event.id)}`}>
        <bdi>{video.event.name}</bdi>
      </a>
      <span>{day(video.date)}</span>
      <span>
        <bdi>
          {video.place.city}, {video.place.countryName}
        </bdi>
      </span>
      {video.durationMs !== undefined && <span>{length(video.durationMs)}</span>}
      {video.languages.length > 0 && <span>{list(video.languages.map(languageName))}</span>}
    </p>
  );
}

export function Head({desk}: {desk: Desk}) {
  const {video, stage, rate} = desk;
  const at = writeMoment({frame: stage.value?.frame.value ?? 0}, rate);
  return (
    <div class="vhead">
      <Up href={to('videos')}>{t('video.all')}</Up>
      <Heading title={video.title} />
      <div class="row row--between">
        <Meta video={video} />
        <Copy
          text={`${location.origin}${to(`videos/${video.videoId}`)}?t=${at}`}
          label={t('video.copy-link')}
        />
      </div>
    </div>
  );
}

/** What the video is about, who speaks, whom to credit. */
export function About({video}: {video: Desk['video']}) {
  return (
    <>
      {video.description && (
        <p class="about__text measure" dir="auto">
          {video.description}
        </p>
      )}
      <dl class="facts">
        {video.speakers.length > 0 && (
          <div>
            <dt>{t('video.speakers')}</dt>
            <dd>{list(video.speakers.map(({name}) => name))}</dd>
          </div>
        )}
        <div>
          <dt>{t('video.credit')}</dt>
          <dd>
            <bdi>{video.terms.credit}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('video.terms')}</dt>
          <dd>
            <a href={to('terms')}>{t('video.terms-version', {version: video.terms.version})}</a>
          </dd>
        </div>
      </dl>
    </>
  );
}
