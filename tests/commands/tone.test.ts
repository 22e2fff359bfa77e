import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

function tone(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'app/commands/tone.ts', ...args],
    { encoding: 'utf8', input, env: { PATH: process.env.PATH, NODE_ENV: 'test' } },
  )
  return { status, stdout, stderr: stderr.split('\n')[0] }
}

const letter = 'You must post the sign.\n\nYou wait with every guest.\nThe log is poor.\n'

test('npm run tone prints the hints of each line, for people and for programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-tone-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'letter.txt')
  writeFileSync(file, letter)

  const told = tone([file])
  expect(told.status).toBe(0)
  expect(told.stdout).toContain('1:1 command: “You must” → The piece still open is to /')
  expect(told.stdout).toContain('4:9 judgement: “poor” → has room to grow')

  const { stdout } = tone(['--json', file])
  const lines: { line: number; hints: { words: string }[] }[] = JSON.parse(stdout)
  expect(lines.map(({ line, hints }) => [line, ...hints.map(({ words }) => words)])).toEqual([
    [1, 'You must'],
    [3],
    [4, 'poor'],
  ])
  expect(tone(['--json', '-'], letter).stdout).toBe(stdout)
})

test.each([
  [['nowhere.txt'], 'There is no file nowhere.txt.'],
  [['tests'], 'tests is a folder; name a text file.'],
  [
    [],
    'Usage: npm run tone -- [--json] FILE   reads each line of FILE as one text; “-” reads what is piped in.',
  ],
  [['--loud', 'x'], /^Unknown option '--loud'/],
])('npm run tone %j says what is wrong', (args, sentence) => {
  const { status, stdout, stderr } = tone(args)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(sentence)
})
