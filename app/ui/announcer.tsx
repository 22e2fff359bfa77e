import { useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

/** After a change of page in the browser: reads out its title, and moves the focus to its heading. */
export function Announcer() {
  const { pathname, search, hash, key } = useLocation()
  const [words, setWords] = useState('')
  const page = `${pathname}${search}`
  const last = useRef({ page, key })

  useEffect(() => {
    const { page: before, key: keyBefore } = last.current
    last.current = { page, key }
    if (key === keyBefore) return
    if (page !== before && !hash) {
      focusHeading()
      setWords(document.title)
      return
    }
    setWords(document.querySelector('.notice[role="status"]')?.textContent ?? '')
  }, [page, hash, key])

  return (
    <p className="sr" aria-live="polite">
      {words}
    </p>
  )
}

function focusHeading() {
  const heading = document.querySelector('h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
