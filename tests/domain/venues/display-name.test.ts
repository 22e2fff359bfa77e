import { describe, expect, test } from 'vitest'
import { displayAddress, displayName } from '~/domain/venues/display-name'

describe('a venue’s name', () => {
  test.each([
    ["maggiano's", "Maggiano's"],
    ['trio rest & fox & hounds lounge', 'Trio Rest & Fox & Hounds Lounge'],
    ['el centro d. f.', 'El Centro D. F.'],
    ['el centro d.f.', 'El Centro D.F.'],
    [
      "millie's and al's ballances columbia restaurant",
      "Millie's and Al's Ballances Columbia Restaurant",
    ],
    ["nanny o'brien's irish pub", "Nanny O'Brien's Irish Pub"],
    ["mcginty's", "McGinty's"],
    ['mccormick & schmick seafood restaurant', 'McCormick & Schmick Seafood Restaurant'],
    ["l'enfant cafe & bar", "L'Enfant Cafe & Bar"],
    ['joe’s seafood, prime steak and stone crab', 'Joe’s Seafood, Prime Steak and Stone Crab'],
    ['dc9', 'DC9'],
    ['dc 9', 'DC 9'],
    ['dc shenanigans', 'DC Shenanigans'],
    ['&pizza', '&pizza'],
    ['& pizza', '& Pizza'],
    ['p&p coffeehouse', 'P&P Coffeehouse'],
    ['recessions ii', 'Recessions II'],
    ['san antonio bar & grill iii', 'San Antonio Bar & Grill III'],
    ['phase i', 'Phase I'],
    ['civil', 'Civil'],
    ['14th street cafe asian bistro', '14th Street Cafe Asian Bistro'],
    ['the park place at 14th', 'The Park Place at 14th'],
    ["jr's bar and grill", "JR's Bar and Grill"],
    ["mr. smith's of georgetown", "Mr. Smith's of Georgetown"],
    ["st. arnold's on jefferson", "St. Arnold's on Jefferson"],
    ['medium rare barracks row, llc', 'Medium Rare Barracks Row, LLC'],
    ['exchange, ltd.', 'Exchange, Ltd.'],
    ['hooters of washington, d.c.', 'Hooters of Washington, D.C.'],
    ["p.j. clarke's and sidecar", "P.J. Clarke's and Sidecar"],
    ["fat pete's bbq", "Fat Pete's BBQ"],
    ['chi-cha lounge', 'Chi-Cha Lounge'],
    ["hawk 'n dove", "Hawk 'n Dove"],
    ["stoney's on l", "Stoney's on L"],
    ['cheers @ the big chair', 'Cheers @ the Big Chair'],
    ['bistro du coin', 'Bistro du Coin'],
    ['taberna del alabardero', 'Taberna del Alabardero'],
    ['mr. henry (adams morgan)', 'Mr. Henry (Adams Morgan)'],
    ['wtf(woodward takeout food)', 'WTF(Woodward Takeout Food)'],
    ['le caprice dc café bakery', 'Le Caprice DC Café Bakery'],
    ['élysée', 'Élysée'],
    ['starbucks coffee #715', 'Starbucks Coffee #715'],
    ["roofer's union – jug and table", "Roofer's Union – Jug and Table"],
    [" ben's   upstairs ", "Ben's Upstairs"],
    ['KING HENRY VIII', 'King Henry VIII'],
    ['', ''],
  ])('%s', (raw, shown) => {
    expect(displayName(raw)).toBe(shown)
  })

  test('that has both cases is somebody’s own spelling and stays', () => {
    expect(displayName('eatZi’s by dBar')).toBe('eatZi’s by dBar')
  })

  test('is the same the second time', () => {
    for (const name of ["maggiano's", '&pizza', 'dc9', 'el centro d. f.']) {
      expect(displayName(displayName(name))).toBe(displayName(name))
    }
  })
})

describe('an address', () => {
  test.each([
    ['1 MAIN ST NW', '1 Main St NW'],
    ['5333 WISCONSIN AVE NW, Washington DC', '5333 Wisconsin Ave NW, Washington, DC'],
    ['1327 Connecticut AVE NW, Washington DC', '1327 Connecticut Ave NW, Washington, DC'],
    ['1537 17TH ST NW, Washington DC', '1537 17th St NW, Washington, DC'],
    ['1015 1/2 7TH ST NW, Washington DC', '1015 1/2 7th St NW, Washington, DC'],
    ['107 D ST NE, Washington DC', '107 D St NE, Washington, DC'],
    ['2737 M.L. KING JR., Washington DC', '2737 M.L. King Jr., Washington, DC'],
    ["3315 Cady's Alley AL NW, Washington DC", "3315 Cady's Alley Al NW, Washington, DC"],
    [
      '5125 MacArthur Boulevard BLVD NW, Washington DC',
      '5125 MacArthur Boulevard Blvd NW, Washington, DC',
    ],
    ['700 MCPHERSON SQ, WASHINGTON DC 20005', '700 McPherson Sq, Washington, DC 20005'],
    ['12 Main St, Arlington, VA 22201', '12 Main St, Arlington, VA 22201'],
    ['12 MAIN ST', '12 Main St'],
    ['', ''],
  ])('%s', (raw, shown) => {
    expect(displayAddress(raw)).toBe(shown)
  })
})
