import {t} from '../i18n';
import {Field} from '../ui/field';
import {Icon} from '../ui/icon';

interface Props {
  value: string;
  error: string | undefined;
  onValue: (value: string) => void;
}

/** The address that one signs in with. */
export function AddressField({hint, ...rest}: Props & {hint?: string}) {
  return (
    <Field
      id="email"
      label={t('account.address')}
      hint={hint}
      type="email"
      inputmode="email"
      autocomplete="username"
      {...rest}
    />
  );
}

/** The password that is in force. */
export function CurrentPasswordField({
  id = 'password',
  label,
  ...rest
}: Props & {id?: string; label?: string}) {
  return (
    <Field
      id={id}
      label={label ?? t('account.password')}
      type="password"
      autocomplete="current-password"
      {...rest}
    />
  );
}

interface PersonProps {
  value: {name: string; outlet: string};
  faults: Record<string, string | undefined>;
  onChange: (some: {name?: string; outlet?: string}) => void;
}

/** What a person may say of themselves. */
export function PersonFields({value, faults, onChange}: PersonProps) {
  return (
    <>
      <Field
        id="name"
        label={t('account.name')}
        optional
        autocomplete="name"
        value={value.name}
        error={faults.name}
        onValue={(name) => onChange({name})}
      />
      <Field
        id="outlet"
        label={t('account.outlet')}
        optional
        autocomplete="organization"
        value={value.outlet}
        error={faults.outlet}
        onValue={(outlet) => onChange({outlet})}
      />
    </>
  );
}

/** What an account is good for. */
export function Benefits() {
  return (
    <ul class="ticks">
      {(['whole', 'sound', 'frame', 'free'] as const).map((one) => (
        <li key={one}>
          <Icon name="check" />
          <span>{t(`account.get-${one}`)}</span>
        </li>
      ))}
    </ul>
  );
}
