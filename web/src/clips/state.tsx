import {useEffect, useRef, useState} from 'preact/hooks';
import {has, t} from '../i18n';
import {Icon} from '../ui/icon';
import {type Clip, isOpen} from './clips';
import './state.css';

const SIGNS = {queued: 'clock', cutting: 'clock', ready: 'check', failed: 'warn'} as const;
const KINDS = {queued: '', cutting: 'chip--accent', ready: 'chip--success', failed: 'chip--danger'} as const;

/** The state of a clip in a word with its sign. */
export function StateChip({status}: {status: Clip['status']}) {
  return (
    <span class={`chip ${KINDS[status]}`}>
      <Icon name={SIGNS[status]} />
      {t(`clip.${status}`)}
    </span>
  );
}

/** What is being done to a clip, or why it failed. Not announced: states are, once each. */
export function Progress({clip, name}: {clip: Clip; name: string}) {
  if (clip.status === 'failed') {
    const why = `clip.failed-${clip.error?.code ?? 'internal'}` as const;
    return <p class="cut__why">{t(has(why) ? why : 'clip.failed-internal')}</p>;
  }
  if (clip.status === 'queued') return <p class="hint">{t('clip.phase-waiting')}</p>;
  if (clip.status !== 'cutting') return null;
  const {phase = 'reading-index', percent = 0} = clip.progress ?? {};
  const whole = Math.round(percent);
  return (
    <div class="cut__work">
      <progress max="100" value={whole} aria-label={name} />
      <p>{t('clip.progress', {phase: t(`clip.phase-${phase}`), percent: whole})}</p>
    </div>
  );
}

/** Says each change of state once, and what was asked for just now; neither percents nor what was there at the start. */
export function Announced({clips, name}: {clips: readonly Clip[]; name: (clip: Clip) => string}) {
  const known = useRef<Map<string, string>>(undefined);
  const [words, setWords] = useState('');
  useEffect(() => {
    const before = known.current;
    const changed = clips.filter((clip) =>
      before?.has(clip.clipId) ? before.get(clip.clipId) !== clip.status : before && isOpen(clip),
    );
    known.current = new Map(clips.map(({clipId, status}) => [clipId, status]));
    if (changed.length)
      setWords(
        changed
          .map((clip) => t('clip.is-now', {name: name(clip), state: t(`clip.${clip.status}`)}))
          .join('. '),
      );
  }, [clips]);
  return (
    <p class="vh" role="status">
      {words}
    </p>
  );
}
