import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'
import { aliases } from './vite.aliases'

export default defineConfig({
  plugins: process.env.VITEST ? [] : [remix(remixConfig)],
  resolve: { alias: aliases },
  // Fonts stay files: the content security policy allows no data: fonts.
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    rollupOptions: {
      // zod's comments look like annotations to Rollup, and a route without a page is an empty chunk.
      onwarn: (warning, warn) => {
        if (!['INVALID_ANNOTATION', 'EMPTY_BUNDLE'].includes(warning.code ?? '')) warn(warning)
      },
    },
  },
})
