import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { NodeType } from 'prosemirror-model'
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState } from 'prosemirror-state'
import { schema } from './editor-schema'

const { nodes, marks } = schema

export type Tool = 'strong' | 'em' | 'heading' | 'bullet' | 'ordered' | 'undo' | 'redo'

export const commands: Record<Tool, Command> = {
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  heading: (state, dispatch) =>
    setBlockType(isHeading(state) ? nodes.paragraph : nodes.heading)(state, dispatch),
  bullet: toggleList(nodes.bullet_list),
  ordered: toggleList(nodes.ordered_list),
  undo,
  redo,
}

/** Makes a list of the chosen lines, one of the other kind, or none where it is one already. */
function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const depth = listDepth(state)
    if (depth === null) return wrapInList(type)(state, dispatch)
    if ($from.node(depth).type === type) return liftListItem(nodes.list_item)(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), type))
    return true
  }
}

function listDepth({ selection: { $from } }: EditorState): number | null {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ([nodes.bullet_list, nodes.ordered_list].includes($from.node(depth).type)) return depth
  }
  return null
}

function isHeading({ selection }: EditorState): boolean {
  return selection.$from.parent.type === nodes.heading
}

/** Gives the chosen words an address, or takes it from them. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const { from, to, empty, $from } = state.selection
    const around = empty ? linkAround(state) : null
    const [start, end] = around ? [around.from, around.to] : [from, to]
    if (start === end && !href) return false
    const tr = state.tr.removeMark(start, end, marks.link)
    if (href && start === end) {
      tr.insert(start, schema.text(href, [...$from.marks(), marks.link.create({ href })]))
    } else if (href) tr.addMark(start, end, marks.link.create({ href }))
    dispatch?.(tr)
    return true
  }
}

/** The link that the cursor stands in. */
function linkAround({ selection: { $from } }: EditorState) {
  const start = $from.start()
  let found: { from: number; to: number; href: string } | null = null
  $from.parent.forEach((child, offset) => {
    const [from, to] = [start + offset, start + offset + child.nodeSize]
    const href: string | undefined = marks.link.isInSet(child.marks)?.attrs.href
    if (href !== undefined && from <= $from.pos && $from.pos <= to) found = { from, to, href }
  })
  return found as { from: number; to: number; href: string } | null
}

export type ToolState = {
  pressed: Partial<Record<Tool, boolean>>
  can: Partial<Record<Tool, boolean>>
  /** The address of the link at the cursor. */
  link: string
}

export function toolState(state: EditorState): ToolState {
  const { from, to, empty, $from } = state.selection
  const has = (mark: (typeof marks)[keyof typeof marks]) =>
    empty
      ? mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined
      : state.doc.rangeHasMark(from, to, mark)
  const depth = listDepth(state)
  const list = depth === null ? null : $from.node(depth).type
  return {
    pressed: {
      strong: has(marks.strong),
      em: has(marks.em),
      heading: isHeading(state),
      bullet: list === nodes.bullet_list,
      ordered: list === nodes.ordered_list,
    },
    can: { undo: undo(state), redo: redo(state) },
    link: linkAround(state)?.href ?? '',
  }
}

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  if (isHeading(state)) return false
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView())
  return true
})

/** Tab is left alone: it leads out of the box, as it does from every other field. */
export function plugins(askForLink: () => void) {
  return [
    inputRules({
      rules: [
        wrappingInputRule(/^\s*[-*•]\s$/, nodes.bullet_list),
        wrappingInputRule(/^\s*1[.)]\s$/, nodes.ordered_list),
        textblockTypeInputRule(/^#{2,6}\s$/, nodes.heading),
      ],
    }),
    keymap({
      'Mod-b': commands.strong,
      'Mod-i': commands.em,
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      'Mod-Alt-3': commands.heading,
      'Shift-Mod-7': commands.ordered,
      'Shift-Mod-8': commands.bullet,
      'Mod-k': () => {
        askForLink()
        return true
      },
      Enter: splitListItem(nodes.list_item),
      'Shift-Enter': lineBreak,
    }),
    keymap(baseKeymap),
    history(),
  ]
}
