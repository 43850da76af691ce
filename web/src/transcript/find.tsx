import type {RefObject} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import {t} from '../i18n';
import {folded} from './folded';
import {type Letters, paint, rowsOf} from './marks';
import type {Spoken} from './spoken';
import {bring} from './text';

/** Looks for words in the text, whatever their case, accents and apostrophes; each press of Enter goes on to the next place. */
export function Find({spoken, box}: {spoken: Spoken; box: RefObject<HTMLElement | null>}) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{places: Letters[]; at: number}>();
  useEffect(() => setFound(undefined), [spoken]);
  useEffect(() => {
    const text = box.current;
    if (!text) return;
    const {places = [], at = 0} = found ?? {};
    const now = places.slice(at, at + 1);
    paint(text, 'found', places);
    paint(text, 'found-now', now);
    const row = now[0] && rowsOf(text)[now[0][0]];
    if (!row) return;
    bring(text, row);
    row.scrollIntoView({block: 'nearest'});
  }, [found]);
  const go = (event: Event) => {
    event.preventDefault();
    const wanted = folded(typed.trim());
    if (!wanted) return setFound(undefined);
    const places = placesOf(spoken, wanted);
    const same = found && JSON.stringify(found.places) === JSON.stringify(places);
    return setFound({places, at: same ? (found.at + 1) % Math.max(1, places.length) : 0});
  };
  return (
    <form class="find" role="search" onSubmit={go}>
      <label class="vh" for="find">
        {t('words.find')}
      </label>
      <input
        class="input"
        id="find"
        type="search"
        value={typed}
        placeholder={t('words.find')}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button class="btn" type="submit">
        {t('words.find-do')}
      </button>
      <p class="hint" role="status">
        {found && t('words.found', {count: found.places.length, at: found.at + 1})}
      </p>
    </form>
  );
}

function placesOf(spoken: Spoken, wanted: string): Letters[] {
  return spoken.said.flatMap((one) => {
    const text = folded(one.text);
    const places: Letters[] = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
      places.push([one.at, at, at + wanted.length]);
    return places;
  });
}
