import { defineConfig } from 'vite'
import { aliases } from './vite.aliases'

/** What runs in threads of the server, each a file of its own: scripts/build.mjs builds it beside the server. */
export default defineConfig({
  resolve: { alias: aliases },
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: 'build/threads',
    emptyOutDir: true,
    target: 'es2022',
    rollupOptions: {
      input: {
        'roster-thread': 'app/domain/training/roster-thread-work.server.ts',
        'signatures-thread': 'app/domain/readings/signatures-thread-work.server.ts',
        'standings-thread': 'app/domain/standings/standings-thread-work.server.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
  },
})
