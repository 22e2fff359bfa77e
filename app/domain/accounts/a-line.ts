import { Busy } from '../errors'

type Line = { atOnce: number; mostWaiting: number; crowded: string }

/**
 * Makes costly work take turns: `atOnce` at a time, and no longer a line than is done soon. Who comes then
 * is not made to wait, and gets Busy with the sentence at once.
 */
export function aLine({ atOnce, mostWaiting, crowded }: Line) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < atOnce) running += 1
    else if (waiting.length >= mostWaiting) throw new Busy(crowded, 5)
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
