import {t} from '../i18n';
import {Heading} from '../ui/page';

/** What one gets here, and what it costs: nothing. */
export default function Home() {
  return <Heading title={t('home.title')} />;
}
