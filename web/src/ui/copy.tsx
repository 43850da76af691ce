import {useState} from 'preact/hooks';
import {t} from '../i18n';
import {Button} from './button';

/** Copies a text and says so; where the browser forbids it, the text is shown to be copied by hand. */
export function Copy({text, label}: {text: string; label: string}) {
  const [state, setState] = useState<'' | 'done' | 'forbidden'>('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('done');
    } catch {
      setState('forbidden');
    }
  };
  return (
    <>
      <Button small icon="copy" onPress={copy}>
        {label}
      </Button>
      <span role="status">{state === 'done' && t('ui.copied')}</span>
      {state === 'forbidden' && <input class="input mono" readOnly value={text} aria-label={label} />}
    </>
  );
}
