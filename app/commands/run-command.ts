import { Invalid } from '~/domain/errors'

/** What a command was asked wrongly; the message is shown with its usage. */
export class Refused extends Error {}

/** Runs a command. What a person can put right ends it with a sentence; anything else is a bug and is thrown. */
export async function runCommand(
  usage: string,
  run: (argv: string[]) => Promise<void>,
): Promise<void> {
  try {
    await run(process.argv.slice(2))
  } catch (error) {
    const wrongOption = error instanceof TypeError && 'code' in error
    if (error instanceof Refused || wrongOption) console.error(`${error.message}\n\n${usage}`)
    else if (error instanceof Invalid) console.error(error.message)
    else throw error
    process.exitCode = 1
  }
}
