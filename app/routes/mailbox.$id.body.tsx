import type { LoaderFunctionArgs } from '@remix-run/node'
import { keptMail } from '~/files/kept-mail.server'
import { requireDemo } from '~/http/demo.server'
import { absent } from '~/http/respond.server'

/** The one place with a policy of its own: mail programs need style attributes, so this frame allows them, and nothing else. */
const bodyPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-top-navigation-by-user-activation',
].join('; ')

export async function loader(args: LoaderFunctionArgs) {
  await requireDemo(args)
  const mail = await keptMail(args.context.env.dataDir, args.params.id ?? '')
  if (!mail) throw absent()
  const html = mail.html.replace('<head>', '<head><base target="_top" />')
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': bodyPolicy,
      'Cache-Control': 'no-store',
    },
  })
}
