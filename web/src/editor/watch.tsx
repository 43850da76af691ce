import {signal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import type {Schema} from '../api/client';
import {speak} from '../i18n';
import {part} from '../lib/load';
import {player} from '../pages/routes';

/** What plays a video, and its desk; null where there is nothing to play: films of a video that is not released are for nobody. */
export async function readPlayer(video: Schema<'Video'>) {
  const href = video.assets?.preview?.href;
  if (!href || video.status !== 'released') return null;
  const [parts] = await part(Promise.all([player(), speak('video')]));
  if (!parts.isReleased(video)) return null;
  /** The finding that it was played for last. */
  const heard = signal('');
  const desk = parts.deskOf(video);
  /** When the picture that is shown begins. */
  const nowMs = () => parts.toMs(desk.stage.value?.frame.value ?? 0, desk.rate);
  return {...parts, href, desk, heard, nowMs};
}

export type Watched = NonNullable<Awaited<ReturnType<typeof readPlayer>>>;

/** The player with its keys, which is that of the video's own page. */
export function Watch({watched: {Player, Shortcuts, press, desk, href}}: {watched: Watched}) {
  const keys = useRef<HTMLDialogElement>(null);
  const list = () => keys.current?.showModal();
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
