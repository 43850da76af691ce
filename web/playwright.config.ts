import {defineConfig} from '@playwright/test';

// Against the stack that is up (`make up`), through the door that people take. Two files of tests at a time: one alone waits for
// the browser, the emulator and the clock in two thirds of its time.
export default defineConfig({
  testDir: 'tests',
  globalSetup: './tests/setup.ts',
  outputDir: '../.localstack/browser',
  workers: 2,
  timeout: 180_000,
  expect: {timeout: 40_000},
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: 'http://localhost:4680',
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    // Pictures and pages of each step cost a tenth of the run each; those of the failure are there.
    trace: {mode: 'retain-on-failure', screenshots: false, snapshots: false},
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM ? {executablePath: process.env.CHROMIUM} : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
