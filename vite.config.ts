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
      // zod explains its annotations in comments that Rollup cannot read: forty lines about nothing.
      onwarn: (warning, warn) =>
        warning.code === 'INVALID_ANNOTATION' ? undefined : warn(warning),
    },
  },
})
