import base from '../playwright.config';

/** `bin/screens`: pictures to look at, no judgement. */
export default {...base, testDir: '.', timeout: 600_000};
