import { lift } from '@tiptap/pm/commands'
import { type Command, Selection } from '@tiptap/pm/state'
import { setType } from './block-types.ts'
import { inTurn } from './in-turn.ts'
import { type ListName, toggleList } from './list-commands.ts'
import { quote } from './quote.ts'
import { selectWhole } from './select-whole.ts'

/** What a block can be turned into. */
export interface Turn {
  readonly label: string
  readonly run: Command
}

const lists: readonly (readonly [ListName, string])[] = [
  ['bulletList', 'Bullet list'],
  ['orderedList', 'Numbered list'],
  ['taskList', 'Task list'],
]

const paragraph = setType('paragraph')
const words: readonly Turn[] = [
  { label: 'Paragraph', run: paragraph },
  { label: 'Heading 1', run: setType('heading-1') },
  { label: 'Heading 2', run: setType('heading-2') },
  { label: 'Heading 3', run: setType('heading-3') },
  { label: 'Code block', run: setType('code') },
]

/** Already a paragraph: nothing needs to be done, and that is well. */
const first: Command = (state, dispatch) => {
  paragraph(state, dispatch)
  return true
}

const kinds: Readonly<Record<string, readonly Turn[]>> = {
  paragraph: words,
  heading: words,
  codeBlock: words,
}

function turnsOf(name: string): readonly Turn[] {
  if (name === 'blockquote') return [{ label: 'Paragraph', run: lift }]
  const own = lists.find(([list]) => list === name)
  if (own)
    return [
      { label: 'Paragraph', run: toggleList(own[0]) },
      ...lists
        .filter((other) => other !== own)
        .map(([list, label]) => ({ label, run: toggleList(list) })),
    ]
  const turns = kinds[name]
  if (!turns) return []
  return [
    ...turns,
    ...lists.map(([list, label]) => ({ label, run: inTurn(first, toggleList(list)) })),
    { label: 'Quote', run: inTurn(first, quote) },
  ]
}

/** What is selected would be typed over. */
const caretAtEnd: Command = (state, dispatch) => {
  dispatch?.(state.tr.setSelection(Selection.near(state.selection.$to, -1)))
  return true
}

/** The other kinds that the block at a place of the page can become. */
export function turnsFor(name: string, pos: number): readonly Turn[] {
  return turnsOf(name).map(({ label, run }) => ({
    label,
    run: inTurn(selectWhole(pos), run, caretAtEnd),
  }))
}
