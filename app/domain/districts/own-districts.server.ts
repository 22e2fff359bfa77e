import type { Reader } from '~db/open.server'
import type { Actor } from '../context'
import { districtsOnDesk } from '../permissions/desk'
import { districtsOf } from './queries.server'

/** The districts that somebody can narrow a list of theirs to: none where they have only one. */
export async function districtChoices(db: Reader, actor: Actor) {
  const own = districtsOnDesk(actor)
  const all = await districtsOf(db)
  const held = own === 'all' ? all : all.filter(({ id }) => own.includes(id))
  return held.length > 1 ? held.map(({ slug, name }) => ({ value: slug, label: name })) : []
}
