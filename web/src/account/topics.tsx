import {ask, open, type Schema} from '../api/client';
import {LANGUAGES, NAMES, t} from '../i18n';
import {useLoad} from '../lib/load';
import {Choice, FieldError} from '../ui/field';

type Topic = Schema<'Topics'>['topics'][number];

/** What one can subscribe to. */
export const useTopics = () => useLoad(async () => (await ask(open.GET('/v1/topics'))).data.topics, []);

interface Props {
  topics: Topic[];
  chosen: string[];
  onChosen: (chosen: string[]) => void;
  mailLanguage: string;
  onMailLanguage: (language: string) => void;
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
      <fieldset class="field">
        <legend class="label">{t('account.mail-language')}</legend>
        <div class="row">
          {LANGUAGES.map((one) => (
            <label class="radio" key={one} lang={one}>
              <input
                type="radio"
                name="mail-language"
                checked={one === mailLanguage}
                onChange={() => onMailLanguage(one)}
              />
              {NAMES[one]}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
