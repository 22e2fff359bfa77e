import { defineConfig } from 'vitest/config'
import { aliases } from './vite.aliases'

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**', 'node_modules/**', 'build/**'],
    maxWorkers: 2,
    env: { LOG_LEVEL: 'silent' },
  },
})
