import {useState} from 'preact/hooks';
import {Problem} from '../api/problem';
import {has, t} from '../i18n';
import {offer} from '../lib/offer';
import {sayUntil} from '../tickets/files';
import {Button} from '../ui/button';
import {Notice} from '../ui/notice';

/** A file that somebody may want. */
export interface Wanted {
  /** What the button says, and what else of it the eye sees beside it. */
  form: string;
  of: string;
  name: string;
  read: () => Promise<Blob>;
}

/** A button for each file; below them what became of the last one that was pressed. */
export function Files({files, unable}: {files: readonly Wanted[]; unable?: boolean}) {
  const [became, setBecame] = useState<Problem | string>();
  const take = async ({name, read}: Wanted) => {
    setBecame(undefined);
    try {
      offer(name, await read());
      setBecame(name);
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      setBecame(cause);
    }
  };
  return (
    <>
      <p class="row">
        {files.map((file) => (
          <Button small icon="download" key={file.form} unable={unable ?? false} onPress={() => take(file)}>
            {file.form}
            <span class="vh"> {file.of}</span>
          </Button>
        ))}
      </p>
      <p class="hint" role="status">
        {typeof became === 'string' && t('beside.saved', {file: became})}
      </p>
      {became instanceof Problem && (
        <Notice kind="danger" live="alert">
          <p>{sayWhy(became)}</p>
        </Notice>
      )}
    </>
  );
}

// What clips cannot be in a list for is told by the rule that they broke; what has no times cannot be had in any form with some.
function sayWhy(problem: Problem): string {
  if (problem.code === 'not-acceptable') return t('beside.no-times');
  const rule = `beside.${problem.errors[0]?.code}` as 'beside.mixed-rates' | 'beside.master-replaced';
  return has(rule) ? t(rule) : sayUntil(problem);
}
