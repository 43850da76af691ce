import {t} from '../i18n';
import {Field} from '../ui/field';
import {Icon} from '../ui/icon';
import {RULES, type Rule, violations} from './password-rules';

interface Props {
  id: string;
  label: string;
  value: string;
  /** Whose password it will be: it must not be in it. */
  email: string;
  error: string | undefined;
  onValue: (value: string) => void;
}

/** A new password with all its rules in words from the start; each says whether it is met while one types. */
export function PasswordField({id, label, value, email, error, onValue}: Props) {
  const broken = violations(value, email);
  const shown = RULES.filter((rule) => rule !== 'too-long' || broken.includes(rule));
  const met = shown.filter((rule) => !broken.includes(rule)).length;
  return (
    <div class="field">
      <Field
        id={id}
        label={label}
        type="password"
        autocomplete="new-password"
        value={value}
        error={error}
        describedBy={`${id}-rules`}
        onValue={onValue}
      />
      <ul class="rules" id={`${id}-rules`}>
        {shown.map((rule) => (
          <RuleLine key={rule} rule={rule} state={stateOf(rule)} />
        ))}
        <li class="rule">
          <Icon name="info" />
          {t('account.rule-common')}
        </li>
      </ul>
      <p class="vh" role="status">
        {value && t('account.rules-met', {met, all: shown.length})}
      </p>
    </div>
  );

  function stateOf(rule: Rule): State {
    if (!value) return 'open';
    if (!broken.includes(rule)) return 'met';
    return error || rule === 'whitespace' || rule === 'personal' || rule === 'too-long' ? 'unmet' : 'open';
  }
}

type State = 'open' | 'met' | 'unmet';

function RuleLine({rule, state}: {rule: Rule; state: State}) {
  return (
    <li class={state === 'open' ? 'rule' : `rule rule--${state}`}>
      {state === 'open' ? <span class="rule__open" /> : <Icon name={state === 'met' ? 'check' : 'cross'} />}
      <span>
        {t(`account.rule-${rule}`)}
        {state !== 'open' && <span class="vh"> – {t(`account.rule-is-${state}`)}</span>}
      </span>
    </li>
  );
}

/** Tells password managers whose password it is. */
export function Username({email}: {email: string}) {
  return (
    <input
      class="vh"
      type="text"
      autocomplete="username"
      value={email}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}

/** What to say of a password before it is sent, or nothing. */
export function passwordFault(password: string, email: string): string | undefined {
  if (!password) return t('account.password-missing');
  const count = violations(password, email).length;
  return count ? t('account.password-weak', {count}) : undefined;
}

/** What to say of a password that the API refused. */
export function refusedPassword(members: Readonly<Record<string, unknown>>): string {
  const found = Array.isArray(members.violations) ? (members.violations as string[]) : [];
  return found.includes('common')
    ? t('account.password-common')
    : t('account.password-weak', {count: found.length});
}
