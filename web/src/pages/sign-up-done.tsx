import {useLayoutEffect, useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {confirmed} from '../account/pending';
import {TopicChoice, useTopics} from '../account/topics';
import {ask, open} from '../api/client';
import {type Language, language, rich, t} from '../i18n';
import {useNow} from '../lib/clock';
import {useDraft} from '../lib/draft';
import {inThisLanguage, returnPath} from '../lib/return-path';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {focusHeading} from '../ui/focus';
import {Form, useSending} from '../ui/form';
import {Failed, Notice} from '../ui/notice';
import {Heading} from '../ui/page';
import '../account/account.css';

interface Chosen {
  chosen: string[];
  /** That of the page, unless somebody chose another. */
  mailLanguage?: Language;
}

/** Third step: the account is there; newsletters are offered, nothing is ticked, and one goes on to where one came from. */
export default function SignUpDone() {
  const {route} = useLocation();
  const [done] = useState(confirmed.read);
  const [topics, again] = useTopics();
  const [{chosen, mailLanguage = language}, change, forget] = useDraft<Chosen>('letters', {chosen: []});
  const [result, setResult] = useState<'' | 'on' | 'undeliverable' | 'late'>('');
  const {faults, attempt, refused, busy, refuse, send} = useSending();
  const at = useNow(30_000);
  useLayoutEffect(() => {
    if (!done) route(to(), true);
  }, []);
  if (!done) return null;

  const offer = done.offer;
  const isLate = result === 'late' || (offer && Date.parse(offer.expiresAt) <= at);
  const subscribe = () => {
    const version = topics.data?.find(({topic}) => chosen.includes(topic))?.consentTextVersion;
    if (!offer || !version) return refuse({topics: t('account.topics-missing')});
    void send(
      async () => {
        const {data} = await ask(
          open.PUT('/v1/newsletter-offers/{offer}', {
            params: {path: {offer: offer.offer}},
            body: {topics: chosen, language: mailLanguage, consentTextVersion: version},
          }),
        );
        confirmed.keep({email: done.email, returnTo: done.returnTo});
        forget();
        setResult(data.deliverable ? 'on' : 'undeliverable');
        focusHeading();
      },
      (problem) => {
        if (problem.code === 'link-expired') {
          setResult('late');
          focusHeading();
          return {};
        }
        if (problem.code !== 'terms-outdated') return undefined;
        change({chosen: []});
        again();
        return {topics: t('account.consent-changed')};
      },
    );
  };

  return (
    <div class="duo">
      <div class="sheet">
        <p class="sheet__step">{t('account.step', {step: 3, of: 3})}</p>
        <Heading title={t('account.done')} refused={refused} />
        <p class="lede">{t('account.done-text')}</p>
        <p>
          <a class="btn btn--primary" href={inThisLanguage(returnPath(done.returnTo))}>
            {t('account.go-on')}
          </a>
        </p>
      </div>
      {offer && (
        <section class="aside aside--panel" aria-labelledby="letters">
          <h2 id="letters">{t('account.letters')}</h2>
          {result === 'on' && (
            <Notice kind="success" live="status">
              <p>{t('account.letters-on')}</p>
            </Notice>
          )}
          {result === 'undeliverable' && (
            <Notice kind="warn" live="status">
              <p>{t('account.letters-undeliverable')}</p>
            </Notice>
          )}
          {!result && !isLate && (
            <>
              <p>{t('account.letters-text')}</p>
              {topics.state === 'failed' && <Failed problem={topics.problem} again={again} />}
              {topics.data && (
                <Form faults={faults} attempt={attempt} onSubmit={subscribe}>
                  <TopicChoice
                    topics={topics.data}
                    chosen={chosen}
                    onChosen={(topics) => change({chosen: topics})}
                    mailLanguage={mailLanguage}
                    onMailLanguage={(one) => change({mailLanguage: one})}
                    error={faults.topics}
                  />
                  <div class="actions">
                    <Button type="submit" busy={busy}>
                      {t('account.subscribe')}
                    </Button>
                  </div>
                </Form>
              )}
            </>
          )}
          {!['on', 'undeliverable'].includes(result) && isLate && (
            <Notice live={result === 'late' ? 'alert' : undefined}>
              <p>{rich('account.letters-late', {link: (c) => <a href={to('account/letters')}>{c}</a>})}</p>
            </Notice>
          )}
        </section>
      )}
    </div>
  );
}
