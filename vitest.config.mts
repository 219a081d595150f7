import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'

const long = 'src/{shared,main}/**/*.long.test.ts'

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/*.test.ts', 'src/{shared,main,preload}/**/*.test.ts'],
          exclude: [long],
          testTimeout: 30_000,
        },
      },
      {
        // What takes seconds a file: laws on many pages, kills, hostile repositories. Not part of `npm run check`.
        test: { name: 'long', environment: 'node', include: [long], testTimeout: 30_000 },
      },
      {
        plugins: [react()],
        // As in the app: pages are saved in a worker, which has no DOM.
        resolve: { conditions: ['worker', ...defaultClientConditions] },
        // Found only while tests run otherwise, which starts them again with a second React.
        optimizeDeps: { include: ['@tanstack/react-virtual', '@tiptap/react', 'sass'] },
        test: {
          name: 'browser',
          include: ['src/renderer/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromium, args: ['--no-sandbox'] },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1000, height: 700 } }],
          },
        },
      },
    ],
  },
})
