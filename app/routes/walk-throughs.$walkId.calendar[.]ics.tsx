import type { LoaderFunctionArgs } from '@remix-run/node'
import { walkEvent } from '~/domain/contacts/walk-page.server'
import type { WalkId } from '~/domain/ids'
import { calendarFile } from '~/domain/training/calendar-file'
import { cleanFileName, downloadHeaders } from '~/files/names'
import { requireEitherSide } from '~/http/guards.server'
import { load } from '~/http/respond.server'

/** The agreed time, as a file for a calendar program: the same for both sides. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireEitherSide(args)
  const { venue, event } = await load(() => walkEvent(ctx, args.params.walkId as WalkId))
  const file = calendarFile(`${venue}: walk-through`, [event], ctx.now)
  const bytes = new TextEncoder().encode(file)
  const name = cleanFileName(`${venue} – walk-through.ics`, 'ics')
  const type = 'text/calendar; charset=utf-8'
  return new Response(bytes, { headers: downloadHeaders({ name, type, size: bytes.byteLength }) })
}
