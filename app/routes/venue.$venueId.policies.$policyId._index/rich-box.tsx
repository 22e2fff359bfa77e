import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { ToolState } from './editor-commands'
import { LinkRow } from './link-row'
import type { OpenEditor } from './open-editor'
import { Toolbar } from './toolbar'

const preference = 'lamplight-plain-text'

/** Whether a section is written with buttons or as plain text: buttons once they are here, unless the person chose otherwise. */
export function useRichText(area: RefObject<HTMLTextAreaElement>) {
  const [rich, setRich] = useState(false)
  useEffect(() => {
    if (localStorage.getItem(preference)) return
    let gone = false
    import('./open-editor').then(
      () => {
        // Nobody's box is changed under their hands.
        if (!gone && document.activeElement !== area.current) setRich(true)
      },
      () => {},
    )
    return () => {
      gone = true
    }
  }, [area])
  function choose(next: boolean) {
    if (next) localStorage.removeItem(preference)
    else localStorage.setItem(preference, 'yes')
    setRich(next)
  }
  return { rich, choose }
}

type RichBoxProps = {
  area: RefObject<HTMLTextAreaElement>
  rich: boolean
  choose: (rich: boolean) => void
  heading: string
  labelledBy: string
  describedBy: string
  onLeave: () => void
  /** The plain text area, which holds the text that is saved. */
  children: ReactNode
}

/** A section's text with buttons for headings, lists, emphasis and links; it writes into the plain area beneath. */
export function RichBox(props: RichBoxProps) {
  const { area, rich, choose, heading, labelledBy, describedBy, onLeave, children } = props
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<OpenEditor>()
  const [tools, setTools] = useState<ToolState>({ pressed: {}, can: {}, link: '' })
  const [linking, setLinking] = useState(false)
  const leave = useRef(onLeave)
  leave.current = onLeave

  useEffect(() => {
    if (!rich) return
    let gone = false
    import('./open-editor').then(({ openEditor }) => {
      if (gone || !place.current || !area.current) return
      editor.current = openEditor({
        place: place.current,
        text: area.current.value,
        attributes: {
          class: 'box',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelledBy,
          'aria-describedby': describedBy,
        },
        onText: (markdown) => write(area.current, markdown),
        onTools: setTools,
        onLeave: () => leave.current(),
        askForLink: () => setLinking(true),
      })
    })
    return () => {
      gone = true
      editor.current?.close()
    }
  }, [rich, area, labelledBy, describedBy])

  return (
    <div className="rich no-print">
      {rich ? (
        <>
          <Toolbar
            heading={heading}
            tools={tools}
            run={(tool) => editor.current?.run(tool)}
            link={() => setLinking(true)}
            plain={() => choose(false)}
          />
          {linking ? (
            <LinkRow
              address={tools.link}
              set={(address) => editor.current?.link(address) ?? false}
              unset={() => editor.current?.unlink()}
              close={() => {
                setLinking(false)
                editor.current?.focus()
              }}
            />
          ) : null}
          <div ref={place} />
        </>
      ) : null}
      <div hidden={rich}>
        {children}
        <WithButtons choose={choose} />
      </div>
    </div>
  )
}

/** Leads back to the buttons; without scripts there are none. */
function WithButtons({ choose }: { choose: (rich: boolean) => void }) {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  return (
    <button type="button" className="btn quiet small" onClick={() => choose(true)}>
      Write with buttons
    </button>
  )
}

/** The area is what is saved, so it hears of each change as if it were typed there. */
function write(area: HTMLTextAreaElement | null, markdown: string) {
  if (!area) return
  area.value = markdown
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
