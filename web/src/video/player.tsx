import {useSignal} from '@preact/signals';
import {useEffect, useRef, useState} from 'preact/hooks';
import {Bracket} from '../clipper/bracket';
import {language, t} from '../i18n';
import {languageName, length, number} from '../i18n/format';
import {framesIn, toMs} from '../lib/frames';
import {isWhole} from '../lib/selection';
import {Button} from '../ui/button';
import {Icon} from '../ui/icon';
import {Notice} from '../ui/notice';
import {type Desk, label} from './desk';
import {fullScreen, mark} from './keys';
import {Stage} from './stage';
import './player.css';
import './controls.css';

const SPEEDS = [0.25, 0.5, 1, 1.25, 1.5, 2];

/** The preview: picture above, controls below it and never over it. */
export function Player({desk, href, onKeys}: {desk: Desk; href: string; onKeys: () => void}) {
  const {video, rate, frames, stage: held} = desk;
  const element = useRef<HTMLVideoElement>(null);
  const sized = video.tracks.find(({kind}) => kind === 'video');
  useEffect(() => {
    if (!element.current) return undefined;
    const stage = new Stage(element.current, href, rate, frames);
    held.value = stage;
    return () => {
      held.value = undefined;
      stage.close();
    };
  }, [href, desk]);
  return (
    <section class="player always-dark" aria-label={t('video.player')} tabIndex={-1}>
      <div class="player__shot">
        {/* biome-ignore lint/a11y/useMediaCaption: the tracks that lie beside the master, where there are any */}
        <video
          ref={element}
          crossorigin="anonymous"
          playsInline
          preload="auto"
          width={sized?.width}
          height={sized?.height}
          poster={video.assets?.poster?.href}
          onClick={() => held.value?.toggle()}
        >
          {video.assets?.subtitles?.map(({language: spoken, href: file}) => (
            <track key={spoken} kind="captions" srclang={spoken} label={languageName(spoken)} src={file} />
          ))}
        </video>
      </div>
      {held.value?.state.value === 'failed' && (
        <Notice kind="danger" live="alert">
          <p>{t('video.preview-failed')}</p>
          <p>
            <Button small icon="again" onPress={() => held.value?.again()}>
              {t('ui.again')}
            </Button>
          </p>
        </Notice>
      )}
      <Scrub desk={desk} />
      <Transport desk={desk} />
      <Deck desk={desk} onKeys={onKeys} />
    </section>
  );
}

function Scrub({desk}: {desk: Desk}) {
  const {stage, frames, rate, selection} = desk;
  const frame = stage.value?.frame.value ?? 0;
  const of = (at: number) => (1000 * at) / frames;
  return (
    <div class="scrub">
      <svg class="scrub__ranges" viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true">
        <rect class="scrub__line" y="12" width="1000" height="4" />
        <rect class="scrub__done" y="12" width={of(frame)} height="4" />
        {selection.ranges.value.filter(isWhole).map((range) => (
          <rect
            key={range.id}
            class="scrub__clip"
            x={of(range.in)}
            y="8"
            width={Math.max(3, of(range.last + 1 - range.in))}
            height="12"
          />
        ))}
      </svg>
      <input
        type="range"
        min="0"
        max={frames - 1}
        value={frame}
        aria-label={t('video.position')}
        aria-valuetext={length(toMs(frame, rate))}
        onInput={(event) => {
          stage.value?.video.pause();
          void stage.value?.show(Number(event.currentTarget.value));
        }}
      />
    </div>
  );
}

function Transport({desk}: {desk: Desk}) {
  const stage = desk.stage.value;
  const second = framesIn(1, desk.rate);
  const step = (frames: number, sign: string, name: string) => (
    <button class="key" type="button" onClick={() => stage?.step(frames)}>
      <span aria-hidden="true">{sign}</span>
      <span class="vh">{name}</span>
    </button>
  );
  const s = t('video.s');
  const p = t('video.p');
  return (
    <div class="transport">
      <button class="key key--mark" type="button" onClick={() => mark(desk, 'in')}>
        <Bracket />
        {t('video.mark-in')}
      </button>
      {step(-10 * second, '−10', t('video.back-10'))}
      {step(-second, `−1 ${s}`, t('video.back-1'))}
      {step(-1, `−1 ${p}`, t('video.back-frame'))}
      <button class="key key--play" type="button" onClick={() => stage?.toggle()}>
        <Icon name={stage?.playing.value ? 'pause' : 'play'} solid={!stage?.playing.value} />
        <span class="vh">{stage?.playing.value ? t('video.pause') : t('video.play')}</span>
      </button>
      {step(1, `+1 ${p}`, t('video.on-frame'))}
      {step(second, `+1 ${s}`, t('video.on-1'))}
      {step(10 * second, '+10', t('video.on-10'))}
      <button class="key key--mark" type="button" onClick={() => mark(desk, 'last')}>
        {t('video.mark-out')}
        <Bracket closing />
      </button>
    </div>
  );
}

function Deck({desk, onKeys}: {desk: Desk; onKeys: () => void}) {
  const {stage, counted, recorded, frames, rate, video} = desk;
  const frame = stage.value?.frame.value ?? 0;
  const muted = useSignal(false);
  const subtitles = video.assets?.subtitles ?? [];
  const [captions, setCaptions] = useState('');
  const element = stage.value?.video;
  useEffect(() => {
    if (!element) return undefined;
    const heard = () => {
      muted.value = element.muted;
    };
    element.addEventListener('volumechange', heard);
    return () => element.removeEventListener('volumechange', heard);
  }, [element]);
  useEffect(() => {
    for (const track of element?.textTracks ?? [])
      track.mode = track.language === captions ? 'showing' : 'disabled';
  }, [element, captions]);
  return (
    <div class="deck">
      <p class="deck__time">
        <span class="tc">{label(desk, frame)}</span>
        <small class="num">
          {t('video.of', {length: length(toMs(frames, rate)), picture: number(frame)})}
        </small>
      </p>
      <div class="deck__keys">
        {recorded && (
          <button
            class="key"
            type="button"
            aria-pressed={!counted.value}
            onClick={() => {
              counted.value = !counted.value;
            }}
          >
            {t('video.from-zero')}
          </button>
        )}
        <select
          class="key"
          aria-label={t('video.speed')}
          onChange={(event) => {
            if (element) element.playbackRate = Number(event.currentTarget.value);
          }}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed} selected={speed === 1}>
              {number(speed, 2)}×
            </option>
          ))}
        </select>
        {subtitles.length > 0 && (
          <select
            class="key"
            aria-label={t('video.captions')}
            onChange={(event) => setCaptions(event.currentTarget.value)}
          >
            <option value="">{t('video.no-captions')}</option>
            {subtitles
              .toSorted((a, b) => Number(b.language === language) - Number(a.language === language))
              .map((one) => (
                <option key={one.language} value={one.language}>
                  {languageName(one.language)}
                </option>
              ))}
          </select>
        )}
        <button
          class="key"
          type="button"
          aria-pressed={muted.value}
          onClick={() => {
            if (element) element.muted = !element.muted;
          }}
        >
          <Icon name={muted.value ? 'mute' : 'sound'} />
          <span class="vh">{t('video.mute')}</span>
        </button>
        <input
          class="deck__volume"
          type="range"
          min="0"
          max="100"
          step="5"
          defaultValue="100"
          aria-label={t('video.volume')}
          onInput={(event) => {
            if (element) element.volume = Number(event.currentTarget.value) / 100;
          }}
        />
        <button class="key" type="button" onClick={onKeys}>
          <span aria-hidden="true">
            <kbd>?</kbd>
          </span>
          <span class="vh">{t('video.keys')}</span>
        </button>
        <button class="key" type="button" onClick={() => element && fullScreen(element)}>
          <Icon name="full" />
          <span class="vh">{t('video.full')}</span>
        </button>
      </div>
    </div>
  );
}
