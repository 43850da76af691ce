import {ask, open, type Schema} from '../api/client';
import {LANGUAGES, type Language, NAMES, t} from '../i18n';
import {useLoad} from '../lib/load';
import {Choice, FieldError} from '../ui/field';

type Topic = Schema<'Topics'>['topics'][number];

/** What one can subscribe to. */
export const useTopics = () => useLoad(async () => (await ask(open.GET('/v1/topics'))).data.topics, []);

interface Props {
  topics: Topic[];
  chosen: string[];
  onChosen: (chosen: string[]) => void;
  mailLanguage: Language;
  onMailLanguage: (language: Language) => void;
  error: string | undefined;
}

/** Newsletters, each with what one agrees to, none ticked; and the language that they come in. */
export function TopicChoice({topics, chosen, onChosen, mailLanguage, onMailLanguage, error}: Props) {
  return (
    <>
      <fieldset class="field" id="topics" tabIndex={-1} aria-describedby={error ? 'topics-error' : undefined}>
        <legend class="label">{t('account.topics')}</legend>
        <FieldError id="topics" error={error} />
        {topics.map(({topic, name, consentText}) => (
          <Choice
            key={topic}
            id={`topic-${topic}`}
            label={name}
            hint={consentText}
            checked={chosen.includes(topic)}
            onChecked={(checked) =>
              onChosen(checked ? [...chosen, topic] : chosen.filter((other) => other !== topic))
            }
          />
        ))}
      </fieldset>
      <MailLanguage label={t('account.mail-language')} value={mailLanguage} onValue={onMailLanguage} />
    </>
  );
}

/** One of the three languages, each named in itself. */
export function MailLanguage({
  label,
  value,
  onValue,
}: {
  label: string;
  value: Language;
  onValue: (language: Language) => void;
}) {
  return (
    <fieldset class="field">
      <legend class="label">{label}</legend>
      <div class="row">
        {LANGUAGES.map((one) => (
          <label class="radio" key={one} lang={one}>
            <input type="radio" name="mail-language" checked={one === value} onChange={() => onValue(one)} />
            {NAMES[one]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
