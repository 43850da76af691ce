import {speak} from '../i18n';
import {part, useLoad} from '../lib/load';
import {beside} from '../pages/routes';

/** What goes with clips has a script and words of its own: loaded once there is a clip. */
export const useBeside = (wanted: boolean) =>
  useLoad(
    async () => (wanted ? (await part(Promise.all([beside(), speak('beside')])))[0] : undefined),
    [wanted],
  );
