import type { Answer, permissionsTable } from '~/domain/permissions/table'
import { listOf } from '~/words/en/format'
import { roleNames } from '~/words/en/names'
import { conditionWords } from '~/words/en/permissions'
import { type Role, roles, staffRoles } from '~db/vocabulary'

type Table = ReturnType<typeof permissionsTable>

export type AnswerWords = { allowed: boolean; only: string }
export type RowWords = { name: string; words: string; answers: Record<Role, AnswerWords> }
export type AreaWords = { area: string; title: string; rows: RowWords[] }

/** Whether every yes to program staff asks for both steps: then one sentence says it for all. */
export function staffAlwaysTwice(table: Table): boolean {
  const answers = table.flatMap(({ rows }) =>
    rows.flatMap((row) => staffRoles.map((role) => row.answers[role])),
  )
  return answers.every(({ allowed, conditions }) => !allowed || conditions.includes('bothFactors'))
}

export function rowsWithWords(rows: Table[number]['rows'], twice: boolean): RowWords[] {
  return rows.map(({ name, words, answers }) => {
    const said = roles.map((role) => [role, answerWords(role, answers[role], twice)])
    return { name, words, answers: Object.fromEntries(said) as RowWords['answers'] }
  })
}

function answerWords(role: Role, { allowed, conditions }: Answer, twice: boolean): AnswerWords {
  const shown = conditions.filter((condition) => !(twice && condition === 'bothFactors'))
  const only = shown.map((condition) => conditionWords[condition](role)).filter(Boolean)
  return { allowed, only: only.join(', ') }
}

/** What one role may do, by area, and how much of the whole it may not. */
export function answersByRole(role: Role, areas: AreaWords[]) {
  const may = areas.flatMap(({ title, rows }) => {
    const deeds = rows
      .filter(({ answers }) => answers[role].allowed)
      .map(({ name, words, answers }) => ({ name, words, only: answers[role].only }))
    return deeds.length > 0 ? [{ title, deeds }] : []
  })
  const nothing = areas.filter(({ rows }) => rows.every(({ answers }) => !answers[role].allowed))
  const none = nothing.map(({ title }) => `“${title}”`)
  return { role, title: roleNames[role], may, none: listOf(none) }
}
