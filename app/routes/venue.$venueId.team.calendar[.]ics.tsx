import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { calendarFile } from '~/domain/training/calendar-file'
import { calendarEvents } from '~/domain/training/calendar-page.server'
import { cleanFileName, downloadHeaders } from '~/files/names'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'

/** The calendar of trainings for the venue's own people, as a file for their calendar program. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { venue, events } = await load(async () => {
    const read = await calendarEvents(ctx, venueId)
    await spend(ctx, 'export', { person: ctx.actor.person.id })
    return read
  })
  const file = calendarFile(`${venue}: trainings`, events, ctx.now)
  const bytes = new TextEncoder().encode(file)
  const name = cleanFileName(`${venue} – trainings.ics`, 'ics')
  const type = 'text/calendar; charset=utf-8'
  return new Response(bytes, { headers: downloadHeaders({ name, type, size: bytes.byteLength }) })
}
