import {useState} from 'preact/hooks';
import {t} from '../i18n';
import {Button} from '../ui/button';
import {Form, useSending} from '../ui/form';
import {typeOf} from './inspect';

interface Props {
  id: 'text' | 'words';
  onSend: (body: Blob | string, type: string) => Promise<unknown>;
  again: () => void;
}

/** Pasted or as a file; what is wrong with it is said here, and what was there stays. */
export function Bring({id, onSend, again}: Props) {
  const [typed, setTyped] = useState('');
  const [file, setFile] = useState<File>();
  const {faults, attempt, busy, refuse, send} = useSending();
  const [clash, setClash] = useState(false);
  const submit = () => {
    if (!file && !typed.trim()) return refuse({[id]: t('editor.needed')});
    setClash(false);
    void send(
      async () => {
        if (file) await onSend(file, typeOf(file.name, id === 'text'));
        else await onSend(typed, id === 'text' ? 'text/plain;charset=utf-8' : guess(typed));
        setTyped('');
        setFile(undefined);
      },
      (problem) => {
        if (problem.code !== 'precondition-failed') return undefined;
        setClash(true);
        return {'': t('editor.clash')};
      },
    );
  };
  return (
    <details class="panel bring">
      <summary>{t(`editor.bring-${id}`)}</summary>
      <Form faults={faults} attempt={attempt} onSubmit={submit}>
        <div class="field">
          <label class="label" for={id}>
            {t(`editor.paste-${id}`)}
          </label>
          <textarea
            class="input"
            id={id}
            rows={12}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <div class="row bring__file">
          {/* The browser's own would speak the browser's language. Its value goes, so that the same file can be chosen again. */}
          <input
            class="vh"
            id={`${id}-file`}
            type="file"
            aria-describedby={`${id}-name`}
            onChange={({currentTarget}) => {
              setFile(currentTarget.files?.[0]);
              currentTarget.value = '';
            }}
          />
          <label class="btn" for={`${id}-file`}>
            {t('editor.file')}
          </label>
          <span id={`${id}-name`}>{file ? <bdi>{file.name}</bdi> : t('editor.no-file')}</span>
          {file && (
            <Button
              kind="quiet"
              icon="cross"
              onPress={() => {
                setFile(undefined);
                document.getElementById(`${id}-file`)?.focus();
              }}
            >
              {t('editor.leave-file')}
            </Button>
          )}
        </div>
        <p class="row">
          <Button kind="primary" type="submit" busy={busy}>
            {t(`editor.send-${id}`)}
          </Button>
          {clash && (
            <Button icon="again" onPress={again}>
              {t('editor.reload')}
            </Button>
          )}
        </p>
      </Form>
    </details>
  );
}

/** JSON, WebVTT, or lines that are looked at by the API. */
const guess = (text: string): string =>
  /^\s*[[{]/.test(text) ? 'application/json' : /^\ufeff?WEBVTT/.test(text) ? 'text/vtt' : 'text/plain';
