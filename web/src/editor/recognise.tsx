import {useState} from 'preact/hooks';
import {ask, mine} from '../api/client';
import {t} from '../i18n';
import {Button} from '../ui/button';
import {Form, useSending} from '../ui/form';

interface Props {
  id: string;
  language: string;
  /** Whether the recogniser has said since that there will be no words. */
  refused: boolean;
  again: () => void;
}

/** Has the words of the sound heard, where nobody brought some; what comes of it is seen by looking again. */
export function Recognise({id, language, refused, again}: Props) {
  const [asked, setAsked] = useState(false);
  const {faults, attempt, busy, send} = useSending();
  const params = {path: {videoId: id}, query: {language}};
  const submit = () =>
    void send(
      async () => {
        await ask(mine.POST('/v1/editor/videos/{videoId}/transcript/recognition', {params}));
        setAsked(true);
        // What was refused before is forgotten there, and so it is here.
        again();
      },
      ({code}) => {
        if (code === 'unavailable') return {'': t('editor.no-recogniser')};
        return code === 'precondition-failed' ? {'': t('editor.clash')} : undefined;
      },
    );
  const waiting = asked && !refused;
  return (
    <section class="panel bring stack stack-s" aria-labelledby="recognise">
      <h2 id="recognise">{t('editor.recognise')}</h2>
      <p role="status">{waiting ? t('editor.recognise-asked') : t('editor.recognise-about')}</p>
      <Form faults={faults} attempt={attempt} onSubmit={submit}>
        <p class="row">
          {waiting ? (
            <Button icon="again" onPress={again}>
              {t('editor.look')}
            </Button>
          ) : (
            <Button type="submit" busy={busy}>
              {t('editor.recognise-ask')}
            </Button>
          )}
        </p>
      </Form>
    </section>
  );
}
