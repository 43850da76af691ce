import {useEffect, useRef, useState} from 'preact/hooks';
import {t} from '../i18n';
import {number} from '../i18n/format';
import {framesIn, toMs} from '../lib/frames';
import {readTyped} from '../lib/typed';
import {Button} from '../ui/button';
import {FieldError} from '../ui/field';
import {type Desk, shownCount} from '../video/desk';
import {mark} from '../video/keys';
import type {Stills} from '../video/stills';
import {Bracket} from './bracket';
import './edge.css';

interface Props {
  desk: Desk;
  edge: 'in' | 'last';
  stills: Stills | undefined;
  /** Something was changed that the person did not touch. */
  onAlong: () => void;
}

/** One edge of the clip: its picture, its place as text that can be typed, and steps. */
export function Edge({desk, edge, stills, onAlong}: Props) {
  const {selection, rate, frames, stage, video} = desk;
  const frame = selection.current.value[edge];
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current && stills && frame !== undefined) stills.draw(canvas.current, frame);
  }, [stills, frame]);
  const set = (to: number) => {
    if (selection.set({[edge]: to})) onAlong();
    void stage.value?.show(to);
  };
  const second = framesIn(1, rate);
  const nudge = (by: number, sign: string, name: string) => (
    <Button
      small
      unable={frame === undefined}
      onPress={() => frame !== undefined && set(Math.min(frames - 1, Math.max(0, frame + by)))}
    >
      <span aria-hidden="true">{sign}</span>
      <span class="vh">{name}</span>
    </Button>
  );
  const s = t('video.s');
  const p = t('video.p');
  const name = edge === 'in' ? 'in' : 'out';
  const {preview} = video.assets ?? {};
  return (
    <section class={`edge edge--${name}`} aria-labelledby={`edge-${name}`}>
      <h3 class="edge__name" id={`edge-${name}`}>
        {t(`clipper.${name}`)} <small>{t(`clipper.${name}-picture`)}</small>
      </h3>
      {preview && (
        <div class="edge__shot" aria-hidden="true">
          <canvas ref={canvas} width="480" height="270" hidden={frame === undefined} />
        </div>
      )}
      <Typed desk={desk} edge={edge} frame={frame} onFrame={set} />
      <div class="nudge" role="group" aria-labelledby={`edge-${name}`}>
        {nudge(-second, `−1 ${s}`, t('video.back-1'))}
        {nudge(-1, `−1 ${p}`, t('video.back-frame'))}
        {nudge(1, `+1 ${p}`, t('video.on-frame'))}
        {nudge(second, `+1 ${s}`, t('video.on-1'))}
      </div>
      {preview && (
        <Button
          small
          onPress={async () => {
            await mark(desk, edge);
          }}
        >
          <Bracket closing={edge === 'last'} />
          {t('clipper.mark')}
          <span class="vh"> {t(`clipper.${name}`)}</span>{' '}
          <span aria-hidden="true">
            <kbd>{edge === 'in' ? 'I' : 'O'}</kbd>
          </span>
        </Button>
      )}
    </section>
  );
}

interface TypedProps {
  desk: Desk;
  edge: 'in' | 'last';
  frame: number | undefined;
  onFrame: (frame: number) => void;
}

/** The place of an edge as people write it. What cannot be read stays in the field with a word why; the edge stays where it was. */
function Typed({desk, edge, frame, onFrame}: TypedProps) {
  const count = shownCount(desk);
  const written = frame === undefined ? '' : count.label(frame);
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState('');
  const id = `tc-${edge}`;
  const {id: range} = desk.selection.current.value;
  useEffect(() => {
    setTyped(undefined);
    setError('');
  }, [range, frame]);
  const take = () => {
    if (typed === undefined || (typed.trim() === '' && frame === undefined)) {
      setTyped(undefined);
      return setError('');
    }
    const read = readTyped(typed, {rate: desk.rate, frames: desk.frames, shown: count, zero: desk.zero});
    if ('fault' in read) {
      const words = {
        first: count.label(0),
        last: count.label(desk.frames - 1),
        example: count.label(Math.floor(desk.frames / 2)),
      };
      return setError(
        read.fault === 'outside'
          ? t('clipper.outside', {first: words.first, last: words.last})
          : t(`clipper.${read.fault}`, {example: words.example}),
      );
    }
    setTyped(undefined);
    setError('');
    onFrame(read.frame);
  };
  return (
    <div class={error ? 'field field--bad' : 'field'}>
      <label class="vh" for={id}>
        {t('clipper.timecode')} {t(edge === 'in' ? 'clipper.in' : 'clipper.out')}
      </label>
      <input
        class="input input--tc"
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={count.label(0)}
        value={typed ?? written}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-at${error ? ` ${id}-error` : ''}`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') {
            setTyped(undefined);
            setError('');
          }
          const by = {ArrowUp: 1, ArrowDown: -1}[event.key];
          if (by && frame !== undefined && typed === undefined) {
            event.preventDefault();
            onFrame(Math.min(desk.frames - 1, Math.max(0, frame + by)));
          }
        }}
      />
      <p class="edge__at" id={`${id}-at`}>
        {frame === undefined ? t('clipper.open') : placed(desk, frame)}
      </p>
      <div role="alert">
        <FieldError id={id} error={error || undefined} />
      </div>
    </div>
  );
}

function placed({rate}: Desk, frame: number): string {
  const ms = toMs(frame, rate);
  const minutes = Math.floor(ms / 60_000);
  const at = `${minutes}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}.${String(ms % 1000).padStart(3, '0')}`;
  return t('clipper.at', {at, picture: number(frame)});
}
