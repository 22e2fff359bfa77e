import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './cannot-start'

export interface Secrets {
  /** Signs cookies and kept form fields. */
  session: string
}

const Kept = z.object({ session: z.string().min(32) })

/** The secrets of this program: those given, or those made once and kept in DATA_DIR for this user alone. */
export function secretsFor(dataDir: string, given: { session: string | null }): Secrets {
  if (given.session) return { session: given.session }
  const path = join(dataDir, 'secrets.json')
  return kept(path) ?? made(path, dataDir)
}

function kept(path: string): Secrets | null {
  const text = textOf(path)
  if (text === null) return null
  const read = Kept.safeParse(parsed(text))
  if (!read.success)
    throw new CannotStart(`${path} is damaged. Restore it, or delete it to sign everybody out.`)
  return read.data
}

/** Linked into place, so that of two processes starting at once both end with the same secrets. */
function made(path: string, dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  const secrets = { session: randomBytes(32).toString('base64url') }
  writeFileSync(draft, `${JSON.stringify(secrets)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, path)
    return secrets
  } catch (error) {
    const first = kept(path)
    if (first) return first
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
