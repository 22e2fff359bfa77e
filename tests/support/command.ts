import { spawn } from 'node:child_process'
import { testSecret } from './visits'

export type Ended = { status: number | null; stdout: string; stderr: string }

/** Runs one of the commands behind the npm scripts, as a process of its own. */
export function runCommand(command: string, dataDir: string, ...args: string[]): Promise<Ended> {
  const child = spawn('node', ['--import', 'tsx', `app/commands/${command}.ts`, ...args], {
    env: {
      ...{ NODE_ENV: 'test', PATH: process.env.PATH, LOG_LEVEL: 'silent' },
      ...{ DATA_DIR: dataDir, SESSION_SECRET: testSecret },
    },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text) => {
    stdout += text
  })
  child.stderr.on('data', (text) => {
    stderr += text
  })
  return new Promise((resolve) =>
    child.on('close', (status) => resolve({ status, stdout, stderr })),
  )
}
