import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import axe from 'axe-core'
import type { RunningLamplight } from '../server'
import { submitTwice } from './submit-twice'
import { watchPolicy } from './watched-test'

/** A browser window that is watched: every error of its console and everything that its policy stops. */
export type Window = {
  page: Page
  site: RunningLamplight
  scripts: boolean
  /** A phone's window is touched and not clicked. */
  isPhone: boolean
  troubles: string[]
  /** Opens a page of the site and waits until it answers to clicks. */
  open(path: string): Promise<void>
  /**
   * Judges the page that is open: axe finds nothing, and nothing sticks out; at 320 px on a phone
   * where no script runs. Once for each name.
   */
  look(name: string): Promise<void>
  close(): Promise<void>
}

/** Where `withAxe` is false, another screen of the same journey has axe look at the same pages. */
type Facts = { scripts: boolean; width?: number; looked?: Set<string>; withAxe?: boolean }

export async function openWindow(
  browser: Browser,
  site: RunningLamplight,
  facts: Facts,
): Promise<Window> {
  const {
    scripts,
    width = scripts ? 1280 : 390,
    looked = new Set<string>(),
    withAxe = true,
  } = facts
  const isPhone = width < 800
  const viewport = { width, height: isPhone ? 844 : 900 }
  const context = await browser.newContext({
    baseURL: site.url,
    javaScriptEnabled: scripts,
    viewport,
    hasTouch: isPhone,
    isMobile: isPhone,
    acceptDownloads: true,
  })
  const troubles: string[] = []
  if (scripts) {
    await watchPolicy(context, (what) => troubles.push(what))
  }
  context.on('weberror', (error) => troubles.push(`error: ${error.error().message}`))
  context.on('console', (message) => {
    // The browser notes each refused form as a failed load, which is just what is tested.
    if (message.type() !== 'error' || /status of (401|409|413|422) /.test(message.text())) return
    troubles.push(`console: ${message.text()} (${message.location().url})`)
  })

  const page = await context.newPage()
  let copy: Page | undefined
  return {
    page,
    site,
    scripts,
    isPhone,
    troubles,
    async open(path) {
      await page.goto(path)
      await awake(page, scripts)
    },
    async look(name) {
      if (looked.has(name)) return
      looked.add(name)
      const title = await page.title()
      expect(title, name).not.toBe('')
      if (!scripts && !copy) copy = await aCopy(browser, site, width)
      const judged = copy ? await copyOf(page, copy) : page
      const faults = [...(await widthFaults(judged)), ...(withAxe ? await axeFaults(judged) : [])]
      expect(faults, `${name}: ${title}`).toEqual([])
    },
    async close() {
      await copy?.context().close()
      await context.close()
    },
  }
}

/** A page with axe in it, of the site's own address, that takes the HTML of others. */
async function aCopy(browser: Browser, site: RunningLamplight, width: number): Promise<Page> {
  const viewport = width < 800 ? { width: 320, height: 640 } : { width, height: 900 }
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  const empty = `${site.url}/a-copy`
  await page.route(empty, (route) => route.fulfill({ body: '', contentType: 'text/html' }))
  await page.goto(empty)
  return page
}

/**
 * A click or a touch on what has this name, once the page is awake. Where no script runs, a form that writes is
 * sent once more as it was, and must have one effect.
 */
export async function press(window: Window, target: string | Locator): Promise<void> {
  const { page, scripts } = window
  await awake(page, scripts)
  const button =
    typeof target === 'string' ? page.getByRole('button', { name: target, exact: true }) : target
  const reads = await button.locator('xpath=ancestor::form[@method="get" or not(@method)]').count()
  if (scripts || reads > 0) await touch(window, button)
  else await submitTwice(window, () => touch(window, button))
}

export async function follow(window: Window, name: string | RegExp): Promise<void> {
  const { page, isPhone } = window
  // A click is over once its page begins to come; a touch is over before.
  const gone = isPhone ? page.waitForEvent('framenavigated') : null
  await touch(window, page.locator('main').getByRole('link', { name }).first())
  await gone
}

function touch({ isPhone }: Window, target: Locator): Promise<void> {
  return isPhone ? target.tap() : target.click()
}

export async function arrived({ page }: Window, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

/** React has taken over the page; quiet pages and windows without scripts are awake from the start. */
async function awake(page: Page, scripts: boolean): Promise<void> {
  if (!scripts) return
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    const quiet = !document.querySelector('script[type="module"], script[nonce]')
    return quiet || (main && Object.keys(main).some((key) => key.startsWith('__reactProps')))
  })
}

/**
 * axe does not answer where scripts are off, so there the page's HTML is written once more, into a
 * page with scripts, of 320 px instead of a phone's width.
 */
async function copyOf(page: Page, copy: Page): Promise<Page> {
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '')
  await copy.setContent(html)
  return copy
}

async function axeFaults(page: Page): Promise<string[]> {
  const there = await page.evaluate(() => Reflect.has(window, 'axe'))
  if (!there) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { run }: typeof axe = Reflect.get(window, 'axe')
    const { violations } = await run({ resultTypes: ['violations'], preload: false })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    )
  })
}

/** What makes the page scroll sideways. */
export function widthFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('main *, header *, footer *, aside *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return [`${scrollWidth} px wide: ${wide.map((element) => element.outerHTML.slice(0, 120))[0]}`]
  })
}
