import {useState} from 'preact/hooks';
import {AccountPage} from '../account/account-page';
import {TopicChoice, useTopics} from '../account/topics';
import {ask, mine, type Schema} from '../api/client';
import type {Language} from '../i18n';
import {t} from '../i18n';
import {useLoad} from '../lib/load';
import {Button} from '../ui/button';
import {Form, useSending} from '../ui/form';
import {Failed, Notice} from '../ui/notice';

type Subscription = Schema<'Subscription'>;

/** What one gets by mail, and in which language: to be changed at any time. */
export default function AccountLetters() {
  return (
    <AccountPage place="account/letters">{({account}) => <Letters first={account.language} />}</AccountPage>
  );
}

function Letters({first}: {first: Language}) {
  const [topics, againTopics] = useTopics();
  const [kept, again] = useLoad(
    async () => (await ask(mine.GET('/v1/me/subscriptions'))).data.subscriptions,
    [],
  );
  for (const [loaded, retry] of [[topics, againTopics] as const, [kept, again] as const])
    if (loaded.state === 'failed') return <Failed problem={loaded.problem} again={retry} />;
  if (!topics.data || !kept.data) return <p class="wait account__wait" aria-busy="true" />;
  return <LettersForm topics={topics.data} again={againTopics} before={kept.data} first={first} />;
}

interface Props {
  topics: Schema<'Topics'>['topics'];
  again: () => void;
  before: Subscription[];
  /** The language of letters for who has none yet. */
  first: Language;
}

function LettersForm({topics, again, before, first}: Props) {
  const [on, setOn] = useState(before);
  const [chosen, setChosen] = useState(on.map(({topic}) => topic));
  const [language, setLanguage] = useState(on[0]?.language ?? first);
  const [saved, setSaved] = useState(false);
  const {faults, attempt, busy, send} = useSending();

  const save = () => {
    setSaved(false);
    void send(
      async () => {
        for (const {topic, consentTextVersion} of topics) {
          const is = on.find((one) => one.topic === topic);
          const path = {params: {path: {topic}}};
          if (is && !chosen.includes(topic)) await ask(mine.DELETE('/v1/me/subscriptions/{topic}', path));
          if (!chosen.includes(topic) || is?.language === language) continue;
          const body = {language, consentTextVersion};
          await ask(mine.PUT('/v1/me/subscriptions/{topic}', {...path, body}));
        }
        setOn((await ask(mine.GET('/v1/me/subscriptions'))).data.subscriptions);
        setSaved(true);
      },
      ({code}) => {
        if (code !== 'terms-outdated') return undefined;
        again();
        setChosen(on.map(({topic}) => topic));
        return {topics: t('account.consent-changed')};
      },
    );
  };
  return (
    <>
      {saved && (
        <Notice kind="success" live="status">
          <p>{t('me.saved')}</p>
        </Notice>
      )}
      <Form faults={faults} attempt={attempt} onSubmit={save}>
        <TopicChoice
          topics={topics}
          chosen={chosen}
          onChosen={setChosen}
          mailLanguage={language}
          onMailLanguage={setLanguage}
          error={faults.topics}
        />
        <div class="actions">
          <Button kind="primary" type="submit" busy={busy}>
            {t('me.save')}
          </Button>
        </div>
      </Form>
    </>
  );
}
