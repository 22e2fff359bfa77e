import type { ResponseDraft } from '~db/schema/feedback'
import { type LetterSources, type LetterView, letterOf } from './letter'

/** A draft exactly as the venue would read it: preview, early letter and letter are put together alike. */
export function draftAsRead(
  draft: ResponseDraft,
  rest: { from: string; date: string; ready: boolean; part?: string },
  sources: LetterSources,
): LetterView {
  const items = draft.items.map((item) => {
    return { ...item, id: item.key, lawSource: item.law ? item.lawSource : null }
  })
  return letterOf({ ...draft, ...rest, items }, sources)
}

/** Each problem of a draft with the place in the studio where it is mended, and what it is about. */
export function problemsWithPlaces(
  problems: Record<string, string>,
  { items }: Pick<ResponseDraft, 'items'>,
  titles: ReadonlyMap<string, string>,
) {
  return Object.entries(problems).map(([field, sentence]) => {
    const item = items[Number(field.split('.')[1])]
    const place = item ? `#item-${item.key}` : '#response'
    return { field, sentence, place, about: item ? (titles.get(item.standard) ?? '') : '' }
  })
}
