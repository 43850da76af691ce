import {act, cleanup, fireEvent, render, screen} from '@testing-library/preact';
import {afterEach, beforeAll, expect, test} from 'vitest';
import {Problem} from '../api/problem';
import {speak} from '../i18n';
import {Button} from './button';
import {Choice, Field} from './field';
import {Form, LEFT, useSending} from './form';

beforeAll(() => speak('ui', 'problem', 'rule'));
afterEach(cleanup);

let work: () => Promise<unknown> = async () => undefined;
let value = '';

function Page() {
  const {faults, attempt, busy, refuse, send} = useSending();
  return (
    <Form
      faults={faults}
      attempt={attempt}
      onSubmit={() =>
        value ? void send(work, () => undefined) : refuse({email: 'Indiquez l’adresse', terms: 'Cochez'})
      }
    >
      <Field
        id="email"
        label="Adresse"
        hint="Indice"
        value={value}
        error={faults.email}
        onValue={() => undefined}
      />
      <Field id="secret" label="Secret" type="password" value="s" onValue={() => undefined} />
      <Choice id="terms" label="Accord" error={faults.terms} checked={false} onChecked={() => undefined} />
      <Button type="submit" busy={busy}>
        Envoyer
      </Button>
    </Form>
  );
}

const press = () =>
  fireEvent.submit(screen.getByRole('button', {name: 'Envoyer'}).closest('form') as HTMLElement);
const settle = () => act(() => new Promise<void>((done) => setTimeout(done)));

test('a refused form has a summary that takes the focus each time and leads to each field', async () => {
  value = '';
  render(<Page />);
  press();
  await settle();
  const summary = screen.getByRole('alert');
  expect(document.activeElement).toBe(summary);
  screen.getByRole('link', {name: 'Cochez'}).click();
  expect(document.activeElement?.id).toBe('terms');
  press();
  await settle();
  expect(document.activeElement).toBe(screen.getByRole('alert'));
});

test('each error stands beside its field and describes it, after the hint', async () => {
  value = '';
  render(<Page />);
  press();
  await settle();
  const input = screen.getByLabelText('Adresse');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(input.getAttribute('aria-describedby')).toBe('email-hint email-error');
  expect(document.getElementById('email-error')?.textContent).toContain('Indiquez l’adresse');
  expect(screen.getByLabelText('Secret').getAttribute('aria-invalid')).toBeNull();
});

test('a password is shown and hidden again, and says which', async () => {
  value = '';
  render(<Page />);
  const button = screen.getByRole('button', {name: 'Afficher'});
  fireEvent.click(button);
  await settle();
  expect(screen.getByLabelText('Secret').getAttribute('type')).toBe('text');
  expect(button.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(button);
  await settle();
  expect(screen.getByLabelText('Secret').getAttribute('type')).toBe('password');
});

test('what is under way is not sent again, and a form that leads on stays busy', async () => {
  value = 'x';
  let sent = 0;
  let done: (result: unknown) => void = () => undefined;
  work = () => {
    sent++;
    return new Promise((resolve) => {
      done = resolve;
    });
  };
  render(<Page />);
  press();
  press();
  await settle();
  expect(sent).toBe(1);
  expect(screen.getByRole('button', {name: 'Envoyer'}).getAttribute('aria-busy')).toBe('true');
  done(undefined);
  await settle();
  expect(screen.getByRole('button', {name: 'Envoyer'}).getAttribute('aria-busy')).toBeNull();
  press();
  await settle();
  done(LEFT);
  await settle();
  press();
  await settle();
  expect(sent).toBe(2);
});

test('a problem is said in our own words, never in the API’s', async () => {
  value = 'x';
  work = () => Promise.reject(new Problem('unavailable', 503, {title: 'Nope', detail: 'S3 is down'}));
  render(<Page />);
  press();
  await settle();
  expect(screen.getByRole('alert').textContent).toContain('momentanément indisponible');
  expect(screen.getByRole('heading', {name: 'Cela n’a pas abouti'})).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/Nope|S3/);
});
