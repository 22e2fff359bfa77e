/** A text set to fit a box: its lines and the size to draw them at. */
export interface FittedText {
  lines: string[]
  size: number
}

export interface FitBox {
  width: number
  height: number
  largest: number
  smallest: number
  /** Line height as a multiple of the size. */
  leading: number
}

/** A word and its width at size 1. */
interface Word {
  text: string
  width: number
}

type Measure = (text: string) => number

/**
 * The largest size, in half points, at which the text fits the box, in lines of about the same
 * length. At the smallest size long words are broken, so that no letter of a name is ever cut off.
 * `measure` tells the width at size 1.
 */
export function fitText(text: string, measure: Measure, box: FitBox): FittedText {
  const words = text.split(' ').map((word) => ({ text: word, width: measure(word) }))
  const space = measure('n n') - measure('nn')
  const longest = Math.max(...words.map((word) => word.width))

  for (let size = box.largest; size > box.smallest; size -= 0.5) {
    const room = box.width / size
    const mostLines = Math.floor(box.height / (size * box.leading))
    if (longest > room) continue
    const lines = wrap(words, space, room)
    if (lines.length <= mostLines) {
      return { lines: textOf(balance(lines, words, space, room)), size }
    }
  }
  const room = box.width / box.smallest
  const pieces = words.flatMap((word) => (word.width > room ? broken(word, measure, room) : word))
  return { lines: textOf(wrap(pieces, space, room)), size: box.smallest }
}

function wrap(words: Word[], space: number, room: number): Word[][] {
  const lines: Word[][] = []
  let used = 0
  for (const word of words) {
    const last = lines.at(-1)
    used += space + word.width
    if (last && used <= room) last.push(word)
    else {
      lines.push([word])
      used = word.width
    }
  }
  return lines
}

/** The narrowest setting with as many lines, so that no line is left with one short word. */
function balance(lines: Word[][], words: Word[], space: number, room: number): Word[][] {
  let best = lines
  let [narrow, wide] = [Math.max(...words.map((word) => word.width)), room]
  for (let step = 0; step < 8 && lines.length > 1; step += 1) {
    const between = (narrow + wide) / 2
    const tried = wrap(words, space, between)
    if (tried.length === lines.length) {
      best = tried
      wide = between
    } else narrow = between
  }
  return best
}

function broken(word: Word, measure: Measure, room: number): Word[] {
  const pieces: Word[] = []
  for (const text of word.text) {
    const last = pieces.at(-1)
    const width = measure(text)
    if (last && last.width + width <= room) {
      last.text += text
      last.width += width
    } else pieces.push({ text, width })
  }
  return pieces
}

function textOf(lines: Word[][]): string[] {
  return lines.map((line) => line.map((word) => word.text).join(' '))
}
