import {has, t} from '../i18n';
import {languageName} from '../i18n/format';
import {Button} from '../ui/button';
import {Correction} from './correction';
import type {Edit, Finding} from './inspect';
import {Listen} from './listen';
import type {Watched} from './watch';

interface Props {
  language: string;
  findings: readonly Finding[];
  /** Whether their times are of words that nobody heard. */
  estimated: boolean;
  watched: Watched | undefined;
  onEdit: (edit: Edit) => Promise<unknown>;
}

/** What somebody should see or decide; what is asked comes before what is only noted. */
export function Findings({language, findings, estimated, watched, onEdit}: Props) {
  const sorted = [...findings].sort((a, b) => Number(b.severity === 'ask') - Number(a.severity === 'ask'));
  return (
    <ol class="findings">
      {sorted.map((finding) => (
        <li class="finding" key={finding.id}>
          <h3>
            {sayCode(finding.code)} <small>{t('editor.line', {line: finding.line})}</small>
          </h3>
          <blockquote lang={language} dir="auto">
            {finding.excerpt}
          </blockquote>
          <p>{t(`editor.done-${finding.done}`)}</p>
          <Suggestion finding={finding} language={language} />
          <Listen finding={finding} estimated={estimated} watched={watched} />
          <details open={finding.severity === 'ask'}>
            <summary>{t('editor.correct')}</summary>
            <Correction finding={finding} watched={watched} onEdit={onEdit} />
          </details>
        </li>
      ))}
    </ol>
  );
}

/** Who or what else may be meant, in the words of the text; a tag and a correction in ours. */
function Suggestion({finding: {code, suggestion}, language}: {finding: Finding; language: string}) {
  if (!suggestion) return null;
  if (code === 'edit-lost') return <p>{t(`editor.op-${suggestion as Edit['op']}`)}</p>;
  return (
    <p>
      {t('editor.suggestion')}{' '}
      {code === 'other-language' ? languageName(suggestion) : <bdi lang={language}>{suggestion}</bdi>}
    </p>
  );
}

function sayCode(code: string): string {
  const key = `editor.code-${code}`;
  return has(key) ? (t as (key: string) => string)(key) : code;
}

/** What was found there: an id is the code and a digest. */
const accepted = ({finding}: Edit) => finding && sayCode(finding.replace(/-[0-9a-f]+$/, ''));

/** The corrections that are applied to every text, each of which can be taken back. */
export function Edits({
  edits,
  onRemove,
}: {
  edits: readonly Edit[];
  onRemove: (at: number) => Promise<unknown>;
}) {
  return (
    <ol class="findings">
      {edits.map((edit, at) => {
        const words = [
          edit.turn?.text ?? edit.line?.text ?? edit.words?.text ?? edit.label ?? accepted(edit),
          edit.speaker?.name ?? edit.into ?? (edit.kind && t(`editor.kind-${edit.kind}`)),
        ]
          .filter(Boolean)
          .join(' → ');
        return (
          <li class="row row--between" key={`${at} ${words}`}>
            <span>
              <strong>{t(`editor.op-${edit.op}`)}</strong> <bdi>{words}</bdi>
            </span>
            <Button small icon="bin" onPress={() => onRemove(at)}>
              {t('editor.take-back')}
              <span class="vh">: {words}</span>
            </Button>
          </li>
        );
      })}
    </ol>
  );
}
