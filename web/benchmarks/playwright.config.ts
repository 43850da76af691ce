import base from '../playwright.config';

const {globalSetup: _, ...shared} = base;

/**
 * `bin/bench pages`: what a visit costs on a slow phone. Times are no test: machines are shared. Nothing is recorded, for what records a
 * page runs in it.
 */
export default {...shared, testDir: '.', use: {...shared.use, trace: 'off', screenshot: 'off'}};
