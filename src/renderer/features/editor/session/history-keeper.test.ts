import { redo, undo } from '@tiptap/pm/history'
import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { setFrontValue } from '../../../../shared/domain/document/front-matter/edit-front.ts'
import { deleteBlock, moveBlock } from '../commands/move-block.ts'
import type { MemoryStore } from '../testing/memory-store.ts'
import { openSession } from '../testing/open-session.ts'

const page = `---
title: Our role
variant: tiptap
---
<p>First   sentence, <em class="k">kept</em>
as it was wrapped.</p>
<h2 class="x">Second</h2>
<p>Third  one.</p>`

async function open(store?: MemoryStore) {
  const opened = await openSession(page, store ? { store } : {})
  const { editor } = opened.session
  if (!editor) throw new Error('no editor')
  const find = (words: string) => {
    let at = -1
    editor.state.doc.descendants((node, pos) => {
      const i = node.isText ? (node.text ?? '').indexOf(words) : -1
      if (i >= 0) at = pos + i
    })
    return at
  }
  const dispatch = editor.view.dispatch.bind(editor.view)
  return {
    ...opened,
    editor,
    replace: (words: string, by: string) =>
      dispatch(editor.state.tr.insertText(by, find(words), find(words) + words.length)),
    select: (words: string) =>
      dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, find(words)))),
    run: (command: typeof undo) => command(editor.state, dispatch),
    /** Ends this run and begins the next one on the same store. */
    restart: async () => {
      await opened.session.close()
      return open(opened.store)
    },
  }
}

test('after a restart every step can be undone, to the byte, and done again', async () => {
  const first = await open()
  const texts = [page]
  const step = async (work: () => void) => {
    work()
    texts.push(await first.saved())
  }
  await step(() => first.replace('sentence', 'line'))
  await step(() => {
    first.select('Third')
    first.run(deleteBlock())
  })
  await step(() =>
    first.session.setFront(setFrontValue(first.session.facts().front, ['title'], 'New')),
  )
  await step(() => {
    first.select('Second')
    first.run(moveBlock(-1))
  })
  const next = await first.restart()
  expect(next.store.writes).toHaveLength(4)
  expect(await next.saved()).toBe(texts[4])
  for (const text of texts.slice(0, 4).reverse()) {
    expect(next.run(undo)).toBe(true)
    expect(await next.saved()).toBe(text)
  }
  expect(next.run(undo)).toBe(false)
  for (const text of texts.slice(1)) {
    expect(next.run(redo)).toBe(true)
    expect(await next.saved()).toBe(text)
  }
})

test('what was taken back before the restart can be done again after it; a third run goes on', async () => {
  const first = await open()
  first.replace('sentence', 'line')
  const one = await first.saved()
  first.replace('Third', '3rd')
  const two = await first.saved()
  first.run(undo)
  expect(await first.saved()).toBe(one)
  const second = await first.restart()
  second.run(redo)
  expect(await second.saved()).toBe(two)
  second.replace('Second', '2nd')
  const three = await second.saved()
  const third = await second.restart()
  for (const text of [two, one, page]) {
    third.run(undo)
    expect(await third.saved()).toBe(text)
  }
  expect(three).toContain('2nd')
})

test('source edits are steps like others', async () => {
  const first = await open()
  await first.session.showSource()
  first.session.setSource(page.replace('First   sentence', 'Premier'))
  first.session.showWriting()
  const text = await first.saved()
  expect(text).toContain('Premier')
  const next = await first.restart()
  next.run(undo)
  expect(await next.saved()).toBe(page)
})

test('a file that changed between the runs opens as it is, with nothing to undo', async () => {
  const first = await open()
  first.replace('sentence', 'line')
  await first.saved()
  await first.session.close()
  first.store.files.set(first.path, page.replace('Third', 'Theirs'))
  const next = await open(first.store)
  expect(next.run(undo)).toBe(false)
  expect(await next.saved()).toBe(page.replace('Third', 'Theirs'))
})

test('steps that do not make the file are forgotten', async () => {
  const first = await open()
  first.replace('sentence', 'line')
  await first.saved()
  await first.session.close()
  const kept = first.store.histories.get(first.path)
  if (!kept) throw new Error('nothing kept')
  for (const broken of [
    { ...kept, base: kept.base.replace('Third', 'Other') },
    { ...kept, steps: kept.steps.replace('line', 'lime') },
    { ...kept, steps: '{"done":[[{"stepType":"no"}]],"undone":[]}' },
    { ...kept, steps: '[' },
  ]) {
    first.store.histories.set(first.path, broken)
    const next = await open(first.store)
    expect(next.run(undo)).toBe(false)
    expect(await next.saved()).toBe(page.replace('sentence', 'line'))
    next.session.drop()
  }
})

test('words typed letter by letter are kept as one step', async () => {
  const first = await open()
  first.select('sentence')
  for (const letter of 'short ') {
    const { from } = first.editor.state.selection
    first.editor.view.dispatch(first.editor.state.tr.insertText(letter, from))
  }
  expect(await first.saved()).toBe(page.replace('sentence', 'short sentence'))
  await first.session.close()
  const kept = JSON.parse(first.store.histories.get(first.path)?.steps ?? '') as {
    done: unknown[][]
  }
  expect(kept.done.map((group) => group.length)).toEqual([1])
  const next = await open(first.store)
  next.run(undo)
  expect(await next.saved()).toBe(page)
})
