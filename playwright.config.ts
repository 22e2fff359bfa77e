import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './scripts/browser.mjs'

const executablePath = (await findBrowser()) ?? undefined

export default defineConfig({
  testDir: 'tests/journeys',
  globalSetup: './tests/support/journey/seed-once.ts',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  use: {
    launchOptions: { executablePath, args: browserArguments },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
  },
})
