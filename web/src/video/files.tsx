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

/** A rendition in words: by its picture as on a screen of 16:9, so that neither a wide nor an upright one counts as small. */
export function wordsOf({width, height}: Pick<Rendition, 'width' | 'height'>): string {
  if (!width || !height) return t('video.file');
  const lines = Math.max(Math.min(width, height), (Math.max(width, height) * 9) / 16);
  if (lines >= 2000) return t('video.file-4k');
  if (lines >= 1000) return t('video.file-full');
  return lines >= 700 ? t('video.file-hd') : t('video.file-small');
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
          const words = wordsOf(rendition);
          const told = `${words}, ${size(rendition.sizeBytes)}`;
          return (
            <li class="file" key={name}>
              {video.renditions.length > 1 && (
                <input
                  type="checkbox"
                  aria-label={`${t('video.choose')}: ${told}`}
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
                <span class="file__how">{detailsOf(rendition, video.frameRate)}</span>
              </p>
              <Button small icon="download" onPress={() => get([name])}>
                {t('ticket.get')}
                <span class="vh">: {told}</span>
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

const FORMATS: Readonly<Record<string, string>> = {
  'video/mp4': 'MP4',
  'video/quicktime': 'MOV',
  'video/matroska': 'MKV',
  'video/mp2t': 'MPEG-TS',
  'application/mxf': 'MXF',
};

function detailsOf(
  {width, height, bitrate, contentType, sizeBytes}: Rendition,
  {num, den}: Released['frameRate'],
): string {
  return [
    width && height && `${width} × ${height}`,
    t('video.fps', {rate: number(num / den, 2)}),
    FORMATS[contentType] ?? contentType,
    `${number(bitrate / 1e6, bitrate < 1e6 ? 2 : 1)} ${t('video.mbit')}`,
    size(sizeBytes),
  ]
    .filter(Boolean)
    .join(' · ');
}
