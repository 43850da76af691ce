import {useEffect, useMemo, useRef, useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {ask, open} from '../api/client';
import {language as spokenHere, t} from '../i18n';
import {languageName} from '../i18n/format';
import {useLoad} from '../lib/load';
import {Failed, Notice} from '../ui/notice';
import type {Desk} from '../video/desk';
import {Find} from './find';
import {type QuoteLink, readQuote} from './link';
import {clear, rowsOf} from './marks';
import {Pick, shortened} from './pick';
import {usePicking} from './picking';
import {Questions} from './questions';
import {Spoken, type Transcript} from './spoken';
import {bring, Text} from './text';
import './words.css';

interface Props {
  desk: Desk;
  /** In which languages there are words, those of the video's first language first. */
  languages: string[];
}

/** What was said, beside the player: to read, to find one's way in it, and to take a clip out of it by its words. */
export function Words({desk, languages}: Props) {
  const link = readQuote(useLocation().query.quote);
  const [language, setLanguage] = useState(
    () => [link?.language, spokenHere].find((one) => one && languages.includes(one)) ?? languages[0] ?? '',
  );
  const [loaded, again] = useLoad(() => read(desk, language), [language]);
  const spoken = useMemo(
    () => (loaded.data?.language === language ? new Spoken(loaded.data, desk.rate, desk.frames) : undefined),
    [loaded.data, language],
  );
  return (
    <section class="words panel" aria-labelledby="words" aria-busy={!spoken && loaded.state === 'loading'}>
      <div class="words__tools">
        <div class="row row--between">
          <h2 id="words">{t('words.title')}</h2>
          {languages.length > 1 && (
            <fieldset class="seg" aria-label={t('words.languages')}>
              {languages.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={one === language}
                  onClick={() => setLanguage(one)}
                >
                  {languageName(one)}
                </button>
              ))}
            </fieldset>
          )}
        </div>
        {loaded.state === 'failed' && <Failed problem={loaded.problem} again={again} />}
      </div>
      {spoken ? (
        <Reading key={language} desk={desk} spoken={spoken} link={link} />
      ) : (
        <div class="words__text" />
      )}
    </section>
  );
}

function Reading({desk, spoken, link}: {desk: Desk; spoken: Spoken; link: QuoteLink | undefined}) {
  const box = useRef<HTMLDivElement>(null);
  const [follow, setFollow] = useState(true);
  const picking = usePicking(desk, spoken);
  const linked = useLink(desk, spoken, link, picking.take);
  const {timing, language} = spoken.transcript;
  useEffect(() => clear, []);
  const go = (word: number) => {
    const one = spoken.said.find(({to}) => to > word);
    const row = one && box.current && rowsOf(box.current)[one.at];
    if (!one || !row || !box.current) return;
    bring(box.current, row);
    row.querySelector('button')?.focus();
    if (one.in !== undefined) void desk.stage.value?.show(one.in);
  };
  // Who scrolls by hand wants to read elsewhere.
  const left = () => setFollow(false);
  return (
    <>
      <div class="words__tools">
        {timing === 'estimated' && <Notice>{t('words.estimated')}</Notice>}
        {timing === 'untimed' && <Notice>{t('words.untimed')}</Notice>}
        {linked && <Notice live="status">{linked}</Notice>}
        <Find spoken={spoken} box={box} />
        <Questions spoken={spoken} onGo={go} />
        {spoken.cuts && (
          <div class="row row--between">
            <p class="legend">
              <span class="legend__clip">{t('words.in-clip')}</span>
              <span class="legend__now">{t('words.now')}</span>
              <span class="legend__unsure">{t('words.unsure')}</span>
            </p>
            {desk.stage.value && (
              <button class="key" type="button" aria-pressed={follow} onClick={() => setFollow(!follow)}>
                {t('words.follow')}
              </button>
            )}
          </div>
        )}
      </div>
      <section
        class="words__text"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and somebody without a mouse has to reach it
        tabIndex={0}
        aria-label={t('words.text')}
        lang={language}
        dir="auto"
        onWheel={left}
        onTouchMove={left}
      >
        <Text desk={desk} spoken={spoken} picking={picking} box={box} follow={follow} />
      </section>
      {spoken.cuts && <Pick desk={desk} spoken={spoken} picking={picking} box={box} />}
      <Whole spoken={spoken} />
    </>
  );
}

// Subtitles with times that nobody heard are none.
function Whole({spoken: {cuts, transcript}}: {spoken: Spoken}) {
  const {videoId, language} = transcript;
  const file = (format: string, words: string) => (
    <a
      href={`/v1/videos/${videoId}/transcript?language=${language}&format=${format}`}
      download={`${videoId}.${language}.${format}`}
    >
      {words}
    </a>
  );
  return (
    <p class="words__whole">
      <span>{t('words.whole')}</span>
      {file('txt', t('words.as-text'))}
      {cuts && file('vtt', 'WebVTT')}
      {cuts && file('srt', 'SRT')}
    </p>
  );
}

async function read({video}: Desk, language: string, revision?: number): Promise<Transcript> {
  const params = {
    path: {videoId: video.videoId},
    query: {language, ...(revision !== undefined && {revision})},
  };
  const {data} = await ask(open.GET('/v1/videos/{videoId}/transcript', {params}));
  // Its other forms are for files.
  return data as Transcript;
}

// A link to words selects them once; where the text was corrected since, wherever they stand now. What it says of that.
function useLink(
  desk: Desk,
  spoken: Spoken,
  link: QuoteLink | undefined,
  take: (from: number, to: number) => void,
): string | undefined {
  const [said, setSaid] = useState<string>();
  const player = desk.stage.value;
  useEffect(() => {
    if (!link || link.language !== spoken.transcript.language) return;
    const key = `clipdesk.quote.${desk.video.videoId}`;
    const once = JSON.stringify(link);
    if (sessionStorage.getItem(key) === once) return;
    const follow = async () => {
      let words: [number, number] | undefined = [link.from, link.to];
      if (link.revision !== spoken.transcript.revision) {
        const old = new Spoken(await read(desk, link.language, link.revision), desk.rate, desk.frames);
        words = spoken.find(old, link.from, link.to);
        setSaid(words ? t('words.moved') : t('words.gone', {words: shortened(old.text(link.from, link.to))}));
      }
      sessionStorage.setItem(key, once);
      if (words) take(...words);
    };
    // A revision that never was is a link of nobody.
    follow().catch(() => undefined);
  }, [spoken, player]);
  return said;
}
