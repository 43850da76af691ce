import type {ComponentChildren} from 'preact';
import {useState} from 'preact/hooks';
import {t} from '../i18n';
import {Icon} from './icon';
import './form.css';

interface Props {
  id: string;
  label: string;
  hint?: ComponentChildren;
  /** What is wrong and how to mend it, in words. */
  error?: string | undefined;
  optional?: boolean;
  type?: 'text' | 'email' | 'password' | 'date' | 'search';
  /** Further ids that describe the input. */
  describedBy?: string;
  code?: boolean;
  autocomplete?: string;
  inputmode?: 'text' | 'email' | 'numeric' | 'decimal';
  max?: string;
  min?: string;
  onKeyDown?: (event: KeyboardEvent) => void;
  onBlur?: () => void;
  value: string;
  onValue: (value: string) => void;
}

/** Label, hint, error, input, in this order. What was typed stays, whatever is wrong with it. */
export function Field(props: Props) {
  const {id, label, hint, error, optional, type = 'text', describedBy, code, value, onValue, ...rest} = props;
  const [shown, setShown] = useState(false);
  const described = [hint && `${id}-hint`, error && `${id}-error`, describedBy].filter(Boolean).join(' ');
  const input = (
    <input
      {...rest}
      class={code ? 'input input--code' : 'input'}
      id={id}
      // Preact's types tell the kinds of input apart; what differs between ours is the keyboard.
      type={(type === 'password' && shown ? 'text' : type) as 'text'}
      value={value}
      spellcheck={type === 'text' && !code ? undefined : false}
      aria-invalid={error ? true : undefined}
      aria-describedby={described || undefined}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
  return (
    <div class={error ? 'field field--bad' : 'field'}>
      <label class="label" for={id}>
        {label} {optional && <span class="label__opt">({t('ui.optional')})</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {type === 'password' ? (
        <div class="reveal">
          {input}
          <button
            class="btn"
            type="button"
            aria-controls={id}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {t('ui.show')}
          </button>
        </div>
      ) : (
        input
      )}
    </div>
  );
}

/** The error of a field, told apart by sign and word, and not by colour alone. */
export function FieldError({id, error}: {id: string; error: string | undefined}) {
  if (!error) return null;
  return (
    <p class="error" id={`${id}-error`}>
      <Icon name="warn" />
      <span>
        <span class="vh">{t('ui.error')} </span>
        {error}
      </span>
    </p>
  );
}

interface ChoiceProps {
  id: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}

/** A tick box; nothing is ticked beforehand. */
export function Choice({id, label, hint, error, checked, onChecked}: ChoiceProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'choice choice--bad' : 'choice'}>
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
    </div>
  );
}
