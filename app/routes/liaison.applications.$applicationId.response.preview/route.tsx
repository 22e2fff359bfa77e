import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { previewOf } from '~/domain/feedback/studio.server'
import type { ApplicationId } from '~/domain/ids'
import { requireReviewer } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { LetterPreview } from './letter-preview'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Preview for ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(() => previewOf(ctx, args.params.applicationId as ApplicationId))
}

export default function PreviewResponse() {
  return <LetterPreview page={useLoaderData<typeof loader>()} />
}
