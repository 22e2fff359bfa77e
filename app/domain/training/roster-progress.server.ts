import type { ImportId } from '../ids'

/** How far an import is. Reading counts the rows of the file, writing the people and trainings. */
export type RosterProgress = {
  step: 'waiting' | 'reading' | 'writing'
  done: number
  of: number
}

export type TellProgress = (progress: RosterProgress) => void

/**
 * The imports that this process carries out now. That one was begun stands in the database; how far it
 * is cannot, since nobody else can write there while its own transaction is open.
 */
const underWay = new Map<ImportId, RosterProgress>()

const begun: RosterProgress = { step: 'reading', done: 0, of: 0 }

/** How far an import is that was begun; in the moment before its first step it has just begun. */
export function progressOf(importId: ImportId): RosterProgress {
  return underWay.get(importId) ?? begun
}

/** Lets an import be looked at while it is carried out. */
export async function withProgress<Result>(
  importId: ImportId,
  work: (tell: TellProgress) => Promise<Result>,
): Promise<Result> {
  underWay.set(importId, begun)
  try {
    return await work((progress) => underWay.set(importId, progress))
  } finally {
    underWay.delete(importId)
  }
}
