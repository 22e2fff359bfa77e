import { metersBetween, type Point } from '../distances'
import { oneLine } from '../table-words'

const most = 50
const farthest = 2_000

const tooFew =
  'Type two points or more, each on a line of its own: where the curb begins, and where it ends.'

/** The points of one curb as somebody typed or drew them, one "latitude, longitude" on each line. */
export function readPoints(text: string): { points: Point[] } | { problem: string } {
  const points: Point[] = []
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map(oneLine)
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    const read = readPoint(line)
    if ('problem' in read)
      return { problem: `Line ${index + 1}, “${line.slice(0, 40)}”, ${read.problem}` }
    const before = points.at(-1)
    const meters = before ? metersBetween(before, read) : null
    if (meters === 0) continue
    if (meters !== null && meters > farthest) {
      return {
        problem: `The point on line ${index + 1} is more than 2 kilometers from the one before it. Check its digits; a curb that goes on elsewhere is a segment of its own.`,
      }
    }
    points.push(read)
  }
  if (points.length < 2) return { problem: tooFew }
  if (points.length > most) return { problem: `Use up to ${most} points for one curb.` }
  return { points }
}

/** The same points as they are typed; a map writes them like this too. */
export function pointsText(points: readonly Point[]): string {
  return points.map(({ latitude, longitude }) => `${latitude}, ${longitude}`).join('\n')
}

const number = String.raw`([-+\u2212]?\d{1,3}(?:\.\d{1,20})?)\s*°?`
const pair = new RegExp(String.raw`^[(\[]?\s*${number}(?:\s*[,;]\s*|\s+)${number}\s*[)\]]?[,;]?$`)

function readPoint(line: string): Point | { problem: string } {
  const found = pair.exec(line)
  if (!found) {
    return {
      problem: 'is not two numbers. Write a point like 38.91890, -77.03190: latitude first.',
    }
  }
  const latitude = degrees(found[1])
  const longitude = degrees(found[2])
  if (Math.abs(latitude) > 90) {
    return {
      problem: `has no such latitude: it lies between -90 and 90. ${Math.abs(longitude) <= 90 ? 'Longitude seems to come first here; please turn the two numbers around.' : 'Check the digits.'}`,
    }
  }
  if (Math.abs(longitude) > 180) {
    return { problem: 'has no such longitude: it lies between -180 and 180. Check the digits.' }
  }
  return { latitude, longitude }
}

/** Six digits after the point are a hand’s width, finer than any curb is known. */
function degrees(text = ''): number {
  return Number(Number(text.replace('\u2212', '-')).toFixed(6))
}
