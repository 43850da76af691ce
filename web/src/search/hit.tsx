import type {ComponentChildren} from 'preact';
import type {Schema} from '../api/client';
import {t} from '../i18n';
import {clock, day, languageName, length} from '../i18n/format';
import {to} from '../shell/paths';
import {writeQuote} from '../transcript/link';

export type Hit = Schema<'SpokenHit'>;

/** A sentence that answers, who said it where, and the two ways on: to hear it, and to cut it. */
export function HitItem({hit, at}: {hit: Hit; at: number}) {
  const {videoId, title, date, language, speaker, sentence, timing} = hit;
  const who = speaker?.name ?? speaker?.role;
  const small = speaker?.name && (speaker.outlet ?? speaker.role);
  const {in: first, out} = sentence;
  const video = to(`videos/${videoId}`);
  const heard = timing === 'aligned' || timing === 'cues';
  const words = sentence.text.split(/\s+/, 5).join(' ');
  return (
    <li class="hit">
      <h2 class="hit__title">
        <a id={`item-${at}`} href={first ? `${video}?t=${first.ms}` : video}>
          {title}
        </a>
      </h2>
      <p class="item__meta dots">
        {who && (
          <span>
            <bdi>{who}</bdi>
            {small && (
              <>
                , <bdi>{small}</bdi>
              </>
            )}
          </span>
        )}
        <span>{day(date)}</span>
        <span>{languageName(language)}</span>
        {first && (
          <span>
            <span class="vh">{t('search.at', {length: length(first.ms)})}</span>
            <span aria-hidden="true">
              {heard ? '' : '≈ '}
              {clock(first.ms)}
            </span>
          </span>
        )}
      </p>
      <blockquote class="hit__said" lang={language} dir="auto">
        {marked(hit)}
      </blockquote>
      {heard && first && out && (
        <p>
          <a
            class="btn btn--s"
            href={`${video}?t=${first.ms},${out.ms}&quote=${writeQuote({
              language,
              revision: hit.revision,
              from: sentence.words[0] ?? 0,
              to: sentence.words[1] ?? 0,
            })}`}
          >
            {t('search.clip')}
            <span class="vh">: {words}</span>
          </a>
        </p>
      )}
    </li>
  );
}

// The words that answer, in the sentence; those of the paragraph's other sentences are not on show.
function marked({sentence, match}: Hit): ComponentChildren[] {
  const [begin = 0] = sentence.words;
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const [from = 0, to = 0] of match) {
    const first = from - begin;
    const last = to - 1 - begin;
    const at = sentence.offset[first];
    const lastAt = sentence.offset[last];
    if (at === undefined || lastAt === undefined || at < end) continue;
    const until = lastAt + (sentence.length[last] ?? 0);
    parts.push(sentence.text.slice(end, at), <mark>{sentence.text.slice(at, until)}</mark>);
    end = until;
  }
  parts.push(sentence.text.slice(end));
  return parts;
}
