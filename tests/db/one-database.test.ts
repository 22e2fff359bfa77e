import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { closeDatabase, database, databaseFile, openAt, useDatabase } from '~/db.server'
import { aFolder, aSmallDatabase } from './small'

afterEach(() => closeDatabase())

test('the one database is there from its opening to its end, and only once', async () => {
  const dataDir = join(aFolder(), 'data')
  expect(() => database()).toThrow('The database is not open yet: call openAt first.')
  const db = openAt(dataDir)
  expect(database()).toBe(db)
  expect(() => openAt(dataDir)).toThrow('The database is open already.')
  await closeDatabase()
  expect(() => database()).toThrow('not open yet')
})

test('its folder is for the account of the server alone, even if it was open to all', () => {
  const dataDir = join(aFolder(), 'data')
  mkdirSync(dataDir)
  chmodSync(dataDir, 0o755)
  openAt(dataDir)
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  expect(statSync(databaseFile(dataDir)).isFile()).toBe(true)
})

test('a test of a route can put its own database in its place', () => {
  const { db } = aSmallDatabase()
  useDatabase(db)
  expect(database()).toBe(db)
})
