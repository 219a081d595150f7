import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { defaultClientConditions } from 'vite'

const port = 5173

// CommonJS for main and preload, because the test runtime (Electron 25) cannot load ESM;
// pure JavaScript packages are bundled, native ones stay outside.
export default defineConfig({
  main: {
    build: {
      target: 'node18',
      externalizeDeps: { exclude: ['simple-git', 'zod', 'yaml', 'parse5'] },
      rollupOptions: {
        external: ['sharp', 'electron'],
        // Images are decoded in a process of their own, which has its own program.
        input: { index: 'src/main/index.ts', 'image-worker': 'src/main/assets/image-worker.ts' },
      },
    },
  },
  preload: { build: { target: 'node18', rollupOptions: { external: ['electron'] } } },
  renderer: {
    plugins: [react()],
    // Pages are saved in a worker, which has no DOM: packages that come in two forms give the one without.
    resolve: { conditions: ['worker', ...defaultClientConditions] },
    // The page's own origin is app://main, so Vite's client must be told where its socket is.
    server: {
      port,
      strictPort: true,
      hmr: { protocol: 'ws', host: 'localhost', clientPort: port },
    },
    worker: { format: 'es' },
    // What the parts fetched later need is made ready with the rest, or the first start would begin twice.
    optimizeDeps: { entries: ['index.html'] },
    build: {
      target: 'chrome114',
      cssTarget: 'chrome114',
      minify: true,
      // The policy allows files of our own and no data: addresses for fonts and scripts.
      assetsInlineLimit: 0,
      // Read from this computer's disk; the window's first picture is what is kept small.
      chunkSizeWarningLimit: 2000,
      modulePreload: { polyfill: false },
      rollupOptions: { input: 'src/renderer/index.html' },
    },
  },
})
