import type {RefObject} from 'preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import {t} from '../i18n';
import {writeMoment} from '../lib/moment';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Copy} from '../ui/copy';
import type {Desk} from '../video/desk';
import {writeQuote} from './link';
import {type Picking, selectedWords} from './picking';
import type {Quote, Spoken} from './spoken';

interface Props {
  desk: Desk;
  spoken: Spoken;
  picking: Picking;
  box: RefObject<HTMLElement | null>;
}

/** Selected words become in and out; below stands which they are, and how well their edges are known. */
export function Pick({desk, spoken, picking, box}: Props) {
  const [nothing, setNothing] = useState(false);
  const last = useLastSelection(box);
  const {taken, refused} = picking;
  const use = () => {
    const words = box.current && last.current && selectedWords(box.current, spoken, last.current);
    setNothing(!words);
    if (words) picking.take(...words);
  };
  return (
    <div class="words__pick">
      <div role="status">
        {nothing ? (
          <p>{t('words.nothing')}</p>
        ) : refused ? (
          <Refused spoken={spoken} words={refused} picking={picking} />
        ) : taken ? (
          <Taken spoken={spoken} quote={taken} />
        ) : (
          <p>{t('words.pick-hint')}</p>
        )}
      </div>
      <p class="row">
        {/* Or the browser gives the selection up before the press is heard. */}
        <Button small onMouseDown={(event) => event.preventDefault()} onPress={use}>
          {t('words.pick')}
        </Button>
        {taken && <Copy text={linkOf(desk, spoken, taken)} label={t('words.copy-quote')} />}
      </p>
    </div>
  );
}

function Taken({spoken, quote}: {spoken: Spoken; quote: Quote}) {
  const words = shortened(spoken.text(quote.from, quote.to));
  const who = spoken.turns.find(({parts}) =>
    parts.some((one) => typeof one !== 'string' && one.from <= quote.from && one.to > quote.from),
  )?.who?.name;
  return (
    <p>
      <strong>{t('words.picked', {words: who ? t('words.picked-of', {who, words}) : words})}</strong>{' '}
      {t('words.edges', {start: quote.edges.in, end: quote.edges.last})}
    </p>
  );
}

function Refused({spoken, words, picking}: {spoken: Spoken; words: [number, number]; picking: Picking}) {
  const near = spoken.nearest(...words);
  if (!near) return <p>{t('words.unheard')}</p>;
  return (
    <p>
      {t('words.too-unsure', {words: shortened(spoken.text(...near))})}{' '}
      <Button small onPress={() => picking.take(...near)}>
        {t('words.take-nearest')}
      </Button>
    </p>
  );
}

/** A quotation of first and last words, where there are many. */
export function shortened(text: string): string {
  const words = text.split(/\s+/);
  return `“${words.length > 14 ? [...words.slice(0, 8), '…', ...words.slice(-5)].join(' ') : text}”`;
}

// Both the frames, which hold whatever becomes of the text, and the words.
function linkOf({video, rate}: Desk, {transcript: {language, revision}}: Spoken, quote: Quote): string {
  const t = writeMoment({in: quote.in, last: quote.last}, rate);
  const words = writeQuote({language, revision, from: quote.from, to: quote.to});
  return `${location.origin}${to(`videos/${video.videoId}`)}?t=${t}&quote=${words}`;
}

// The last words that were selected in the text: a tap on the button ends a selection on some phones.
function useLastSelection(box: RefObject<HTMLElement | null>) {
  const last = useRef<Range | undefined>(undefined);
  useEffect(() => {
    const changed = () => {
      const selection = getSelection();
      if (!selection?.rangeCount || selection.isCollapsed) return;
      const range = selection.getRangeAt(0);
      if (box.current && range.intersectsNode(box.current)) last.current = range.cloneRange();
    };
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, []);
  return last;
}
