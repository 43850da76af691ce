import {t} from '../i18n';
import {Button} from '../ui/button';
import {Notice} from '../ui/notice';

/** In the place of a page that could not be loaded, or that broke. */
export function Broken() {
  return (
    <Notice kind="danger" live="alert">
      <p>{t('shell.broken')}</p>
      <p>
        <Button small icon="again" onPress={() => location.reload()}>
          {t('ui.reload')}
        </Button>
      </p>
    </Notice>
  );
}
