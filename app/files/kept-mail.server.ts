import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Mail that stays on this machine, one file each: DATA_DIR/mail/<time>-<id>.json. */
export type KeptMail = {
  id: string
  at: string
  to: string
  subject: string
  text: string
  html: string
}

const nameShape = /^\d{8}T\d{9}Z-[\w-]{1,80}$/

/** Keeps a mail, whole or not at all. The same mail kept twice stays one. */
export async function keepMail(dataDir: string, mail: Omit<KeptMail, 'at'>, at: Date) {
  const folder = folderOf(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const earlier = (await names(folder)).find((name) => name.endsWith(`-${mail.id}`))
  if (earlier) return
  const name = `${at.toISOString().replace(/[-:.]/g, '')}-${mail.id}`
  const draft = join(folder, `.${name}.${randomBytes(4).toString('hex')}`)
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      const kept: KeptMail = { ...mail, at: at.toISOString() }
      await file.writeFile(`${JSON.stringify(kept, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, join(folder, `${name}.json`))
  } finally {
    await rm(draft, { force: true })
  }
}

export type MailPage = {
  mails: (KeptMail & { name: string })[]
  next: string | null
  total: number
}

/** Mail newest first, a page at a time by key; `words` are looked for in address, subject and text. */
export async function keptMails(
  dataDir: string,
  filter: { words?: string | undefined; after?: string | undefined },
  most = 25,
): Promise<MailPage> {
  const all = (await names(folderOf(dataDir))).sort().reverse()
  const sought = filter.words?.trim().toLowerCase() ?? ''
  const mails: MailPage['mails'] = []
  for (const name of all) {
    if (filter.after && name >= filter.after) continue
    const mail = await keptMail(dataDir, name)
    if (!mail) continue
    if (sought && !`${mail.to}\n${mail.subject}\n${mail.text}`.toLowerCase().includes(sought)) {
      continue
    }
    if (mails.length === most) return { mails, next: mails.at(-1)?.name ?? null, total: all.length }
    mails.push({ ...mail, name })
  }
  return { mails, next: null, total: all.length }
}

/** One mail by the name of its file, or null. */
export async function keptMail(dataDir: string, name: string): Promise<KeptMail | null> {
  if (!nameShape.test(name)) return null
  try {
    return JSON.parse(await readFile(join(folderOf(dataDir), `${name}.json`), 'utf8')) as KeptMail
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function names(folder: string): Promise<string[]> {
  try {
    const files = await readdir(folder)
    return files
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length))
      .filter((name) => nameShape.test(name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

function folderOf(dataDir: string): string {
  return join(dataDir, 'mail')
}
