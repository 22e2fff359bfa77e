import { seal, unseal } from '~/domain/accounts/secrets.server'
import type { PersonId } from '~/domain/ids'
import { readForm } from './read-form.server'

/** Fields that were typed into a form whose session had ended, or that asks for proof, on their way through it. */
export type Carried = {
  personId: PersonId
  path: string
  at: number
  values: [string, string][]
  /** They had to prove who they are, and were signed in all along. */
  proof: boolean
}

const purpose = 'carry'
const keptFor = 24 * 60 * 60_000

/**
 * Seals the text fields of a refused form for the person whose session it was. Files are not
 * carried: they are chosen again. Null when nobody is known: then nobody may have them.
 */
export async function carryFrom(
  request: Request,
  personId: PersonId | null,
  { proof = false } = {},
): Promise<string | null> {
  if (!personId) return null
  const { pathname, search } = new URL(request.url)
  const form = await readForm(request)
  const values = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !name.startsWith('_') ? [[name, value]] : [],
  )
  const path = pathname + withoutData(search)
  const carried: Carried = { personId, path, at: Date.now(), values, proof }
  return seal(JSON.stringify(carried), purpose)
}

/** Where a carried form goes back to, for the redirect after sign-in; null unless it is this person's. */
export function carriedPath(sealed: string, personId: PersonId): string | null {
  return openCarry(sealed, personId)?.path ?? null
}

export function openCarry(sealed: string, personId: PersonId): Carried | null {
  const text = unseal(sealed, purpose)
  const carried = text ? (JSON.parse(text) as Carried) : null
  if (!carried || carried.personId !== personId) return null
  return Date.now() - carried.at > keptFor ? null : carried
}

function withoutData(search: string): string {
  const query = new URLSearchParams(search)
  query.delete('_data')
  return query.size ? `?${query}` : ''
}
