import './policy-editor.css'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { safeAddress } from '~/words/markdown'
import { cleanPasted } from './clean-pasted'
import { commands, plugins, setLink, type Tool, type ToolState, toolState } from './editor-commands'
import { docOf, markdownOf, schema } from './editor-schema'

type Options = {
  place: HTMLElement
  text: string
  attributes: Record<string, string>
  onText: (markdown: string) => void
  onTools: (state: ToolState) => void
  onLeave: () => void
  askForLink: () => void
}

export type OpenEditor = {
  run: (tool: Tool) => void
  /** False where it is no address of the web or of mail. */
  link: (address: string) => boolean
  unlink: () => void
  focus: () => void
  close: () => void
}

/** Opens the structured editor on a text. It is loaded only when a policy is open. */
export function openEditor(options: Options): OpenEditor {
  const { place, text, attributes, onText, onTools, onLeave, askForLink } = options
  const view = new EditorView(place, {
    state: EditorState.create({ doc: docOf(text), schema, plugins: plugins(askForLink) }),
    attributes,
    transformPastedHTML: cleanPasted,
    handleDOMEvents: {
      blur: () => {
        onLeave()
        return false
      },
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged) onText(markdownOf(view.state.doc))
      onTools(toolState(view.state))
    },
  })
  onTools(toolState(view.state))

  return {
    run(tool) {
      commands[tool](view.state, view.dispatch, view)
      view.focus()
    },
    link(address) {
      const typed = address.trim()
      const href = safeAddress(
        /^[\w.-]+\.[a-z]{2,}(\/|$)/i.test(typed) ? `https://${typed}` : typed,
      )
      if (!href) return false
      setLink(href)(view.state, view.dispatch)
      view.focus()
      return true
    },
    unlink() {
      setLink(null)(view.state, view.dispatch)
      view.focus()
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  }
}
