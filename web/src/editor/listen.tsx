import {t} from '../i18n';
import {clock, length} from '../i18n/format';
import {Button} from '../ui/button';
import type {Finding} from './inspect';
import type {Watched} from './watch';

interface Props {
  finding: Finding;
  /** Whether nobody heard the words. */
  estimated: boolean;
  watched: Watched | undefined;
}

/** From when a place is to be heard, and the way there; pressed again while it plays from there, it stops. */
export function Listen({finding: {id, at}, estimated, watched}: Props) {
  if (!at) return null;
  const stage = watched?.desk.stage.value;
  if (!watched || !stage)
    return (
      <p>
        {t('editor.listen')} <At ms={at.ms} estimated={estimated} />
      </p>
    );
  const {heard} = watched;
  const plays = heard.value === id && stage.playing.value;
  const act = () => {
    if (plays) return void stage.hold();
    heard.value = id;
    return void stage.play(at.frame);
  };
  return (
    <p>
      <Button small icon={plays ? 'pause' : 'play'} onPress={act}>
        <span>
          {plays ? t('editor.listened') : t('editor.listen')} <At ms={at.ms} estimated={estimated} />
        </span>
      </Button>
    </p>
  );
}

// Times are spoken as lengths.
function At({ms, estimated}: {ms: number; estimated: boolean}) {
  const say = (at: string) => (estimated ? t('editor.about', {at}) : at);
  return (
    <>
      <span class="vh">{say(length(ms))}</span>
      <span aria-hidden="true">{say(clock(ms))}</span>
    </>
  );
}
