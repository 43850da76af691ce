import {useEffect, useState} from 'preact/hooks';
import {session} from '../api/session';
import type {Clip} from '../clips/clips';
import {t} from '../i18n';
import {length, size} from '../i18n/format';
import {useDraft} from '../lib/draft';
import {framesIn} from '../lib/frames';
import {writeMoment} from '../lib/moment';
import {isWhole, type Whole} from '../lib/selection';
import {to, toAndBack} from '../shell/paths';
import {Button} from '../ui/button';
import {Copy} from '../ui/copy';
import {Notice} from '../ui/notice';
import {type Desk, lasts} from '../video/desk';
import {Stills} from '../video/stills';
import {Edge} from './edge';
import {type Common, Options} from './options';
import {Ranges} from './ranges';
import {useRequest} from './request';
import {Strip} from './strip';
import './clipper.css';

/** In and out, by typing, steps, marks and sliders; the list of ranges, and the request for them. */
export function Clipper({desk, onClips}: {desk: Desk; onClips: (clips: Clip[]) => void}) {
  const {selection, video} = desk;
  const stills = useStills(desk);
  const [along, setAlong] = useState(false);
  const [common, setCommon] = useDraft<Common>(`clip.${video.videoId}`, {without: [], handlesMs: 0});
  const {refused, send} = useRequest(desk, common, onClips);
  const range = selection.current.value;
  useEffect(() => setAlong(false), [range.id]);
  const ranges = selection.ranges.value;
  const whole = ranges.filter(isWhole);
  const fresh = whole.filter(({asked}) => !asked);
  const wanted = fresh.length ? fresh : whole;
  return (
    <section class="panel" aria-labelledby="clip">
      <div class="panel__head">
        <h2 id="clip">{t('clipper.title')}</h2>
        <p class="sum" role="status">
          {isWhole(range) ? <Summary desk={desk} range={range} /> : t('clipper.begin')}
          {along && <span> {t('clipper.along')}</span>}
        </p>
      </div>
      <div class="panel__body stack">
        <div class="edges">
          <Edge desk={desk} edge="in" stills={stills} onAlong={() => setAlong(true)} />
          <Edge desk={desk} edge="last" stills={stills} onAlong={() => setAlong(true)} />
        </div>
        <Strip desk={desk} />
        {isWhole(range) && <Plays desk={desk} range={range} />}
        <Options desk={desk} common={common} onCommon={setCommon} />
      </div>
      <Ranges desk={desk} faults={refused.ranges} />
      {refused.whole && (
        <Notice kind="danger" live="alert">
          <p>{refused.whole}</p>
        </Notice>
      )}
      <div class="request">
        <p>
          <strong>
            {wanted.length
              ? t('clipper.sum', {
                  count: wanted.length,
                  length: length(wanted.reduce((all, one) => all + lasts(desk, one), 0)),
                })
              : t('clipper.begin')}
          </strong>
          <span class="hint">
            {session.value.state === 'out' ? t('clipper.sign-in-hint') : t('clipper.soon')}
          </span>
        </p>
        {session.value.state === 'out' ? (
          <a class="btn btn--primary" href={toAndBack('sign-in')}>
            {t('clipper.sign-in')}
          </a>
        ) : (
          <Button kind="primary" unable={!wanted.length} onPress={() => send(wanted)}>
            {t('clipper.request', {count: wanted.length})}
          </Button>
        )}
      </div>
    </section>
  );
}

function useStills({video, rate, frames}: Desk): Stills | undefined {
  const [stills, setStills] = useState<Stills>();
  const href = video.assets?.preview?.href;
  useEffect(() => {
    if (!href) return undefined;
    const made = new Stills(href, rate, frames);
    setStills(made);
    return () => made.close();
  }, [href]);
  return stills;
}

function Summary({desk, range}: {desk: Desk; range: Whole}) {
  const ms = lasts(desk, range);
  return (
    <>
      <strong>{ms < 1000 ? t('clipper.short') : length(ms)}</strong>
      <span>{t('clip.pictures', {count: range.last + 1 - range.in})}</span>
      <span>≈ {size((desk.weight * ms) / 1000)}</span>
    </>
  );
}

function Plays({desk, range}: {desk: Desk; range: Whole}) {
  const {rate, frames, video} = desk;
  const stage = desk.stage.value;
  const second = framesIn(1, rate);
  const play = (words: string, from: number, until: number) => (
    <Button
      small
      icon="play"
      onPress={() => void stage?.play(Math.max(0, from), Math.min(frames - 1, until))}
    >
      {words}
    </Button>
  );
  const link = `${location.origin}${to(`videos/${video.videoId}`)}?t=${writeMoment(range, rate)}`;
  return (
    <div class="plays">
      {stage && (
        <>
          {play(t('clipper.play-all'), range.in, range.last)}
          {play(t('clipper.play-first'), range.in, Math.min(range.last, range.in + second - 1))}
          {play(t('clipper.play-last'), Math.max(range.in, range.last - second + 1), range.last)}
          {play(t('clipper.play-around'), range.last - second, range.last + second)}
        </>
      )}
      <Copy text={link} label={t('clipper.copy-link')} />
    </div>
  );
}
