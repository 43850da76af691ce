import {useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {session} from '../api/session';
import {t} from '../i18n';
import {number, size} from '../i18n/format';
import {toAndBack} from '../shell/paths';
import {TicketFiles} from '../tickets/files';
import {useTickets} from '../tickets/ticket';
import {Button} from '../ui/button';
import type {Released} from './desk';

type Rendition = Released['renditions'][number];

/** Lines of a picture, from the rendition's name: `hd-1080p25`. */
const linesOf = (name: string): number => Number(/(\d{3,4})p/.exec(name)?.[1] ?? 0);

/** A rendition in words; its name where that says nothing. */
function wordsOf(name: string, lines: number): string {
  if (lines >= 2000) return t('video.file-4k');
  if (lines >= 1000) return t('video.file-full');
  if (lines >= 700) return t('video.file-hd');
  return lines ? t('video.file-small') : name;
}

/** The whole recording, one file or several at once. */
export function Files({video}: {video: Released}) {
  const [chosen, setChosen] = useState<string[]>([]);
  const tickets = useTickets(video.terms.version);
  const {route} = useLocation();
  const get = (names: string[]) =>
    session.value.state === 'out'
      ? route(toAndBack('sign-in'))
      : tickets.get(names.map((rendition) => ({videoId: video.videoId, rendition})));
  return (
    <>
      <ul class="files">
        {video.renditions.map((rendition) => {
          const {name} = rendition;
          const words = wordsOf(name, linesOf(name));
          return (
            <li class="file" key={name}>
              {video.renditions.length > 1 && (
                <input
                  type="checkbox"
                  aria-label={`${t('video.choose')}: ${words}`}
                  checked={chosen.includes(name)}
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked ? [...chosen, name] : chosen.filter((one) => one !== name),
                    )
                  }
                />
              )}
              <p>
                <span class="file__what">{words}</span>
                <span class="file__how">{detailsOf(rendition, video)}</span>
              </p>
              <Button small icon="download" onPress={() => get([name])}>
                {t('ticket.get')}
                <span class="vh">: {words}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      {video.renditions.length > 1 && (
        <p>
          <Button icon="download" unable={!chosen.length} onPress={() => get(chosen)}>
            {t('video.get-chosen')}
          </Button>
        </p>
      )}
      <TicketFiles tickets={tickets} />
    </>
  );
}

function detailsOf(
  {name, bitrate, contentType, sizeBytes}: Rendition,
  {tracks, frameRate}: Released,
): string {
  const picture = tracks.find(({kind}) => kind === 'video');
  const lines = linesOf(name);
  const sized = picture?.width && picture.height && (!lines || lines === picture.height);
  return [
    sized ? `${picture.width} × ${picture.height}` : lines && `${lines}p`,
    t('video.fps', {rate: number(frameRate.num / frameRate.den, 2)}),
    contentType === 'video/mp4' ? 'MP4' : contentType.replace('video/', ''),
    `${number(bitrate / 1e6, bitrate < 1e6 ? 2 : 1)} ${t('video.mbit')}`,
    size(sizeBytes),
  ]
    .filter(Boolean)
    .join(' · ');
}
