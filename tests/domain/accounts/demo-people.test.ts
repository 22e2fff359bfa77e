import { describe, expect, it } from 'vitest'
import { type DemoPerson, type DemoPlace, demoGroups } from '~/domain/accounts/demo-people.server'
import type { VenueId } from '~/domain/ids'

const nowhere = { venueId: null, venue: null, district: null, venueDistrict: null }
const atVenue = (venueDistrict: string | null): DemoPlace => ({
  ...{ ...nowhere, role: 'owner', venueId: 'ven_1' as VenueId, venue: 'A bar', venueDistrict },
})
const of = (role: DemoPlace['role'], district: string | null = null): DemoPlace => ({
  ...{ ...nowhere, role, district },
})

function person(name: string, ...places: DemoPlace[]): DemoPerson {
  return { id: `per_${name}` as DemoPerson['id'], name, title: null, story: null, places }
}

describe('the groups of the demo', () => {
  it('put people of venues by district, then the program, its partners and its viewers', () => {
    const everybody = [
      person('Ruth', of('district_viewer', 'Old Mill')),
      person('Odalys', of('partner')),
      person('Dana', of('liaison', 'Old Mill')),
      person('Wei', atVenue(null)),
      person('Hana', atVenue('Old Mill')),
      person('Grace', atVenue('Harbor Street')),
      person('Daniel', of('coordinator')),
      person('Sergio', atVenue('Old Mill')),
    ]
    const told = demoGroups(everybody).map(({ title, people }) => [
      title,
      people.map(({ name }) => name),
    ])
    expect(told).toEqual([
      ['Old Mill', ['Hana', 'Sergio']],
      ['Harbor Street', ['Grace']],
      ['Not in a district yet', ['Wei']],
      ['Who runs the program', ['Dana', 'Daniel']],
      ['Partners', ['Odalys']],
      ['Who reads the figures', ['Ruth']],
    ])
  })

  it('name somebody once, with their venue first', () => {
    const ifeoma = person('Ifeoma', of('district_viewer', 'Old Mill'), atVenue('Old Mill'))
    expect(demoGroups([ifeoma])).toEqual([{ title: 'Old Mill', people: [ifeoma] }])
  })
})
