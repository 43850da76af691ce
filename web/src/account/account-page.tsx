import type {ComponentChildren} from 'preact';
import {useLocation} from 'preact-iso';
import {ask, mine, type Schema} from '../api/client';
import {t} from '../i18n';
import {type Loaded, useLoad} from '../lib/load';
import {to} from '../shell/paths';
import {Failed} from '../ui/notice';
import {Heading} from '../ui/page';
import {Person} from './person';
import './account.css';

const PLACES = [
  'account',
  'account/password',
  'account/email',
  'account/letters',
  'account/sessions',
  'account/data',
] as const;
type Place = (typeof PLACES)[number];

export const placeName = (place: Place): string =>
  t(
    `me.${place === 'account' ? 'profile' : (place.slice('account/'.length) as 'password' | 'email' | 'letters' | 'sessions' | 'data')}`,
  );

/** The account of a signed-in person as it is kept, and its version. */
export interface Me {
  account: Schema<'Account'>;
  etag: string;
}

/** Reads it. */
export async function readMe(): Promise<Me> {
  const {data, headers} = await ask(mine.GET('/v1/me'));
  return {account: data, etag: headers.get('ETag') ?? ''};
}

interface Props {
  place: Place;
  refused?: boolean;
  children: (me: Me, again: () => void) => ComponentChildren;
}

/** One of the pages of an account, with the way to the others; signed-in people only. */
export function AccountPage(props: Props) {
  return (
    <Person>
      <Inside {...props} />
    </Person>
  );
}

function Inside({place, refused, children}: Props) {
  const {path} = useLocation();
  const [me, again] = useLoad(readMe, []);
  return (
    <div class="account">
      <nav aria-label={t('me.nav')} class="account__nav">
        <ul>
          {PLACES.map((one) => (
            <li key={one}>
              <a href={to(one)} aria-current={path === to(one) ? 'page' : undefined}>
                {placeName(one)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="sheet">
        <Heading title={placeName(place)} refused={refused ?? false} />
        {me.data && <p class="muted">{me.data.account.email}</p>}
        {failure(me, again) ??
          (me.data ? children(me.data, again) : <p class="wait account__wait" aria-busy="true" />)}
      </div>
    </div>
  );
}

const failure = (loaded: Loaded<Me>, again: () => void) =>
  loaded.state === 'failed' ? <Failed problem={loaded.problem} again={again} /> : undefined;
