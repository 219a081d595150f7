import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { type PageFacts, PageStep } from './page-step.ts'

const key = new PluginKey<PageFacts>('page-facts')

/** Keeps a page's facts in the editor's state, following every `PageStep`, undone and redone ones too. */
export function pageFactsPlugin(initial: PageFacts): Plugin<PageFacts> {
  return new Plugin({
    key,
    state: {
      init: () => initial,
      apply: (transaction, facts) => {
        const steps = transaction.steps.filter((step) => step instanceof PageStep)
        return steps.length === 0 ? facts : Object.assign({}, facts, ...steps.map((s) => s.to))
      },
    },
  })
}

export function pageFactsOf(state: EditorState): PageFacts {
  return key.getState(state) ?? { front: '', source: '' }
}

/** Adds a change of the page's facts to a transaction; does nothing where nothing differs. */
export function setPageFacts(
  transaction: Transaction,
  now: PageFacts,
  to: Partial<PageFacts>,
): Transaction {
  const from = Object.fromEntries(
    (Object.keys(to) as (keyof PageFacts)[]).map((name) => [name, now[name]]),
  )
  if (JSON.stringify(from) === JSON.stringify(to)) return transaction
  return transaction.step(new PageStep(from, to))
}
