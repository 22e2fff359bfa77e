import { type BrowserContext, test as base, expect } from '@playwright/test'

/**
 * The `test` of every journey: whatever a policy stops in any page of any context that the test opens is
 * noted, and at its end there is nothing. A test that plants a violation takes it out of `violations`.
 */
export const test = base.extend<{ violations: string[] }>({
  violations: [
    async ({ browser }, use) => {
      const violations: string[] = []
      const { newContext } = browser
      browser.newContext = async (options) => {
        const context = await newContext.call(browser, options)
        if (options?.javaScriptEnabled !== false) {
          await watchPolicy(context, (what) => violations.push(what))
        }
        context.on('console', (line) => {
          if (/Content.Security.Policy/i.test(line.text())) violations.push(line.text())
        })
        return context
      }
      await use(violations)
      browser.newContext = newContext
      expect(violations).toEqual([])
    },
    { auto: true },
  ],
})

const listening = new WeakMap<BrowserContext, ((what: string) => void)[]>()

/** Tells of each `securitypolicyviolation` event in the pages of a context whose scripts run. */
export async function watchPolicy(
  context: BrowserContext,
  tell: (what: string) => void,
): Promise<void> {
  const before = listening.get(context)
  if (before) {
    before.push(tell)
    return
  }
  const all = [tell]
  listening.set(context, all)
  await context.exposeBinding('policyStopped', (_, what: string) => {
    for (const each of all) each(what)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const stopped = Reflect.get(window, 'policyStopped')
      stopped(`policy: ${event.effectiveDirective} ${event.blockedURI}`)
    })
  })
}

export { expect }
