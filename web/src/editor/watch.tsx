import {signal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {Schema} from '../api/client';
import {speak} from '../i18n';
import {part} from '../lib/load';
import {player} from '../pages/routes';

/** Of a video that was taken back nothing is played, for editors neither. */
const PLAYED: readonly string[] = ['released', 'embargoed', 'hidden'];

/** A link that fails this soon has not died of its age, in milliseconds. */
const FRESH = 60_000;

/** What plays a video, and its desk; null where there is nothing to play. */
export async function readPlayer(video: Schema<'Video'>) {
  const href = video.assets?.preview?.href;
  if (!href || !PLAYED.includes(video.status)) return null;
  const [parts] = await part(Promise.all([player(), speak('video')]));
  if (!parts.hasFiles(video)) return null;
  /** The finding that it was played for last. */
  const heard = signal('');
  const desk = parts.deskOf(video);
  /** When the picture that is shown begins. */
  const nowMs = () => parts.toMs(desk.stage.value?.frame.value ?? 0, desk.rate);
  return {...parts, href, desk, heard, nowMs, readAt: performance.now()};
}

export type Watched = NonNullable<Awaited<ReturnType<typeof readPlayer>>>;

interface Props {
  watched: Watched;
  /** Reads the video anew. */
  again: () => void;
}

/**
 * The player with its keys, which is that of the video's own page. Before the release its film has a signed link that dies: then
 * the video is read anew, and the player that comes of it goes on at the same frame.
 */
export function Watch({watched: {Player, Shortcuts, press, desk, href, readAt}, again}: Props) {
  const keys = useRef<HTMLDialogElement>(null);
  const list = () => keys.current?.showModal();
  const stage = desk.stage.value;
  const dead = stage?.state.value === 'failed' && desk.video.status !== 'released';
  useEffect(() => {
    if (dead && performance.now() - readAt > FRESH) again();
  }, [dead]);
  const stood = useRef(0);
  useEffect(() => {
    if (!stage) return undefined;
    if (stood.current) void stage.show(stood.current);
    return () => {
      stood.current = stage.frame.value;
    };
  }, [stage]);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: every key stands for a button that is there as well */}
      <div class="desk__work" onKeyDown={(event) => press(event, desk, list)}>
        <Player desk={desk} href={href} onKeys={list} />
      </div>
      <Shortcuts dialog={keys} />
    </>
  );
}
