import {useRef} from 'preact/hooks';
import {t} from '../i18n';
import {length} from '../i18n/format';
import {framesIn, toMs} from '../lib/frames';
import {isWhole, type Whole} from '../lib/selection';
import {type Desk, label} from '../video/desk';
import './strip.css';

interface View {
  from: number;
  to: number;
}

/** A piece of the video round the clip, drawn large: half a minute of an hour is a hair on the bar of the player. */
export function Strip({desk}: {desk: Desk}) {
  const {selection, stage, rate} = desk;
  const range = selection.current.value;
  const view = useRef<View>(undefined);
  const held = useRef(false);
  if (!isWhole(range)) {
    view.current = undefined;
    return null;
  }
  // While a hand is on it the piece stands still, else the handle would run away from it.
  if (!view.current || (!held.current && !fits(view.current, range))) view.current = round(desk, range);
  const {from, to} = view.current;
  const of = (frame: number) => (1000 * (frame - from)) / (to - from + 1);
  const at = stage.value?.frame.value;
  const slider = (edge: 'in' | 'last') => (
    <input
      type="range"
      min={from}
      max={to}
      value={range[edge]}
      aria-label={t(edge === 'in' ? 'clipper.in' : 'clipper.out')}
      aria-valuetext={length(toMs(range[edge], rate))}
      onPointerDown={() => {
        held.current = true;
      }}
      onPointerUp={() => {
        held.current = false;
      }}
      onInput={(event) => {
        const wanted = Number(event.currentTarget.value);
        const frame = edge === 'in' ? Math.min(wanted, range.last) : Math.max(wanted, range.in);
        event.currentTarget.value = String(frame);
        selection.set({[edge]: frame});
        stage.value?.video.pause();
        void stage.value?.show(frame);
      }}
    />
  );
  return (
    <div class="strip-zoom" role="group" aria-label={t('clipper.strip')}>
      <svg viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true">
        <rect class="strip-zoom__line" y="4" width="1000" height="20" />
        <rect
          class="strip-zoom__clip"
          x={of(range.in)}
          y="4"
          width={of(range.last + 1) - of(range.in)}
          height="20"
        />
        {at !== undefined && at >= from && at <= to && (
          <rect class="strip-zoom__now" x={of(at)} width="2" height="28" />
        )}
      </svg>
      {slider('in')}
      {slider('last')}
      <p class="strip-zoom__ends tc" aria-hidden="true">
        <span>{label(desk, from)}</span>
        <span>{label(desk, to)}</span>
      </p>
    </div>
  );
}

const fits = ({from, to}: View, range: Whole): boolean => {
  const span = to - from;
  const clip = range.last - range.in;
  return range.in >= from && range.last <= to && clip < 0.9 * span && (clip > span / 12 || span < 300);
};

function round({rate, frames}: Desk, range: Whole): View {
  const margin = Math.max(framesIn(3, rate), Math.round((range.last - range.in) / 2));
  return {from: Math.max(0, range.in - margin), to: Math.min(frames - 1, range.last + margin)};
}
