import type {ComponentChildren, JSX} from 'preact';
import {useState} from 'preact/hooks';
import {Icon, type IconName} from './icon';

interface Props extends Omit<JSX.IntrinsicElements['button'], 'class' | 'icon' | 'onClick' | 'disabled'> {
  kind?: 'primary' | 'quiet' | 'danger';
  small?: boolean;
  icon?: IconName;
  /** Why it does nothing now; said beside it by whoever shows it. */
  unable?: boolean;
  busy?: boolean;
  children: ComponentChildren;
  /** While the promise is open the button is busy, and further presses do nothing. */
  onPress?: () => unknown;
}

/** A button: the verb and its object. It is never disabled for what a person could mend. */
export function Button({kind, small, icon, unable, busy, children, onPress, ...rest}: Props) {
  const [working, setWorking] = useState(false);
  const press = async (event: Event) => {
    if (unable || busy || working) {
      event.preventDefault();
      return;
    }
    const work = onPress?.();
    if (!(work instanceof Promise)) return;
    setWorking(true);
    try {
      await work;
    } finally {
      setWorking(false);
    }
  };
  const name = ['btn', kind && `btn--${kind}`, small && 'btn--s'].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      {...rest}
      class={name}
      aria-disabled={unable || undefined}
      aria-busy={busy || working || undefined}
      onClick={press}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
