import { formatTime } from '~/words/en/format'
import { seenWords } from '~/words/en/share-seen'
import type { Reading } from '../context'
import { Conflict } from '../errors'
import { digestOf } from '../events.server'
import type { SharedWith } from './readers.server'
import { type Edit, editsSince } from './share-edits.server'
import type { GoesAlong } from './share-selection'
import { wouldShare } from './since-last-share.server'
import type { Workspace } from './workspace.server'

type Checked = { along: readonly GoesAlong[]; readers: SharedWith[]; ruler: string | null }

/**
 * Stands for what a page showed before a share: a digest of every standard as it would be frozen, of who
 * reads it and of the ruler, after the moment of the page.
 */
export async function seenOf(
  { db, now }: Reading,
  workspace: Workspace,
  { along, readers, ruler }: Checked,
): Promise<string> {
  const { evidence, answers } = await wouldShare(db, workspace, along)
  const parts = workspace.standards.map(({ standard: { code } }) => {
    const pieces = evidence.filter(({ standard }) => standard === code)
    const held = pieces.map(({ coverage, ...piece }) => {
      // The day on which a figure is counted is no change of it.
      return { ...piece, coverage: coverage && { ...coverage, asOf: '' } }
    })
    return partOf(code, [held, answers.filter(({ standard }) => standard === code)])
  })
  const reads = partOf(
    'readers',
    readers.map(({ id, role }) => [id, role]),
  )
  return [now.getTime().toString(36), ...parts, reads, partOf('ruler', ruler)].join(' ')
}

function partOf(name: string, content: unknown): string {
  return `${name}:${digestOf(JSON.stringify(content)).slice(0, 12)}`
}

/** Refuses a share of something else than its page showed; says who changed what, where that is known. */
export async function refuseUnseen(
  { db, actor, now }: Reading,
  workspace: Workspace,
  seen: string,
  checked: Checked & { without?: readonly string[] },
): Promise<void> {
  const shown = seen.split(' ')
  const left = new Set(checked.without)
  const different = (await seenOf({ db, actor, now }, workspace, checked))
    .split(' ')
    .slice(1)
    .filter((part) => !shown.includes(part))
    .map((part) => part.split(':')[0] ?? '')
    .filter((name) => !left.has(name))
  if (different.length === 0) return
  const since = Number.parseInt(shown[0] ?? '', 36)
  // Without a page nothing was checked, and there is nothing to compare with.
  const edits =
    seen && Number.isFinite(since) ? await editsSince(db, workspace, new Date(since)) : null
  const changed = edits
    ? different.map((name) => changeWords(workspace, name, edits.get(name), actor.person.id))
    : []
  const message = [seenWords.before, ...changed, seenWords.after].join(' ')
  throw new Conflict(message, { changed: changed.join(' ') })
}

function changeWords(
  { set, timeZone }: Workspace,
  name: string,
  edit: Edit | undefined,
  ownId: string,
): string {
  if (name === 'readers' || name === 'ruler') return seenWords[name]
  const title = set.standards.find(({ code }) => code === name)?.title ?? name
  if (!edit) return seenWords.different(title)
  const at = formatTime(edit.at, timeZone)
  return edit.personId === ownId ? seenWords.own(title, at) : seenWords.by(edit.name, title, at)
}
