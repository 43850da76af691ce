import base from '../playwright.config';

/** `bin/bench pages`: what a visit costs on a slow phone. Times are no test: machines are shared. */
export default {...base, testDir: '.'};
