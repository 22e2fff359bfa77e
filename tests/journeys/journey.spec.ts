import { importLicenseList, invite } from '~tests/support/journey/coordinator'
import { runOut } from '~tests/support/journey/demo'
import { worksByKeyboard } from '~tests/support/journey/keyboard'
import { issue, respondReady, respondWithStep, strength } from '~tests/support/journey/liaison'
import * as owner from '~tests/support/journey/owner'
import { enterAs, mailTo } from '~tests/support/journey/sign-in'
import { addPerson, startSite } from '~tests/support/journey/site'
import { checkAndFind, download, judge } from '~tests/support/journey/stranger'
import { expect, test } from '~tests/support/journey/watched-test'
import { openWindow, type Window } from '~tests/support/journey/window'

const venue = 'Trio Rest & Fox & Hounds Lounge'
const email = 'rosa@trio.example.com'
const pointed = ['SRV-3', 'CARE-2', 'OPS-1', 'OPS-3', 'OPS-4', 'HOME-1']

const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }

for (const scripts of [true, false]) {
  test(`from a license list to a certificate, ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    test.setTimeout(360_000)
    const site = await startSite()
    const windows: Window[] = []
    const looked = new Set<string>()
    const open = async (width?: number) => {
      const window = await openWindow(browser, site, {
        ...{ scripts, looked, withAxe: scripts },
        ...(width && { width }),
      })
      windows.push(window)
      return window
    }
    try {
      await addPerson(site, 'Dana Whitfield', 'coordinator')
      const coordinator = await open()
      await enterAs(coordinator, 'Dana Whitfield')
      await importLicenseList(coordinator)
      const { code, id, district } = await invite(coordinator, venue, 'letters@trio.example.com')
      expect(await mailTo(coordinator, 'letters@trio.example.com', /./)).toContain(code)
      await addPerson(site, 'Marcus Reed', 'liaison', { district })

      // The owner has a phone in the bar, and goes on at a desk once the letter is there.
      const rosa = await open(390)
      const home = `/venue/${id}`
      runOut(site, id, Date.now() - 1_000)
      await owner.refusedCode(rosa, code, 'This code has run out.')
      runOut(site, id, Date.now() + 86_400_000)
      await owner.claim(rosa, code, 'Rosa Alvarez', email)
      await owner.refusedCode(await open(), code, 'each code works once')
      await owner.begin(rosa)
      await owner.nothingToShare(rosa, home)
      await owner.writePolicy(rosa, home)
      if (scripts) {
        await rosa.page.setViewportSize(desk)
        await worksByKeyboard(rosa, home)
        await rosa.page.setViewportSize(phone)
      }
      await owner.uploadPolicy(rosa, home, pointed)
      await owner.importRoster(rosa, home)
      await owner.putInPlace(rosa, home)
      await owner.share(rosa, home, 'We are proud of our door team.', 'A safe way home')
      expect(await mailTo(rosa, email, /shared|receipt/i)).toContain('Marcus Reed')

      const marcus = await open()
      await enterAs(marcus, 'Marcus Reed')
      await respondWithStep(marcus, venue)

      await rosa.page.setViewportSize(desk)
      expect(await mailTo(rosa, email, /has written to/)).toContain(strength)
      await owner.answerLetter(rosa, home, strength)
      await owner.addHomePhoto(rosa, home)
      await owner.share(rosa, home, 'The sign is up.', null)

      await respondReady(marcus, venue)
      await issue(marcus, venue)

      const paper = await download(rosa, home)
      await judge(paper.bytes, paper.url)
      await checkAndFind(await open(), { venue, district, ...paper })
      expect(windows.flatMap(({ troubles }) => troubles)).toEqual([])
    } finally {
      for (const window of windows) await window.close()
      await site.stop()
    }
  })
}
