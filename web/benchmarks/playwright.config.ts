import base from '../playwright.config';

const {globalSetup: _, ...shared} = base;

/**
 * `bin/bench pages`: what a visit costs on a slow phone. Times are no test: machines are shared. Nothing is recorded, for what records a
 * page runs in it, and one at a time.
 */
export default {...shared, testDir: '.', workers: 1, use: {...shared.use, trace: 'off', screenshot: 'off'}};
