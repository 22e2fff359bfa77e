import { fileURLToPath } from 'node:url'

/** The path aliases of tsconfig.json, for Vite and Vitest. */
export const aliases = [
  { find: /^~\//, replacement: at('./app/') },
  { find: /^~db\//, replacement: at('./db/') },
  { find: /^~emails\//, replacement: at('./emails/') },
  { find: /^~tests\//, replacement: at('./tests/') },
]

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
