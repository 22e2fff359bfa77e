import { useId, useState } from 'react'

type LinkRowProps = {
  address: string
  set: (address: string) => boolean
  unset: () => void
  close: () => void
}

/** Asks where the chosen words shall lead. */
export function LinkRow({ address, set, unset, close }: LinkRowProps) {
  const id = useId().replace(/[^A-Za-z0-9]/g, '')
  const [typed, setTyped] = useState(address)
  const [wrong, setWrong] = useState(false)

  function take() {
    if (set(typed)) close()
    else setWrong(true)
  }

  return (
    <div className="link-row">
      <div className="field">
        <label htmlFor={`${id}-link`}>Address of the link</label>
        {wrong ? (
          <p className="error" role="alert">
            Please give an address that begins with https:// or mailto:.
          </p>
        ) : null}
        <input
          // biome-ignore lint/a11y/noAutofocus: it opens because the person asked for it
          autoFocus
          id={`${id}-link`}
          className="box m"
          type="text"
          inputMode="url"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
            if (event.key !== 'Enter') return
            event.preventDefault()
            take()
          }}
        />
      </div>
      <button type="button" className="btn quiet small" onClick={take}>
        Set the link
      </button>
      {address ? (
        <button
          type="button"
          className="btn quiet small"
          onClick={() => {
            unset()
            close()
          }}
        >
          Take the link away
        </button>
      ) : null}
      <button type="button" className="btn quiet small" onClick={close}>
        Cancel
      </button>
    </div>
  )
}
