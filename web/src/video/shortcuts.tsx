import type {RefObject} from 'preact';
import {t} from '../i18n';
import {Button} from '../ui/button';
import {Choice} from '../ui/field';
import {keysOn} from './keys';

const KEYS = [
  ['K', 'toggle'],
  ['J L', 'ten'],
  ['← →', 'second'],
  [', .', 'picture'],
  ['I O', 'mark'],
  ['⇧ I ⇧ O', 'goto'],
  ['P', 'play'],
  ['M', 'mute'],
  ['F', 'full'],
  ['?', 'list'],
] as const;

/** The single keys, and how to switch them off (WCAG 2.2, 2.1.4). */
export function Shortcuts({dialog}: {dialog: RefObject<HTMLDialogElement | null>}) {
  return (
    <dialog ref={dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">{t('video.keys')}</h2>
      <p class="hint">{t('video.keys-where')}</p>
      <dl class="keys">
        {KEYS.map(([keys, act]) => (
          <div key={act}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`video.key-${act}`)}</dd>
          </div>
        ))}
      </dl>
      <Choice
        id="keys-on"
        label={t('video.keys-on')}
        checked={keysOn.value}
        onChecked={(checked) => {
          keysOn.value = checked;
        }}
      />
      <Button onPress={() => dialog.current?.close()}>{t('video.close')}</Button>
    </dialog>
  );
}
