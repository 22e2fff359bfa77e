import { eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { districts } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { DistrictId } from '../ids'
import { permit } from '../permissions/permission'
import { canArrangeDistricts } from '../permissions/venue'
import type { Arranging } from './forms'
import { ensureDistricts, placeNeighborhoods } from './place-neighborhoods.server'
import { arrangementMark, type District, districtsOf } from './queries.server'
import { slugOf } from './slug'

const changedMeanwhile =
  'Somebody else arranged the districts while you had this page open. Yours is kept below, and not saved yet: look at it once more, and save.'

/**
 * Renames districts, adds one, and says where each neighborhood belongs; its venues follow at once.
 * A page that is no longer the newest is a conflict. Answers how many neighborhoods moved.
 */
export function arrangeDistricts(ctx: Context, arranging: Arranging): Promise<number> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canArrangeDistricts(actor))
    if (arranging.seen !== (await arrangementMark(tx))) throw new Conflict(changedMeanwhile)

    const known = await districtsOf(tx)
    refuseNames(known, arranging)
    const renamed = await rename(tx, known, arranging)
    const added = await ensureDistricts(
      tx,
      arranging.newDistrict ? [arranging.newDistrict] : [],
      now,
    )
    const moved = await placeNeighborhoods(tx, choices(known, arranging))
    await recordEvent(tx, {
      kind: 'districts.arranged',
      actor,
      at: now,
      origin,
      facts: { renamed: renamed.length, added: added.size, moved: moved.length },
      before: {
        ...factsOf(renamed, ({ id, from }) => [id, from]),
        ...factsOf(moved, ({ name, from }) => [name, from]),
      },
      after: {
        ...factsOf(renamed, ({ id, to }) => [id, to]),
        ...factsOf(added, ([name, id]) => [id, name]),
        ...factsOf(moved, ({ name, to }) => [name, to]),
      },
    })
    return moved.length
  })
}

/** Two districts of one name could not be told apart. */
function refuseNames(known: readonly District[], { districts, newDistrict }: Arranging): void {
  const fields: Record<string, string> = {}
  const taken = new Set<string>()
  for (const { id, name } of known) if (!Object.hasOwn(districts, id)) taken.add(slugOf(name))
  for (const [id, { name }] of Object.entries(districts)) {
    if (taken.has(slugOf(name))) {
      fields[`districts.${id}.name`] = `There is another district called ${name}.`
    }
    taken.add(slugOf(name))
  }
  if (newDistrict && taken.has(slugOf(newDistrict))) {
    fields.newDistrict = `There is a district called ${newDistrict} already.`
  }
  if (Object.keys(fields).length > 0) throw new Invalid(fields)
}

/** A district's id with its name, or a neighborhood's name with its district's id: neither is personal. */
function factsOf<Item>(items: Iterable<Item>, fact: (item: Item) => [string, string | null]) {
  return Object.fromEntries([...items].map(fact))
}

type Renamed = { id: DistrictId; from: string; to: string }

/** The slug stays as it was first given, so that addresses keep working. */
async function rename(tx: Tx, known: readonly District[], arranging: Arranging) {
  const renamed: Renamed[] = []
  for (const [id, { name }] of Object.entries(arranging.districts)) {
    const district = known.find((each) => each.id === id)
    if (!district || district.name === name) continue
    await tx.update(districts).set({ name }).where(eq(districts.id, district.id))
    renamed.push({ id: district.id, from: district.name, to: name })
  }
  return renamed
}

function choices(known: readonly District[], { neighborhoods }: Arranging) {
  const chosen = new Map<string, DistrictId | null>()
  for (const [key, { name, district }] of Object.entries(neighborhoods)) {
    const found = known.find(({ id }) => id === district)
    if (!found && district !== '') {
      throw new Invalid({ [`neighborhoods.${key}.district`]: 'Choose a district from the list.' })
    }
    chosen.set(name, found?.id ?? null)
  }
  return chosen
}
