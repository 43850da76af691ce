import {useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {addressFault, faultsOf} from '../account/faults';
import {AddressField, Benefits, PersonFields} from '../account/fields';
import {PasswordField, passwordFault} from '../account/password-field';
import {pending, secret} from '../account/pending';
import {ask, open} from '../api/client';
import {language, rich, t} from '../i18n';
import {useDraft} from '../lib/draft';
import {useLoad} from '../lib/load';
import {returnPath} from '../lib/return-path';
import {to, toOn} from '../shell/paths';
import {Button} from '../ui/button';
import {Choice} from '../ui/field';
import {Form, LEFT, useSending} from '../ui/form';
import {Failed, Notice} from '../ui/notice';
import {Heading} from '../ui/page';
import '../account/account.css';

/** First step of three: address, password, terms. Nobody is told whether the address has an account. */
export default function SignUp() {
  const {query, route} = useLocation();
  const [typed, change] = useDraft('sign-up', {email: '', name: '', outlet: '', agreed: ''});
  const [password, setPassword] = useState(secret.password);
  const [terms, againTerms] = useLoad(() => ask(open.GET('/v1/terms')), []);
  const {faults, attempt, refused, busy, refuse, send} = useSending();
  const version = terms.data?.data.version;
  const [running] = useState(pending['sign-up'].read);

  const submit = () => {
    const wrong = {
      email: addressFault(typed.email),
      password: passwordFault(password, typed.email),
      terms:
        version && typed.agreed === version
          ? undefined
          : t(version ? 'account.terms-missing' : 'account.terms-loading'),
    };
    if (!version || Object.values(wrong).some(Boolean)) return refuse(wrong);
    const email = typed.email.trim();
    void send(
      async () => {
        const {data} = await ask(
          open.POST('/v1/accounts', {
            body: {
              email,
              password,
              ...(typed.name.trim() && {name: typed.name.trim()}),
              ...(typed.outlet.trim() && {outlet: typed.outlet.trim()}),
              language,
              termsVersion: version,
              returnTo: returnPath(query.returnTo),
            },
          }),
        );
        pending['sign-up'].keep({...data, email});
        secret.password = password;
        route(to('sign-up/code'));
        return LEFT;
      },
      (problem) => {
        if (problem.code === 'terms-outdated') {
          change({agreed: ''});
          againTerms();
          return {terms: t('account.terms-changed')};
        }
        return faultsOf(problem, {email: 'email', name: 'name', outlet: 'outlet', password: 'password'});
      },
    );
  };

  return (
    <div class="duo">
      <div class="sheet">
        <p class="sheet__step">{t('account.step', {step: 1, of: 3})}</p>
        <Heading title={t('account.sign-up')} refused={refused} />
        {running && (
          <Notice>
            <p>
              {rich(
                'account.code-under-way',
                {link: (c) => <a href={to('sign-up/code')}>{c}</a>},
                {
                  address: running.email,
                },
              )}
            </p>
          </Notice>
        )}
        <Form faults={faults} attempt={attempt} onSubmit={submit}>
          <AddressField
            hint={t('account.address-hint')}
            value={typed.email}
            error={faults.email}
            onValue={(email) => change({email})}
          />
          <PasswordField
            id="password"
            label={t('account.password')}
            value={password}
            email={typed.email}
            error={faults.password}
            onValue={setPassword}
          />
          <div class="field pair">
            <PersonFields value={typed} faults={faults} onChange={change} />
          </div>
          <div class="field agree">
            {version ? (
              <Choice
                id="terms"
                label={rich('account.agree', {link: (c) => <a href={to('terms')}>{c}</a>}, {version})}
                hint={terms.data?.data.text}
                error={faults.terms}
                checked={typed.agreed === version}
                onChecked={(checked) => change({agreed: checked ? version : ''})}
              />
            ) : terms.state === 'failed' ? (
              <Failed problem={terms.problem} again={againTerms} />
            ) : (
              <p class="muted" id="terms" aria-busy="true">
                {t('account.terms-loading')}
              </p>
            )}
          </div>
          <div class="actions">
            <Button kind="primary" type="submit" busy={busy}>
              {t('account.send-code')}
            </Button>
            <a href={toOn('sign-in')}>{t('account.have-account')}</a>
          </div>
        </Form>
      </div>
      <aside class="aside aside--panel" aria-labelledby="get">
        <h2 id="get">{t('account.get')}</h2>
        <Benefits />
      </aside>
    </div>
  );
}
