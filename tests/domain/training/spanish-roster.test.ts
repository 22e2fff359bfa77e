import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { TrainingType } from '~/domain/standards/standard-set'
import { readRoster } from '~/domain/training/read-roster'
import { findPosition, findStatus } from '~/domain/training/roster-positions'

const types = z
  .array(TrainingType)
  .parse(JSON.parse(readFileSync('db/program-pack/training-types.json', 'utf8')))
const rules = { types, today: '2026-11-22' as const }

test('a list in Spanish is read as a person would', () => {
  const bytes = readFileSync('tests/support/rosters/7-lista-en-espanol.csv')
  const { people, problems, questions, dropped, notes } = readRoster(bytes, rules)
  expect(people.map(({ name, position, startedOn }) => [name, position, startedOn])).toEqual([
    ['Lucía Peña Soto', 'manager', '2021-06-14'],
    ['Ximena Ñúñez', 'bartender', '2024-03-01'],
    ['Joaquín de la Cruz', 'server', '2023-09-03'],
    ['Inés Güell', 'host', '2024-11-22'],
    ['Óscar Ibáñez', 'door', '2020-01-02'],
    ['Raúl Vega', 'security', '2022-08-15'],
    ['Marisol Cano', 'kitchen', '2019-10-09'],
    ['Tomás Prieto', 'barback', '2025-04-10'],
  ])
  const records = people.flatMap((person) => person.records)
  expect(records.map(({ type, completedOn }) => [type, completedOn])).toEqual([
    ['responsible-service', '2026-02-20'],
    ['cpr-aed', '2026-03-05'],
    ['fake-id', '2026-01-11'],
    ['de-escalation', '2026-04-13'],
    ['naloxone', '2026-05-07'],
    ['fire-occupancy', '2026-01-30'],
    ['security-license', '2025-08-15'],
  ])
  expect(records[0]).toMatchObject({ printedExpiry: '2029-02-20', certificateNumber: 'RS-1044' })
  expect(problems.map(({ row, cell }) => [row, cell])).toEqual([[12, 'Manipulador de alimentos']])
  expect(questions).toEqual([])
  expect(dropped.headers).toEqual(['Teléfono'])
  expect(notes).toHaveLength(1)
})

test('one column for each course, the name in one cell', () => {
  const { people, problems } = readRoster(
    Buffer.from(
      'Nombre,Puesto,RCP,RCP vence,Naloxona\nAna Ruiz,Barman,2026-01-05,2028-01-05,pendiente\n"Gil, Eva",Camarera,sí,,2026-02-06\n',
    ),
    rules,
  )
  expect(people.map(({ name, position, records }) => [name, position, records.length])).toEqual([
    ['Ana Ruiz', 'bartender', 1],
    ['Eva Gil', 'server', 1],
  ])
  expect(problems.map(({ row, column }) => [row, column])).toEqual([[3, 'RCP']])
})

test('roles and states in both genders', () => {
  const roles = 'Dueña, Encargada, Barman, Cantinero, Mozo, Cocinera, Lavaplatos, Seguridad, Otro'
  expect(roles.split(', ').map(findPosition)).toEqual([
    'owner',
    'manager',
    'bartender',
    'bartender',
    'server',
    'kitchen',
    'kitchen',
    'security',
    'other',
  ])
  expect(['Activa', 'De licencia', 'Dado de baja'].map(findStatus)).toEqual([
    'active',
    'on_leave',
    'left',
  ])
})
