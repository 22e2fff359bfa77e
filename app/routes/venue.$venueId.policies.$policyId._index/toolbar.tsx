import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import type { Tool, ToolState } from './editor-commands'

const buttons: { tool: Tool | 'link' | 'plain'; name: string; keys?: string }[] = [
  { tool: 'strong', name: 'Bold', keys: 'Control+B' },
  { tool: 'em', name: 'Italic', keys: 'Control+I' },
  { tool: 'heading', name: 'Heading', keys: 'Control+Alt+3' },
  { tool: 'bullet', name: 'List', keys: 'Control+Shift+8' },
  { tool: 'ordered', name: 'Numbered list', keys: 'Control+Shift+7' },
  { tool: 'link', name: 'Link', keys: 'Control+K' },
  { tool: 'undo', name: 'Undo', keys: 'Control+Z' },
  { tool: 'redo', name: 'Redo', keys: 'Control+Y' },
  { tool: 'plain', name: 'Plain text' },
]

type ToolbarProps = {
  heading: string
  tools: ToolState
  run: (tool: Tool) => void
  link: () => void
  plain: () => void
}

/** One stop for the Tab key; the arrow keys go from button to button. */
export function Toolbar({ heading, tools, run, link, plain }: ToolbarProps) {
  const [at, setAt] = useState(0)

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const next = (at + step + buttons.length) % buttons.length
    setAt(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }

  function press(tool: Tool | 'link' | 'plain') {
    if (tool === 'link') link()
    else if (tool === 'plain') plain()
    else run(tool)
  }

  return (
    <div
      className="tools"
      role="toolbar"
      aria-label={`Formatting, ${heading}`}
      onKeyDown={onKeyDown}
    >
      {buttons.map(({ tool, name, keys }, index) => (
        <button
          key={tool}
          type="button"
          tabIndex={index === at ? 0 : -1}
          title={keys ? `${name} (${keys.replace('Control', 'Ctrl or ⌘')})` : undefined}
          aria-keyshortcuts={keys}
          aria-pressed={tool === 'link' || tool === 'plain' ? undefined : tools.pressed[tool]}
          aria-disabled={
            (tool === 'undo' || tool === 'redo') && !tools.can[tool] ? true : undefined
          }
          onMouseDown={keepSelection}
          onFocus={() => setAt(index)}
          onClick={() => press(tool)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

/** The words stay chosen while a button is pressed. */
function keepSelection(event: MouseEvent) {
  event.preventDefault()
}
