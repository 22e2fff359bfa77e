/** Why the server cannot serve yet, as one sentence, or null when it can. */
export type Readiness = () => Promise<string | null>

/** Whether the process answers at all. */
export function live(): Response {
  return Response.json({ status: 'live' })
}

/** Whether it can do its work: the database answers and no migration waits. */
export async function ready(readiness: Readiness): Promise<Response> {
  const reason = await readiness().catch(() => 'The database does not answer.')
  if (reason === null) return Response.json({ status: 'ready' })
  return Response.json({ status: 'not ready', reason }, { status: 503 })
}
