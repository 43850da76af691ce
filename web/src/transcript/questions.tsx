import {useState} from 'preact/hooks';
import {ask, open, type Schema} from '../api/client';
import {Problem} from '../api/problem';
import {t} from '../i18n';
import {clock, length} from '../i18n/format';
import {Failed} from '../ui/notice';
import type {Spoken} from './spoken';

type Exchange = Schema<'Exchanges'>['exchanges'][number];

/** Who asked what, to jump to; read when somebody opens the list. */
export function Questions({spoken, onGo}: {spoken: Spoken; onGo: (word: number) => void}) {
  const [asked, setAsked] = useState<Exchange[]>();
  const [problem, setProblem] = useState<Problem>();
  const {videoId, language, revision, speakers} = spoken.transcript;
  const read = () => {
    setProblem(undefined);
    const params = {path: {videoId}, query: {language, revision}};
    ask(open.GET('/v1/videos/{videoId}/exchanges', {params})).then(
      ({data}) => setAsked(data.exchanges),
      (cause: unknown) => {
        if (!(cause instanceof Problem)) throw cause;
        setProblem(cause);
      },
    );
  };
  const names = new Map(speakers.map((one) => [one.id, one]));
  const nameOf = (id: string) => {
    const {name, role, outlet} = names.get(id) ?? {};
    const who = name ?? role ?? t('words.unnamed');
    return outlet ? t('words.question', {who, outlet}) : who;
  };
  return (
    <details class="questions" onToggle={(event) => event.currentTarget.open && !asked && read()}>
      <summary>{t('words.questions')}</summary>
      {problem && <Failed problem={problem} again={read} />}
      {asked && (
        <ol class="questions__list">
          {asked.map(({questioner, question}) => (
            <li key={question.words[0]}>
              <button class="question" type="button" onClick={() => onGo(question.words[0] ?? 0)}>
                {question.in && (
                  <span class="tc">
                    <span class="vh">{length(question.in.ms)}</span>
                    <span aria-hidden="true">{clock(question.in.ms)}</span>
                  </span>
                )}
                <strong>{nameOf(questioner)}</strong>
                <span lang={language}>{question.firstSentence}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
