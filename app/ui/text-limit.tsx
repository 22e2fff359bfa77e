import { useEffect, useState } from 'react'
import { charactersLeft, countOf } from '~/words/en/format'

type TextLimitProps = { id: string; of: string; limit: number }

/** Says the limit at first, and what is left as the person types. */
export function TextLimit({ id, of, limit }: TextLimitProps) {
  const [length, setLength] = useState<number>()

  useEffect(() => {
    const area = document.getElementById(of)
    if (!(area instanceof HTMLTextAreaElement)) return
    const read = () => setLength(area.value.length)
    area.addEventListener('input', read)
    return () => area.removeEventListener('input', read)
  }, [of])

  return (
    <>
      <p className="count" id={id}>
        {length === undefined
          ? `Up to ${countOf(limit, 'character', 'characters')}.`
          : charactersLeft(limit - length)}
      </p>
      <p className="sr" role="status">
        {length !== undefined && limit - length < limit / 10 ? charactersLeft(limit - length) : ''}
      </p>
    </>
  )
}
