import { eq } from 'drizzle-orm'
import { pauseApplication } from '~/domain/applications/pause-application.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { stepAway } from '~/domain/applications/step-away.server'
import { seenOf } from '~/domain/cards/card'
import { markVerified } from '~/domain/cards/mark-verified.server'
import { giveBackCertificate } from '~/domain/certificates/give-back-certificate.server'
import { issueCertificate } from '~/domain/certificates/issue-certificate.server'
import { pauseCertificate } from '~/domain/certificates/pause-certificate.server'
import { newId } from '~/domain/ids'
import { importRoster } from '~/domain/training/import-roster.server'
import { previewRoster, readRosterFile, reportOf } from '~/domain/training/preview-roster.server'
import { teamOf } from '~/domain/training/queries.server'
import { startRosterImport } from '~/domain/training/start-roster-import.server'
import { changeProfile } from '~/domain/venues/change-profile.server'
import { claimVenue } from '~/domain/venues/claim-venue.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { invitationLetter } from '~/domain/venues/letters.server'
import { districts, memberships, venues } from '../schema'
import type { Calendar } from './calendar'
import { letterActs } from './letters'
import { preparationActs } from './papers'
import { type Journey, type Member, type Roster, storyDistricts, type VenueStory } from './story'
import { placeOf } from './streets'
import { type Act, contextOf, introduce, known, type World } from './world'

/** Everything that happens around one venue. Whoever tells the story sorts it by the hour. */
export function venueActs(story: VenueStory, calendar: Calendar): Act[] {
  const { slug, team, rosters, journey, renewal } = story
  return [
    ...arrival(story, calendar),
    ...team.map((member) => joining(slug, member, calendar)),
    ...rosters.flatMap((roster) => [
      staffList(slug, roster, calendar),
      ...(roster.verified ? [cardsSeen(slug, roster.verified, calendar)] : []),
    ]),
    ...(journey ? journeyActs(story, journey, calendar) : []),
    ...(renewal ? journeyActs(story, renewal, calendar) : []),
    ...certificateActs(story, calendar),
  ]
}

function arrival(story: VenueStory, { moment }: Calendar): Act[] {
  const { slug, invited, securityStaff } = story
  const { on, email, claimed } = invited
  const invitedAt = moment(on, 10 * 60)
  const listing: Act = {
    at: moment(on, 9 * 60 + 50),
    perform: (world) => listVenue(world, story, moment(on, 9 * 60 + 50)),
  }
  const inviting: Act = {
    at: invitedAt,
    async perform(world) {
      const coordinator = await contextOf(world, 'daniel', invitedAt)
      const id = await inviteVenue(coordinator, known(world.venues, slug), { email })
      if (!claimed) return
      const { code } = await invitationLetter(coordinator, id)
      world.codes.set(slug, code ?? '')
    },
  }
  if (!claimed) return [listing, inviting]

  const claimedAt = moment(claimed.on, 11 * 60)
  const claiming: Act = {
    at: claimedAt,
    async perform(world) {
      if (!world.people.has(claimed.by)) {
        await introduce(world, claimed.by, newId('per'), claimedAt)
      }
      const venueId = await claimVenue(
        await contextOf(world, claimed.by, claimedAt),
        known(world.codes, slug),
      )
      if (securityStaff === null) return
      const owner = await contextOf(world, claimed.by, new Date(claimedAt.getTime() + 300_000))
      await changeProfile(owner, venueId, { securityStaff })
    },
  }
  return [listing, inviting, claiming]
}

/** A venue that the license list does not have, because nobody issued it a license. */
async function listVenue(world: World, story: VenueStory, at: Date): Promise<void> {
  const { slug, name, address, phone, district: where } = story
  const id = newId('ven')
  await world.db.transaction(async (tx) => {
    const [district] = await tx
      .select({ id: districts.id })
      .from(districts)
      .where(eq(districts.name, where))
    await tx.insert(venues).values({
      id,
      slug,
      name,
      address,
      phone,
      ...placeOf(address),
      districtId: district?.id ?? null,
      source: 'typed',
      profile: { securityStaff: null },
      createdAt: at,
      madeUp: true,
    })
  })
  world.venues.set(slug, id)
}

function joining(slug: string, { person, role, since }: Member, { moment }: Calendar): Act {
  const at = moment(since, 12 * 60)
  return {
    at,
    async perform(world) {
      if (!world.people.has(person)) await introduce(world, person, newId('per'), at)
      const place = { personId: known(world.people, person), venueId: known(world.venues, slug) }
      await world.db.transaction((tx) =>
        tx
          .insert(memberships)
          .values({ id: newId('mem'), ...place, role, createdAt: at, confirmedAt: at }),
      )
    },
  }
}

function staffList(slug: string, roster: Roster, { moment }: Calendar): Act {
  const at = moment(roster.on, 13 * 60)
  return {
    at,
    async perform(world) {
      const ctx = await contextOf(world, roster.by, at)
      const venueId = known(world.venues, slug)
      const { file, bytes } = known(world.rosters, roster.fileName)
      const reading = await readRosterFile(world.db, bytes, at)
      const kept = { name: roster.fileName, key: file.key, digest: file.digest }
      const preview = await previewRoster(ctx, venueId, reading)
      const importId = await startRosterImport(ctx, venueId, kept, reportOf(preview))
      const { seen } = preview
      await importRoster(ctx, venueId, importId, { bytes, answers: {}, seen })
    },
  }
}

function cardsSeen(
  slug: string,
  { on, by, type, how }: NonNullable<Roster['verified']>,
  { moment }: Calendar,
): Act {
  const at = moment(on, 16 * 60 + 20)
  return {
    at,
    async perform(world) {
      const ctx = await contextOf(world, by, at)
      const venueId = known(world.venues, slug)
      const { records } = await teamOf(ctx, venueId)
      for (const record of records.filter((each) => each.type === type)) {
        await markVerified(ctx, venueId, record.id, { how, seen: seenOf(record) })
      }
    },
  }
}

function journeyActs(story: VenueStory, journey: Journey, calendar: Calendar): Act[] {
  const { slug, district } = story
  const { startedOn, by, prepared, rounds, certificateOn, lastly, pausedOn, steppedAwayOn } =
    journey
  const { moment } = calendar
  const start: Act = {
    at: moment(startedOn, 15 * 60),
    async perform(world) {
      const ctx = await contextOf(world, by, moment(startedOn, 15 * 60))
      const id = await startApplication(ctx, known(world.venues, slug))
      world.applications.set(slug, id)
    },
  }
  const acts = [start, ...preparationActs(slug, prepared, calendar)]
  for (const { before, sharedOn, by: who, words, letter } of rounds) {
    if (before) acts.push(...preparationActs(slug, before, calendar))
    const at = moment(sharedOn, 20 * 60 + 15)
    acts.push({
      at,
      async perform(world) {
        await shareApplication(await contextOf(world, who, at), known(world.venues, slug), words)
      },
    })
    if (letter) acts.push(...letterActs(slug, letter, calendar))
  }
  if (certificateOn !== undefined) {
    const at = moment(certificateOn, 10 * 60 + 30)
    acts.push({
      at,
      async perform(world) {
        const { publicUrl } = world
        const ctx = await contextOf(world, storyDistricts[district], at)
        await issueCertificate(ctx, known(world.applications, slug), { publicUrl })
      },
    })
  }
  if (lastly) acts.push(...preparationActs(slug, lastly, calendar))
  if (pausedOn) {
    const at = moment(pausedOn.on, 18 * 60)
    acts.push({
      at,
      async perform(world) {
        const { counsel, words = '', askAgainOn } = pausedOn
        const ctx = await contextOf(world, pausedOn.by, at)
        const asks = askAgainOn === undefined ? null : calendar.day(askAgainOn)
        const note = { counsel, words, askAgainOn: asks }
        await pauseApplication(ctx, known(world.venues, slug), note)
      },
    })
  }
  if (steppedAwayOn) {
    const at = moment(steppedAwayOn.on, 18 * 60)
    acts.push({
      at,
      async perform(world) {
        const ctx = await contextOf(world, steppedAwayOn.by, at)
        await stepAway(ctx, known(world.venues, slug))
      },
    })
  }
  return acts
}

/** What the venue itself does with its certificate. */
function certificateActs({ slug, certificate }: VenueStory, { moment }: Calendar): Act[] {
  if (!certificate) return []
  const on = 'pausedOn' in certificate ? certificate.pausedOn : certificate.givenBackOn
  const at = moment(on, 10 * 60)
  return [
    {
      at,
      async perform(world) {
        const ctx = await contextOf(world, certificate.by, at)
        const venueId = known(world.venues, slug)
        if ('pausedOn' in certificate) await pauseCertificate(ctx, venueId)
        else await giveBackCertificate(ctx, venueId, { reason: certificate.reason })
      },
    },
  ]
}
