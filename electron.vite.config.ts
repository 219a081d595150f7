import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// CommonJS for main and preload, because the test runtime (Electron 25) cannot load ESM;
// pure JavaScript packages are bundled, native ones stay outside.
export default defineConfig({
  main: {
    build: {
      target: 'node18',
      externalizeDeps: { exclude: ['simple-git', 'zod', 'yaml', 'parse5'] },
      rollupOptions: { external: ['sharp', 'electron'] },
    },
  },
  preload: { build: { target: 'node18', rollupOptions: { external: ['electron'] } } },
  renderer: {
    plugins: [react(), tailwindcss()],
    build: {
      target: 'chrome114',
      cssTarget: 'chrome114',
      rollupOptions: { input: 'src/renderer/index.html' },
    },
  },
})
