import type { Context } from '~/domain/context'
import type { UploadedFile } from '~/domain/policies/policy'
import { forgetUnheld } from '~/domain/venues/erase-files.server'
import { forgetFile } from '~/files/store.server'
import { arrived } from '~/files/take-files.server'
import type { FormValues } from './form.server'
import { respond } from './respond.server'

/**
 * Runs the deed of a form whose files the store holds already. Where it is refused, their bytes go at
 * once: not what a row holds, and not what somebody else sends in this moment.
 */
export function respondWithFiles(
  form: { values: FormValues; ctx: Context },
  files: readonly UploadedFile[],
  act: () => Promise<Response>,
): Promise<Response> {
  return respond(form, async () => {
    let done = false
    try {
      const answer = await act()
      done = true
      return answer
    } finally {
      const keys = arrived(files)
      if (!done) await forgetUnheld(form.ctx.db, keys, forgetFile)
    }
  })
}
