import type {ComponentChildren} from 'preact';
import {Fragment} from 'preact';
import {useEffect, useLayoutEffect, useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {Problem} from '../api/problem';
import {resume, session} from '../api/session';
import {toAndBack} from '../shell/paths';
import {Failed} from '../ui/notice';

/** What only a signed-in person sees: others are led to the sign-in, and back here afterwards. */
export function Person({children}: {children: ComponentChildren}) {
  const {route} = useLocation();
  const [page] = useState(location.pathname);
  const now = session.value;
  useLayoutEffect(() => {
    // Who signs out by the header is on the way to another page already.
    if (now.state === 'out' && location.pathname === page) route(toAndBack('sign-in'), true);
  }, [now.state]);
  useEffect(() => {
    if (now.state === 'lost') void resume();
  }, []);
  if (now.state === 'lost') return <Failed problem={Problem.lost()} again={() => void resume()} />;
  // Another person may have signed in in another tab: nothing of the first stays.
  return now.state === 'in' ? <Fragment key={now.accountId}>{children}</Fragment> : <p aria-busy="true" />;
}
