import {has, t} from '../i18n';

interface Props {
  faults: readonly {pointer: string; code: string}[];
}

/** Why the files of a video were not taken in: each fault in words, and its place in the description. */
export function Refused({faults}: Props) {
  return (
    <ul class="findings">
      {faults.map(({pointer, code}) => (
        <li class="finding" key={`${pointer} ${code}`}>
          <p>
            {sayFault(code)} <small>{pointer.slice(1)}</small>
          </p>
        </li>
      ))}
    </ul>
  );
}

function sayFault(code: string): string {
  const key = `editor.fault-${code}`;
  return has(key) ? (t as (key: string) => string)(key) : code;
}
