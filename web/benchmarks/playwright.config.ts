import base from '../playwright.config';

/**
 * `bin/bench pages`: what a visit costs on a slow phone. Times are no test: machines are shared. Nothing is recorded, for what records a
 * page runs in it.
 */
export default {...base, testDir: '.', use: {...base.use, trace: 'off', screenshot: 'off'}};
