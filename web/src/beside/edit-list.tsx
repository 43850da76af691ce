import {useState} from 'preact/hooks';
import {ask, mine} from '../api/client';
import type {Clip} from '../clips/clips';
import {language, t} from '../i18n';
import {length, number} from '../i18n/format';
import {Choice} from '../ui/field';
import {Files} from './taking';

/** Clips in one list, by the contract. */
const MOST = 20;
const FORMS = {edl: 'CMX3600', fcpxml: 'FCPXML', otio: 'OTIO', csv: 'CSV'} as const;

interface Props {
  clips: readonly Clip[];
  name: (clip: Clip) => string;
  /** What the video of a clip is called, where several are on show. */
  title?: (clip: Clip) => string | undefined;
}

/** Chosen clips as a list for an edit suite, in the order in which they were chosen. */
export function EditList({clips, name, title}: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const read = async (format: keyof typeof FORMS) => {
    const params = {query: {clips: chosen.join(), format, lang: language}};
    return (await ask(mine.GET('/v1/edit-lists', {params, parseAs: 'blob'}))).data as Blob;
  };
  const count = chosen.length;
  return (
    <details class="report stack stack-s">
      <summary>{t('beside.list')}</summary>
      <p class="hint">{t('beside.list-text')}</p>
      <ul role="list" class="stack stack-s">
        {clips.map((clip) => {
          const {clipId, range} = clip;
          const place = chosen.indexOf(clipId) + 1;
          const {num, den} = range.frameRate;
          return (
            <li key={clipId}>
              <Choice
                id={`list-${clipId}`}
                label={
                  <span class="dots">
                    <bdi>{name(clip)}</bdi>
                    {title && <bdi>{title(clip)}</bdi>}
                    <span>{length(Math.max(1000, range.durationMs))}</span>
                    <span>{t('beside.rate', {rate: number(num / den, 2)})}</span>
                  </span>
                }
                hint={place > 0 && t('beside.place', {place: number(place)})}
                checked={place > 0}
                onChecked={(on) =>
                  setChosen((old) => [...old.filter((other) => other !== clipId), ...(on ? [clipId] : [])])
                }
              />
            </li>
          );
        })}
      </ul>
      <p role="status">
        {count > MOST && `${t('beside.most', {count: MOST})} `}
        {t(count ? 'beside.chosen' : 'beside.none', {count})}
      </p>
      <Files
        unable={!count || count > MOST}
        files={Object.entries(FORMS).map(([format, form]) => ({
          form,
          of: t('beside.list'),
          name: `clips.${format}`,
          read: () => read(format as keyof typeof FORMS),
        }))}
      />
    </details>
  );
}
