import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const report = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME

export default defineConfig({
  testDir: '.',
  // Windows of a real application: they would fight for the focus.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  outputDir: join(__dirname, '../test-results'),
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
})
