import { defineConfig } from 'vitest/config'
import { aliases } from './vite.aliases'

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**', 'node_modules/**', 'build/**'],
    maxWorkers: 2,
    // A test that hangs ends; one on a busy machine does not fail for that.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { LOG_LEVEL: 'silent' },
  },
})
