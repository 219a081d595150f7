import { redo, undo } from '@tiptap/pm/history'
import { expect, test } from 'vitest'
import { setFrontValue } from '../../../../shared/domain/document/front-matter/edit-front.ts'
import { openSession } from '../testing/open-session.ts'

const page = `---
title: Our role
permalink: /our-role/
variant: tiptap
description: ""
---
<p>First   sentence, <em class="k">kept</em>
as it was wrapped.</p>
<p>Second <a href="/x/">link</a> here.</p>`

const type = (
  session: Awaited<ReturnType<typeof openSession>>['session'],
  at: string,
  words: string,
) => {
  const { editor } = session
  if (!editor) throw new Error('no editor')
  let pos = -1
  editor.state.doc.descendants((node, p) => {
    const i = node.isText ? (node.text ?? '').indexOf(at) : -1
    if (i >= 0) pos = p + i
  })
  if (pos < 0) throw new Error(`no “${at}”`)
  editor.view.dispatch(editor.state.tr.insertText(words, pos, pos + at.length))
}

test('opening has nothing to undo and nothing to save', async () => {
  const { session, saved, store } = await openSession(page)
  expect(session.editor && undo(session.editor.state)).toBe(false)
  expect(await saved()).toBe(page)
  expect(store.writes).toEqual([])
})

test('a word changes that word of the file; undo after the save brings the file back to the byte', async () => {
  const { session, saved } = await openSession(page)
  type(session, 'sentence', 'line')
  expect(await saved()).toBe(page.replace('sentence', 'line'))
  if (session.editor) undo(session.editor.state, session.editor.view.dispatch)
  expect(await saved()).toBe(page)
})

test('details and words are one history', async () => {
  const { session, saved } = await openSession(page)
  type(session, 'Second', '2nd')
  session.setFront(setFrontValue(session.facts().front, ['title'], 'Our new role'))
  const both = page.replace('Second', '2nd').replace('Our role', 'Our new role')
  expect(await saved()).toBe(both)
  const { editor } = session
  if (!editor) throw new Error('no editor')
  undo(editor.state, editor.view.dispatch)
  expect(session.facts().front).toContain('title: Our role\n')
  expect(await saved()).toBe(page.replace('Second', '2nd'))
  undo(editor.state, editor.view.dispatch)
  expect(await saved()).toBe(page)
})

test('source edits come back to the writing view as one step that can be undone', async () => {
  const { session, saved } = await openSession(page)
  await session.showSource()
  session.setSource(page.replace('First   sentence', 'Premier'))
  expect(await saved()).toBe(page.replace('First   sentence', 'Premier'))
  expect(session.showWriting()).toBe(true)
  expect(session.editor?.state.doc.textContent).toContain('Premier')
  if (session.editor) undo(session.editor.state, session.editor.view.dispatch)
  expect(await saved()).toBe(page)
})

test('a file changed elsewhere is not overwritten; keeping mine replaces it afterwards', async () => {
  const { session, saved, store, path } = await openSession(page)
  type(session, 'Second', '2nd')
  store.files.set(path, 'theirs')
  expect(await saved()).toBe('theirs')
  const { save } = session.facts()
  expect(save.kind).toBe('changed-elsewhere')
  await session.loop.keepMine()
  expect(store.files.get(path)).toBe(page.replace('Second', '2nd'))
})

test('the caret stays in its words when another version comes in around them', async () => {
  const body = ['one', 'two', 'three', 'four'].map((words) => `<p>${words}</p>`).join('\n')
  const own = `${page.slice(0, page.indexOf('<p>'))}${body}`
  const { session, store, path } = await openSession(own)
  const { editor } = session
  if (!editor) throw new Error('no editor')
  const caret = () => {
    const { $head } = editor.state.selection
    return `${$head.parent.textContent.slice(0, $head.parentOffset)}|`
  }
  editor.commands.setTextSelection(14)
  expect(caret()).toBe('thr|')
  store.files.set(path, own.replace('<p>one</p>', '<h2>New</h2>\n<p>1</p>').replace('four', '4'))
  await session.fileChanged()
  expect(editor.state.doc.textContent).toBe('New1twothree4')
  expect(caret()).toBe('thr|')
})

test('undo in the source view goes on with what was done in the writing view, and redo with it', async () => {
  const { session, saved } = await openSession(page)
  type(session, 'Second', '2nd')
  await session.showSource()
  const both = page.replace('Second', '2nd')
  expect(session.facts().source).toBe(both)
  session.setSource(`${both} typed`)
  await session.turnInSource(undo)
  expect(session.facts().source).toBe(`${both} typed`)
  session.setSource(both)
  await session.turnInSource(undo)
  expect(session.facts().source).toBe(page)
  expect(await saved()).toBe(page)
  await session.turnInSource(redo)
  expect(await saved()).toBe(both)
  expect(session.showWriting()).toBe(true)
  if (session.editor) undo(session.editor.state, session.editor.view.dispatch)
  expect(await saved()).toBe(page)
})
