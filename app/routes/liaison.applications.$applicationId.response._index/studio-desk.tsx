import { useRef } from 'react'
import type { SeenName } from '~/domain/applications/see-names.server'
import type { Studio } from '~/domain/feedback/studio.server'
import type { FormAnswer } from '~/ui/form'
import { EvidencePane } from './evidence-pane'
import { PartForm } from './part-form'
import { ResponseForm } from './response-form'
import { useKeeping } from './use-keeping'
import { useTone } from './use-tone'

type StudioDeskProps = {
  page: Studio
  draft: NonNullable<Studio['draft']>
  answer: FormAnswer | undefined
  names: SeenName[]
}

/** Evidence on the left, the response on the right; on a phone one tap apart, with the text kept. */
export function StudioDesk({ page, draft, answer, names }: StudioDeskProps) {
  const desk = useRef<HTMLDivElement>(null)
  const keeping = useKeeping(desk, page, answer)
  const tone = useTone(desk, page, draft)
  return (
    <div className="studio" ref={desk}>
      <nav className="studio-switch" aria-label="Parts of this page">
        <a href="#evidence">What they shared</a>
        <a href="#response">{page.part ? 'Your part' : 'Your response'}</a>
      </nav>
      <EvidencePane page={page} names={names} />
      {page.part ? (
        <PartForm
          page={page}
          part={page.part}
          draft={draft}
          answer={answer}
          keeping={keeping}
          tone={tone}
        />
      ) : (
        <ResponseForm page={page} draft={draft} answer={answer} keeping={keeping} tone={tone} />
      )}
    </div>
  )
}
