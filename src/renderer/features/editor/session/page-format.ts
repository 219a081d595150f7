import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'

/** What a page's blocks are written in; Isomer's editor takes fewer blocks than HTML has. */
export type PageFormat = 'isomer' | 'html' | 'markdown'

const key = new PluginKey('page-format')

/** Lets commands ask what the page can hold. */
export const pageFormatPlugin = (format: () => PageFormat) =>
  new Plugin({ key, props: {}, state: { init: () => format, apply: (_tr, now) => now } })

export function formatOf(state: EditorState): PageFormat {
  const format = key.getState(state) as (() => PageFormat) | undefined
  return format?.() ?? 'html'
}
