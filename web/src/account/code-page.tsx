import type {ComponentChildren} from 'preact';
import {useLayoutEffect, useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {ask, open} from '../api/client';
import {Problem} from '../api/problem';
import {rich, t} from '../i18n';
import {length, time} from '../i18n/format';
import {now, useNow} from '../lib/clock';
import {site} from '../lib/site';
import {Button} from '../ui/button';
import {Field} from '../ui/field';
import {focusHeading} from '../ui/focus';
import {type Faults, Form, useSending} from '../ui/form';
import {Notice} from '../ui/notice';
import {Heading} from '../ui/page';
import {say} from '../ui/problem-words';
import {readCode} from './code';
import {carried, type Pending, pending} from './pending';
import './account.css';

interface Props {
  purpose: keyof typeof pending;
  /** Address of the page where the code is asked for: it mends the address, and begins anew. */
  start: string;
  /** Which step of how many; the address says of which flow. */
  step?: {step: number; of: number};
  title: string;
  submit: string;
  /** What is done with the six digits. A {@link Problem} of the code is shown here. */
  onCode: (code: string, pending: Pending) => Promise<unknown>;
  children?: ComponentChildren;
}

/** Where a mailed code is typed: whom it went to, until when it is good, how many tries are left, and how another comes. */
export function CodePage({purpose, start, step, title, submit, onCode, children}: Props) {
  const {route} = useLocation();
  const slot = pending[purpose];
  const [state, setState] = useState(slot.read);
  const [typed, setTyped] = useState('');
  const {faults, attempt, refused, busy, refuse, send} = useSending();
  const at = useNow(1000);

  useLayoutEffect(() => {
    if (!state) {
      route(start, true);
      return;
    }
    const problem = carried.take();
    if (problem) refuse(codeFaults(problem));
  }, []);
  if (!state) return null;

  const update = (some: Partial<Pending>) => {
    const next = {...state, ...some};
    slot.keep(next);
    setState(next);
  };
  const left = Date.parse(state.expiresAt) - at;
  const dead = left <= 0 || state.attemptsLeft === 0;

  /** Takes what a refusal says into the page, and says it in words. */
  const codeFaults = (problem: Problem): Faults => {
    const {code, members, retryAfter} = problem;
    if (code === 'code-mismatch' && typeof members.attemptsLeft === 'number') {
      update({attemptsLeft: members.attemptsLeft});
      return {code: t('account.code-wrong', {left: members.attemptsLeft})};
    }
    if (code === 'too-many-attempts')
      update({
        attemptsLeft: 0,
        ...(retryAfter && {resendAt: new Date(now() + retryAfter * 1000).toISOString()}),
      });
    if (code === 'code-expired') update({expiresAt: new Date(now()).toISOString()});
    return {code: say(problem)};
  };

  const submitCode = () => {
    const code = readCode(typed);
    if (!code) return refuse({code: t(typed.trim() ? 'account.code-digits' : 'account.code-missing')});
    void send(
      () => onCode(code, state),
      (problem) =>
        problem.code.startsWith('code-') || problem.code === 'too-many-attempts'
          ? codeFaults(problem)
          : undefined,
    );
  };

  return (
    <div class="duo">
      <div class="sheet">
        {step && <p class="sheet__step">{t('account.step', step)}</p>}
        <Heading title={title} refused={refused} />
        <p class="lede">
          {rich('account.code-sent', {b: (c) => <strong>{c}</strong>}, {address: state.email})}
        </p>
        <p>
          <a href={start}>{t('account.mend-address')}</a>
        </p>
        {children}
        <p role="status" class="vh">
          {dead && t('account.code-dead')}
        </p>
        <Form faults={faults} attempt={attempt} onSubmit={submitCode}>
          <Field
            id="code"
            label={t('account.code')}
            hint={t('account.code-hint')}
            code
            inputmode="numeric"
            autocomplete="one-time-code"
            describedBy="code-left"
            value={typed}
            error={faults.code}
            // A pasted sentence is cut down to its code; what is typed stays as it is typed.
            onValue={(text) => setTyped(text.length > 8 ? (readCode(text) ?? text) : text)}
          />
          <dl class="facts num code-left" id="code-left">
            <div>
              <dt>{t('account.valid')}</dt>
              <dd>
                {dead
                  ? t('account.code-dead')
                  : t('account.valid-until', {
                      left: length(Math.max(1, Math.round(left / 60_000)) * 60_000),
                      until: time(state.expiresAt),
                    })}
              </dd>
            </div>
            <div>
              <dt>{t('account.tries')}</dt>
              <dd>{t('account.tries-left', {left: state.attemptsLeft})}</dd>
            </div>
          </dl>
          <div class="actions">
            <Button kind="primary" type="submit" busy={busy}>
              {submit}
            </Button>
          </div>
        </Form>
      </div>
      <Resend
        reset={purpose === 'password-reset'}
        state={state}
        at={at}
        start={start}
        onSent={(sent) => {
          update(sent);
          setTyped('');
          refuse({});
        }}
        onWait={(resendAt) => update({resendAt})}
      />
    </div>
  );
}

interface ResendProps {
  reset: boolean;
  state: Pending;
  at: number;
  start: string;
  onSent: (sent: Omit<Pending, 'email'>) => void;
  onWait: (resendAt: string) => void;
}

function Resend({reset, state, at, start, onSent, onWait}: ResendProps) {
  const [word, setWord] = useState('');
  const [over, setOver] = useState(false);
  const wait = Date.parse(state.resendAt) - at;
  const resend = async () => {
    setWord('');
    try {
      const {data} = await ask(
        open.POST('/v1/verifications/{id}/resend', {params: {path: {id: state.verificationId}}, body: {}}),
      );
      onSent(data);
      setWord(t('account.resent'));
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      const gone = cause.code === 'code-expired' || cause.code === 'not-found';
      setOver(gone);
      if (cause.retryAfter && cause.status === 429)
        onWait(new Date(now() + cause.retryAfter * 1000).toISOString());
      setWord(gone ? t('account.code-over') : say(cause));
      if (gone) focusHeading();
    }
  };
  return (
    <aside class="aside aside--panel" aria-labelledby="nothing">
      <h2 id="nothing">{t('account.nothing')}</h2>
      <p>
        {rich('account.nothing-text', {mono: (c) => <span class="mono">{c}</span>}, {sender: site.sender})}
      </p>
      <p>{t(reset ? 'account.nothing-unknown' : 'account.nothing-known')}</p>
      {over ? (
        <p>
          <a class="btn" href={start}>
            {t('account.begin-anew')}
          </a>
        </p>
      ) : (
        <>
          <p>
            <Button icon="mail" unable={wait > 0} aria-describedby="wait" onPress={resend}>
              {t('account.resend')}
            </Button>
          </p>
          <p class="hint" id="wait">
            {wait > 0
              ? t('account.resend-wait', {wait: length(Math.max(1, Math.floor(wait / 1000)) * 1000)})
              : t('account.resend-kills')}
          </p>
        </>
      )}
      <div role="status">{word && <Notice>{word}</Notice>}</div>
    </aside>
  );
}
