import type {ComponentChildren} from 'preact';
import type {Problem} from '../api/problem';
import {t} from '../i18n';
import {Button} from './button';
import {focusHeading} from './focus';
import {Icon} from './icon';
import {say} from './problem-words';

const SIGNS = {info: 'info', success: 'check', warn: 'warn', danger: 'warn'} as const;

interface Props {
  kind?: keyof typeof SIGNS;
  /** Said when it appears: politely, or at once for what stops a person. */
  live?: 'status' | 'alert' | undefined;
  children: ComponentChildren;
}

/** A tinted area with a sign. */
export function Notice({kind = 'info', live, children}: Props) {
  return (
    <div class={`notice notice--${kind}`} role={live}>
      <Icon name={SIGNS[kind]} />
      <div>{children}</div>
    </div>
  );
}

/** Something could not be read: what, in words, and a way to try again. */
export function Failed({problem, again}: {problem: Problem; again?: () => void}) {
  const retry =
    again &&
    (() => {
      focusHeading();
      again();
    });
  return (
    <Notice kind="danger" live="alert">
      <p>{say(problem)}</p>
      {problem.status >= 500 && problem.traceId && (
        <p class="mono">{t('ui.trace', {trace: problem.traceId})}</p>
      )}
      {retry && (
        <p>
          <Button small icon="again" onPress={retry}>
            {t('ui.again')}
          </Button>
        </p>
      )}
    </Notice>
  );
}
