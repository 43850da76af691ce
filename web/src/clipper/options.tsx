import {trackName} from '../clips/report';
import {t} from '../i18n';
import {length} from '../i18n/format';
import {Choice, Field} from '../ui/field';
import type {Desk} from '../video/desk';

const HANDLES = [0, 1000, 2000, 5000, 10_000];

/** What all clips of a request have in common. */
export interface Common {
  /** Sound tracks that are left out. */
  without: string[];
  handlesMs: number;
}

interface Props {
  desk: Desk;
  common: Common;
  onCommon: (some: Partial<Common>) => void;
}

/** Name of the clip, sound tracks, and a margin at both ends. */
export function Options({desk, common, onCommon}: Props) {
  const {selection, video} = desk;
  const sounds = video.tracks.filter(({kind}) => kind === 'audio');
  const change = (some: Partial<Common>) => {
    onCommon(some);
    selection.asked();
  };
  return (
    <div class="clipset">
      <Field
        id="clip-name"
        label={t('clipper.name')}
        hint={t('clipper.name-hint')}
        optional
        value={selection.current.value.label}
        onValue={selection.name}
      />
      <div class="clipset__two">
        <fieldset class="stack-s stack">
          <legend class="label">{t('clip.sound')}</legend>
          {sounds.length === 0 && <p class="hint">{t('clip.no-sound')}</p>}
          {sounds.map((track) => (
            <Choice
              key={track.id}
              id={`track-${track.id}`}
              label={trackName(track)}
              checked={!common.without.includes(track.id)}
              onChecked={(checked) =>
                change({
                  without: checked
                    ? common.without.filter((id) => id !== track.id)
                    : [...common.without, track.id],
                })
              }
            />
          ))}
        </fieldset>
        <div>
          <label class="label" for="handles">
            {t('clipper.handles')}
          </label>
          <select
            class="select"
            id="handles"
            value={common.handlesMs}
            onChange={(event) => change({handlesMs: Number(event.currentTarget.value)})}
          >
            {HANDLES.map((ms) => (
              <option key={ms} value={ms}>
                {ms ? length(ms) : t('clipper.no-handles')}
              </option>
            ))}
          </select>
        </div>
      </div>
    </div>
  );
}
