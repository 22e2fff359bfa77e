import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eventSentences } from '~/domain/events'

const folder = 'app/domain'

/** What writes and records no event by itself, each with its reason. */
const exceptions: Record<string, string> = {
  'accounts/forget-old-rows.server.ts': 'Sweeps out rows that have run out by the clock.',
  'accounts/passkey-challenge.server.ts': 'Asks for an answer; its use or refusal is recorded.',
  'accounts/prove-by-email.server.ts': 'Asks for a code; its use or refusal is recorded.',
  'accounts/session.server.ts': 'Notes when a session was last seen.',
  'accounts/unlock-staff.server.ts': 'The part that releases the lock records it.',
  'accounts/visitor-deed.server.ts': 'The frame of other deeds.',
  'accounts/remove-person.server.ts': 'A shared part ends each place and records it.',
  'applications/add-evidence-new-policy.server.ts': 'Joins two deeds that each record themselves.',
  'applications/answer-self-check.server.ts':
    'The venue’s own rule of thumb, for itself alone: no record holds it.',
  'applications/assign.server.ts': 'A shared part puts it into other hands and records it.',
  'applications/look.server.ts': 'A mark on somebody’s own desk, for themselves alone.',
  'applications/keep-begun.server.ts': 'A form that saves itself; adding it is recorded.',
  'applications/share-amendment.server.ts': 'A shared part writes the round and records it.',
  'applications/share-application.server.ts': 'A shared part writes the round and records it.',
  'certificates/refresh-evidence.server.ts': 'A shared part writes the evidence and records it.',
  'deed.server.ts': 'The frame of other deeds.',
  'feedback/answer-pulse.server.ts':
    'An anonymous answer: an event would tie it to a person and a moment.',
  'feedback/keep-phrases.server.ts': 'A liaison’s own list of phrases, for themselves alone.',
  'feedback/keep-promise.server.ts': 'A liaison’s own tick, for themselves alone.',
  'feedback/save-draft.server.ts': 'A draft that saves itself; sending it is recorded.',
  'outbox-claims.server.ts': 'The post office: the outbox row is its own account.',
  'policies/held-files.server.ts': 'The scanner’s own look; the upload is recorded.',
  'policies/sweep-files.server.ts': 'Removes by the clock what nothing points at.',
  'readings/recounted.server.ts': 'The frame of changes to the team, which record themselves.',
  'readings/signatures-thread-work.server.ts':
    'The same for a long team, after an import that records itself.',
  'record/check-record.server.ts': 'Keeps what the check of the record found.',
  'standards/lay-down-program.server.ts': 'The start of a program, before anybody is in it.',
  'standings/refresh-standings.server.ts': 'Counts again; a lapse is recorded where it moves.',
  'training/change-staff.server.ts': 'A shared part records the change.',
  'training/confirm-roster-import.server.ts': 'Puts an import in line; the import is recorded.',
  'training/fail-roster-import.server.ts': 'Notes that an import changed nothing.',
  'training/forget-roster-files.server.ts': 'Removes uploaded lists by the clock.',
  'training/record-class.server.ts': 'A shared part writes each training and records it.',
  'training/start-roster-import.server.ts': 'A preview; the import itself is recorded.',
  'venues/mail-join-code.server.ts': 'Sends a code; its use or refusal is recorded.',
  'venues/preview-licenses.server.ts': 'A preview; the import itself is recorded.',
  'zones/remind-of-nights.server.ts': 'Mail that the venue asked for; the outbox holds it.',
}

test('every verb that writes records what happened, but for the exceptions', () => {
  const silent = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.server.ts'))
    .filter((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const writes = /\b(deed|visitorDeed|db\.transaction)\(/.test(text)
      return writes && !text.includes('recordEvent(')
    })
  expect(silent.toSorted()).toEqual(Object.keys(exceptions).toSorted())
})

test('the vocabulary holds nothing that never happens', () => {
  const product = ['app', 'db'].flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/events.ts$/.test(name))
      .map((name) => readFileSync(join(place, name), 'utf8')),
  )
  const text = product.join('\n')
  expect(Object.keys(eventSentences).filter((kind) => !text.includes(`'${kind}'`))).toEqual([])
})
