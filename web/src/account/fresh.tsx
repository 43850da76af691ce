import type {VNode} from 'preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import {Problem} from '../api/problem';
import {signIn} from '../api/session';
import {t} from '../i18n';
import {Button} from '../ui/button';
import {Form, useSending} from '../ui/form';
import {CurrentPasswordField} from './fields';
import {Username} from './password-field';

/**
 * For what needs a password typed a moment ago: the work is begun, and where the API wants the password first, it is asked for in
 * place, and the work goes on.
 *
 * @param email whose password it is
 * @returns the dialog to show, and what runs work; it resolves to false where the person gave up
 */
export function useFresh(email: string): [VNode | null, (work: () => Promise<unknown>) => Promise<boolean>] {
  const [asked, setAsked] = useState<{answer: (proven: boolean) => void}>();
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.code !== 'reauthentication-required') throw cause;
    }
    const proven = await new Promise<boolean>((answer) => setAsked({answer}));
    setAsked(undefined);
    if (proven) await work();
    return proven;
  };
  return [asked ? <AskPassword email={email} answer={asked.answer} /> : null, run];
}

function AskPassword({email, answer}: {email: string; answer: (proven: boolean) => void}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [password, setPassword] = useState('');
  const {faults, attempt, busy, refuse, send} = useSending();
  useEffect(() => {
    const box = dialog.current;
    box?.showModal();
    // Closing gives the focus back to the button that asked.
    return () => box?.close();
  }, []);
  const submit = () => {
    if (!password) return refuse({'fresh-password': t('account.password-needed')});
    void send(
      async () => {
        await signIn(email, password);
        answer(true);
      },
      ({code}) => (code === 'sign-in-failed' ? {'fresh-password': t('account.password-wrong')} : undefined),
    );
  };
  return (
    <dialog ref={dialog} aria-labelledby="fresh" onClose={() => answer(false)}>
      <h2 id="fresh">{t('account.fresh')}</h2>
      <p>{t('account.fresh-text')}</p>
      <Form faults={faults} attempt={attempt} onSubmit={submit}>
        <Username email={email} />
        <CurrentPasswordField
          id="fresh-password"
          value={password}
          error={faults['fresh-password']}
          onValue={setPassword}
        />
        <div class="actions">
          <Button kind="primary" type="submit" busy={busy}>
            {t('account.go-on')}
          </Button>
          <Button kind="quiet" onPress={() => answer(false)}>
            {t('account.cancel')}
          </Button>
        </div>
      </Form>
    </dialog>
  );
}
