import {t} from '../i18n';
import {to} from '../shell/paths';
import {Heading} from '../ui/page';

/** No page is at this address. */
export default function Missing() {
  return (
    <div class="sheet">
      <Heading title={t('missing.title')} />
      <p class="lede">{t('missing.text')}</p>
      <p class="row">
        <a class="btn btn--primary" href={to('videos')}>
          {t('missing.videos')}
        </a>
        <a href={to()}>{t('missing.home')}</a>
      </p>
    </div>
  );
}
