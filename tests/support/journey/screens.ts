import { type RunningLamplight, startLamplight } from '../server'
import { enterAs } from './sign-in'
import { expect, test } from './watched-test'
import { openWindow, type Window } from './window'

/** What a person's journey is given: a site of its own, and windows of one kind onto it. */
export type Screen = {
  site: RunningLamplight
  width: number
  scripts: boolean
  /** A window of somebody who is not signed in. */
  open(): Promise<Window>
  /** A window of a person of the demo, at their home page. */
  enter(name: string): Promise<Window>
}

/**
 * A phone with scripts and a desk without them: the long journey of journey.spec.ts walks the other two.
 * As time is short, each walks one of them.
 * SCREENS=all walks all four for everybody.
 */
const kinds = [
  { width: 390, scripts: true },
  { width: 1280, scripts: false },
  ...(process.env.SCREENS === 'all'
    ? [
        { width: 1280, scripts: true },
        { width: 390, scripts: false },
      ]
    : []),
]

/**
 * The journey of one person, on a phone and on a desk, with and without scripts, each time through
 * the demo as it was seeded. Nothing may go wrong in any of its windows.
 */
export function onEachScreen(
  title: string,
  journey: (screen: Screen) => Promise<void>,
  only?: 'phone' | 'desk',
): void {
  const all = process.env.SCREENS === 'all' || !only
  const chosen = all ? kinds : kinds.slice(...(only === 'phone' ? [0, 1] : [1, 2]))
  for (const { width, scripts } of chosen) {
    test(`${title}, ${width} px, ${scripts ? 'with' : 'without'} scripts`, async ({ browser }) => {
      test.setTimeout(240_000)
      const site = await startLamplight({ demo: true })
      const windows: Window[] = []
      const looked = new Set<string>()
      async function open() {
        const window = await openWindow(browser, site, { width, scripts, looked })
        windows.push(window)
        return window
      }
      async function enter(name: string) {
        const window = await open()
        await enterAs(window, name)
        await window.open('/home')
        return window
      }
      try {
        await journey({ site, width, scripts, open, enter })
        expect(windows.flatMap(({ troubles }) => troubles)).toEqual([])
      } finally {
        for (const window of windows) await window.close()
        await site.stop()
      }
    })
  }
}
