import type {Schema} from '../api/client';
import {t} from '../i18n';
import {languageName, length, number, size} from '../i18n/format';
import {fromZero} from '../lib/timecode';
import {type Clip, reportOf} from './clips';
import './state.css';

type Track = NonNullable<Schema<'Video'>['tracks']>[number];

/** A sound track by its language and what it is: "French, interpretation". */
export function trackName({id, language, role}: Track): string {
  if (!language) return t('clip.track-plain', {number: id.slice(1)});
  const name = languageName(language);
  if (role === 'original' || role === 'interpretation') return t(`clip.track-${role}`, {language: name});
  return role ? t('clip.track-other', {language: name, role}) : name;
}

interface Props {
  clip: Clip;
  /** Tracks of the video, where the page knows them. */
  tracks?: readonly Track[] | undefined;
}

/** What was asked for and what was delivered, in words. */
export function Report({clip, tracks = []}: Props) {
  const {asked, actual, frames, audio = [], checksum, timingMs = {}} = reportOf(clip);
  if (!asked || !frames) return null;
  const count = asked.outFrame - asked.inFrame;
  const same = actual?.in.frame === asked.inFrame && actual.out.frame === asked.outFrame;
  const {label} = fromZero(clip.range.frameRate);
  const encoded = frames.headReencoded + frames.tailReencoded;
  const share = (100 * frames.copied) / frames.total;
  const took = Object.values(timingMs).reduce((all, ms) => all + ms, 0);
  return (
    <details class="report">
      <summary>{t('clip.report')}</summary>
      <dl>
        <dt>{t('clip.asked')}</dt>
        <dd>
          {t('clip.from-to', {
            pictures: t('clip.pictures', {count}),
            first: label(asked.inFrame),
            last: label(asked.outFrame - 1),
          })}
        </dd>
        <dt>{t('clip.delivered')}</dt>
        <dd>
          {same
            ? t('clip.exact')
            : t('clip.from-to', {
                pictures: t('clip.pictures', {count: frames.total}),
                first: label(actual?.in.frame ?? 0),
                last: label((actual?.out.frame ?? 1) - 1),
              })}
        </dd>
        <dt>{t('clip.original')}</dt>
        <dd>
          {[t('clip.copied', {count: frames.copied}), encoded > 0 && t('clip.encoded', {count: encoded})]
            .filter(Boolean)
            .join('; ')}
          <svg class="bitbar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bitbar__new" width="100" height="6" />
            <rect class="bitbar__copy" width={share} height="6" />
          </svg>
        </dd>
        <dt>{t('clip.sound')}</dt>
        <dd>
          {audio.length === 0 && t('clip.no-sound')}
          {audio.map(({track, sampleRate, offsetSamples}) => {
            const known = tracks.find(({id}) => id === track);
            const parts = [
              known ? trackName(known) : track,
              t('clip.khz', {value: number(sampleRate / 1000, 1)}),
              offsetSamples === 0 && t('clip.in-step'),
            ];
            return <p key={track}>{parts.filter(Boolean).join(', ')}</p>;
          })}
        </dd>
        {clip.file && (
          <>
            <dt>{t('clip.file')}</dt>
            <dd>
              {size(clip.file.sizeBytes)}
              {checksum && (
                <>
                  , {checksum.algorithm} <code>{checksum.value}</code>
                </>
              )}
            </dd>
          </>
        )}
        {took > 0 && (
          <>
            <dt>{t('clip.took')}</dt>
            <dd>{length(Math.max(1000, took))}</dd>
          </>
        )}
      </dl>
    </details>
  );
}
