import { json } from '@remix-run/node'

/** The fields of a body. A body that no form sends is refused as unreadable, and is no bug of ours. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    if (error instanceof TypeError) throw json('', { status: 400 })
    throw error
  }
}
