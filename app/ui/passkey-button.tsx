import { useEffect, useRef, useState } from 'react'
import { Button } from './button'
import { Notice } from './notice'

/** Whether passkeys work at this very address, and at which other one they would. */
export type PasskeyPlace = { here: boolean; elsewhere: string | null }

type PasskeyButtonProps = {
  place: PasskeyPlace
  /** Where the site says what the device has to sign. */
  options: string
  /** Makes a new passkey, or uses one that there is. */
  ceremony: 'make' | 'use'
  look?: 'go' | 'quiet'
  children: string
}

const none =
  'Nothing came from your device, so nothing has happened. Try once more, or use another way.'

/**
 * Asks the device for a passkey and sends its answer with the form around it. Passkeys need scripts,
 * and an address with a name: without them it says so.
 */
export function PasskeyButton({ place, options, ceremony, look, children }: PasskeyButtonProps) {
  const field = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'waiting' | 'ready' | 'asking' | 'failed'>('waiting')
  useEffect(() => setState('ready'), [])

  async function ask() {
    setState('asking')
    try {
      const webauthn = await import('@simplewebauthn/browser')
      const asked = await fetch(options, { method: 'POST' })
      if (!asked.ok) throw new Error(String(asked.status))
      const optionsJSON = await asked.json()
      const given =
        ceremony === 'make'
          ? await webauthn.startRegistration({ optionsJSON })
          : await webauthn.startAuthentication({ optionsJSON })
      if (!field.current?.form) return
      field.current.value = JSON.stringify(given)
      setState('ready')
      field.current.form.requestSubmit()
    } catch {
      setState('failed')
    }
  }

  if (!place.here) {
    return (
      <p>
        Passkeys work where this site is opened by its name, and not by a number.
        {place.elsewhere ? (
          <>
            {' '}
            <a href={place.elsewhere}>Open this page at its name</a>
          </>
        ) : null}
      </p>
    )
  }
  return (
    <>
      <input type="hidden" name="answer" ref={field} />
      {state === 'waiting' ? (
        <p className="soft">Passkeys need JavaScript, which is off in this browser.</p>
      ) : (
        <Button type="button" look={look ?? 'quiet'} onClick={ask}>
          {state === 'asking' ? 'Look at your device…' : children}
        </Button>
      )}
      {state === 'failed' ? (
        <Notice tone="warning" live>
          {none}
        </Notice>
      ) : null}
    </>
  )
}
