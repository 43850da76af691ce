import {has, t} from '../i18n';
import {instant} from '../i18n/format';
import {Notice} from '../ui/notice';
import type {Report} from './inspect';

/** Files that were put for the transcript, and words that were asked for, which could not be taken: why, and what to do. */
export function NotTaken({refused}: {refused: Report['refused']}) {
  return (
    <>
      {refused.map(({kind, at, code}) => (
        <Notice kind="warn" key={kind}>
          <p>
            <strong>{t(`editor.not-taken-${kind}`, {at: instant(at)})}</strong> {sayWhy(code)}
          </p>
        </Notice>
      ))}
    </>
  );
}

function sayWhy(code: string): string {
  const key = `editor.why-${code}`;
  return has(key) ? (t as (key: string) => string)(key) : code;
}
