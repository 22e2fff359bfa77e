import { join } from 'node:path'
import type { FileStorage } from '@remix-run/file-storage'
import { type Env, env } from '~/env.server'
import { localFolder, sweepLocalFolder } from './local-folder.server'
import { s3Bucket } from './s3-bucket.server'

/** Where bytes lie. What there is, the database knows; only the sweep asks for what lies here. */
export type Storage = Pick<FileStorage, 'get' | 'has' | 'set' | 'remove'> & {
  /** The keys of what was stored before a moment. */
  storedBefore(moment: Date): AsyncIterable<string>
}

/** The files of a program: a bucket where one is configured, else a folder of this machine. */
export function storageOf({ dataDir, s3 }: Pick<Env, 'dataDir' | 's3'>): Storage {
  return s3 ? s3Bucket(s3) : localFolder(filesIn(dataDir))
}

export const storage = storageOf(env)

/** Files that the virus scanner has not seen yet lie apart, where nothing that serves files looks. */
export const heldStorage: Storage = localFolder(heldIn(env.dataDir))

/** Removes what a server that ended in the middle had begun to keep. Called before anything is kept. */
export function sweepStorage(dataDir: string): void {
  sweepLocalFolder(filesIn(dataDir))
  sweepLocalFolder(heldIn(dataDir))
}

function filesIn(dataDir: string): string {
  return join(dataDir, 'files')
}

function heldIn(dataDir: string): string {
  return join(dataDir, 'held')
}
