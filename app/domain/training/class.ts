import { formatDayOf, formatTime } from '~/words/en/format'
import type { ClassId, DistrictId } from '../ids'

/** A class that venues can send their people to. */
export type TrainingClass = {
  id: ClassId
  title: string
  /** The code of the training type that it gives; null for a talk. */
  trainingType: string | null
  districtId: DistrictId | null
  /** Null: for venues of every district. */
  district: string | null
  startsAt: Date
  endsAt: Date
  place: string
  host: string
  seats: number | null
  signUp: string
  words: string
  revision: number
  calledOffAt: Date | null
}

export type ClassStanding = 'to_come' | 'running' | 'over' | 'called_off'

export function classStanding(
  { startsAt, endsAt, calledOffAt }: Pick<TrainingClass, 'startsAt' | 'endsAt' | 'calledOffAt'>,
  now: Date,
): ClassStanding {
  if (calledOffAt) return 'called_off'
  if (now < startsAt) return 'to_come'
  return now < endsAt ? 'running' : 'over'
}

/** "December 8, 2026, 2:00 PM to 4:30 PM" in the program's time zone. */
export function classTimes(
  { startsAt, endsAt }: Pick<TrainingClass, 'startsAt' | 'endsAt'>,
  timeZone: string,
): string {
  const day = formatDayOf(startsAt, timeZone)
  return `${day}, ${formatTime(startsAt, timeZone)} to ${formatTime(endsAt, timeZone)}`
}
