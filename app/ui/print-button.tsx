import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './button'

/** Prints the page. Without scripts there is no button: the browser's own menu prints as well. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  return (
    <Button type="button" onClick={() => window.print()}>
      {children}
    </Button>
  )
}
