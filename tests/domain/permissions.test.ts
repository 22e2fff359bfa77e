import { describe, expect, it } from 'vitest'
import type { Actor, Membership } from '~/domain/context'
import { canIssueCertificate, canReadShared, canRespond } from '~/domain/permissions/application'
import { canComplete, canReadCertificate } from '~/domain/permissions/certificate'
import { canKeepLexicon } from '~/domain/permissions/desk'
import { canReadLetters, canReply } from '~/domain/permissions/feedback'
import type { Permission } from '~/domain/permissions/permission'
import {
  canArrangeDistricts,
  canDecideJoinRequests,
  canDecideRequestOf,
  canImportLicenses,
  canInviteVenues,
  canShare,
  canShowNames,
  canSpeakForVenue,
  canVerifyRecords,
  canWorkOnDrafts,
} from '~/domain/permissions/venue'
import { canAcknowledgeZones, canAskForReminders, canKeepZones } from '~/domain/permissions/zone'
import { applicationStates, type Factor } from '~db/vocabulary'

const venueId = 'ven_lantern'
const districtId = 'dis_harbor'

/** Everybody who could ask, by what they are to one venue of one district. */
const people = {
  owner: someone({ role: 'owner', venueId }),
  manager: someone({ role: 'manager', venueId }),
  helper: someone({ role: 'helper', venueId }),
  unconfirmed: someone({ role: 'owner', venueId, confirmed: false }),
  otherOwner: someone({ role: 'owner', venueId: 'ven_anchor' }),
  liaison: someone({ role: 'liaison', districtId }),
  liaisonWithoutCode: someone({ role: 'liaison', districtId }, ['password']),
  otherLiaison: someone({ role: 'liaison', districtId: 'dis_uptown' }),
  coordinator: someone({ role: 'coordinator' }),
  coordinatorWithoutCode: someone({ role: 'coordinator' }, ['password']),
  partner: someone({ role: 'partner', field: 'fire' }),
  districtViewer: someone({ role: 'district_viewer', districtId }),
  stranger: someone(null),
}
type Who = keyof typeof people

describe('who may do what at a venue', () => {
  const team: Who[] = ['owner', 'manager', 'helper', 'unconfirmed']
  const speakers: Who[] = ['owner', 'manager']
  const known: Who[] = ['owner', 'manager', 'helper']

  it.each([
    ['work on drafts', team, (who: Actor) => canWorkOnDrafts(who, venueId)],
    ['share', speakers, (who: Actor) => canShare(who, venueId)],
    ['speak for it', speakers, (who: Actor) => canSpeakForVenue(who, venueId)],
    ['mark a training as verified', speakers, (who: Actor) => canVerifyRecords(who, venueId)],
    ['show a name of its staff', speakers, (who: Actor) => canShowNames(who, venueId)],
    ['read its letters', known, (who: Actor) => canReadLetters(who, venueId)],
    [
      'say that its door staff know a zone',
      known,
      (who: Actor) => canAcknowledgeZones(who, venueId),
    ],
    ['ask for reminders of its nights', known, (who: Actor) => canAskForReminders(who, venueId)],
    ['read its certificate', known, (who: Actor) => canReadCertificate(who, venueId)],
  ])('%s', (_, expected, ask) => expect(allowedOf(ask)).toEqual(expected))

  it.each([
    ['invite venues', canInviteVenues],
    ['import license lists', canImportLicenses],
    ['answer requests to join', canDecideJoinRequests],
    ['arrange districts', canArrangeDistricts],
    ['keep loading zones', canKeepZones],
    ['keep the words of the tone helper', canKeepLexicon],
  ])('only a coordinator with both factors may %s', (_, ask) => {
    expect(allowedOf(ask)).toEqual(['coordinator'])
  })

  it('nobody answers their own request', () => {
    const { coordinator } = people
    expect(canDecideRequestOf(coordinator, coordinator.person.id).allowed).toBe(false)
    expect(canDecideRequestOf(coordinator, people.owner.person.id).allowed).toBe(true)
  })
})

describe.each(applicationStates)('who may do what with an application that is %s', (state) => {
  const application = { venueId, districtId, state, access: null } as const

  it('reads it, answers it, replies', () => {
    expect(allowedOf((who) => canReadShared(who, application))).toEqual(['liaison', 'coordinator'])
    expect(allowedOf((who) => canRespond(who, application))).toEqual(['liaison'])
    expect(allowedOf((who) => canReply(who, application))).toEqual([
      'owner',
      'manager',
      'liaison',
      'coordinator',
    ])
  })

  it('accredits it', () => {
    const issuers = state === 'ready' ? ['liaison', 'coordinator'] : []
    expect(allowedOf((who) => canIssueCertificate(who, application))).toEqual(issuers)
  })

  it('opens it to a guest for reading alone, and to nobody who stepped back', () => {
    const { otherLiaison, liaison, coordinator } = people
    for (const access of ['reader', 'second_look'] as const) {
      const asGuest = { ...application, access }
      expect(canReadShared(otherLiaison, asGuest).allowed).toBe(true)
      expect(canRespond(otherLiaison, asGuest).allowed).toBe(false)
      expect(canReply(otherLiaison, asGuest).allowed).toBe(false)
      expect(canIssueCertificate(otherLiaison, asGuest).allowed).toBe(false)
    }
    const recused = { ...application, access: 'recused' } as const
    for (const who of [liaison, coordinator]) {
      for (const may of [canReadShared, canRespond, canReply, canIssueCertificate]) {
        expect(may(who, recused).allowed).toBe(false)
      }
    }
  })

  it('stays closed without this year’s agreement', () => {
    for (const who of [people.liaison, people.coordinator]) {
      const unagreed = { ...who, agreed: false }
      for (const may of [canReadShared, canRespond, canReply, canIssueCertificate]) {
        expect(may(unagreed, application).allowed).toBe(false)
      }
    }
  })

  it('leaves their own venue to a colleague', () => {
    const both = someone({ role: 'liaison', districtId }, undefined, { role: 'owner', venueId })
    expect(canRespond(both, application).allowed).toBe(false)
    expect(canIssueCertificate(both, application).allowed).toBe(false)
  })
})

it('where two people accredit, the second is another one', () => {
  const { liaison, coordinator } = people
  expect(canComplete(liaison, liaison.person.id, 1).allowed).toBe(true)
  expect(canComplete(liaison, liaison.person.id, 2).allowed).toBe(false)
  expect(canComplete(coordinator, liaison.person.id, 2).allowed).toBe(true)
})

it('a venue without a district is nobody’s to read but the coordinators’', () => {
  const application = { venueId, districtId: null, state: 'shared', access: null } as const
  expect(allowedOf((who) => canReadShared(who, application))).toEqual(['coordinator'])
})

function allowedOf(ask: (who: Actor) => Permission): string[] {
  return Object.entries(people).flatMap(([name, who]) => (ask(who).allowed ? name : []))
}

type Place = Partial<Membership> & Pick<Membership, 'role'>

function someone(
  place: Place | null,
  factors: Factor[] = ['password', 'totp'],
  ...more: Place[]
): Actor {
  const places = place ? [place, ...more] : []
  const id = `per_${JSON.stringify([places, factors])}` as const
  return {
    person: { id, email: 'someone@example.com', name: 'Someone', title: null, locale: 'en' },
    memberships: places.map((each, index) => ({
      id: `mem_${index}`,
      venueId: null,
      districtId: null,
      field: null,
      confirmed: true,
      ...each,
    })),
    factors,
    provedAt: null,
    agreed: true,
    away: false,
  }
}
