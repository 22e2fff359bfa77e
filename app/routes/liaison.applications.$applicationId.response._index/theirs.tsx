import type { Studio } from '~/domain/feedback/studio.server'
import { Notice } from '~/ui/notice'

type TheirsProps = {
  theirs: Record<string, string> | undefined
  sentence: string
  titles: Studio['titles']
  items: NonNullable<Studio['draft']>['items']
}

const names: Record<string, string> = {
  opening: 'Opening',
  closing: 'Closing line',
  words: 'Words',
  quote: 'Passage',
  why: 'Why it helps',
  help: 'Help offered',
}

/** After two people wrote at once: what the other one saved, beside one's own words in the fields. */
export function Theirs({ theirs, sentence, titles, items }: TheirsProps) {
  const texts = Object.entries(theirs ?? {}).filter(([field]) => field !== 'revision')
  if (!sentence && texts.length === 0) return null
  return (
    <div role="alert">
      <Notice tone="warning" title={sentence || 'What stands there now'}>
        {texts.map(([field, text]) => (
          <div key={field}>
            <p>
              <b>{nameOf(field)}</b>
            </p>
            <blockquote className="pre">{text || 'Nothing'}</blockquote>
          </div>
        ))}
      </Notice>
    </div>
  )

  function nameOf(field: string): string {
    const [group, place, name = ''] = field.split('.')
    if (!place) return names[field] ?? field
    const item = group === 'new' ? undefined : items[Number(place)]
    const about = item ? titles[item.standard] : 'A new part'
    return `${about ?? 'A part'}: ${names[name] ?? name}`
  }
}
