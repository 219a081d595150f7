import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CallContext } from '../lib/call-context.ts'
import { shaOf } from '../repo/disk.ts'
import { openSite } from '../repo/open-site.ts'
import { type ContentRepo, contentRepo } from '../testing/content-repo-builder.ts'
import { createPageHandlers } from './page-handlers.ts'

const handlers = createPageHandlers()
const sha = (text: string | Uint8Array) => shaOf(Buffer.from(text))

async function windowOn(site: ContentRepo) {
  const session = await openSite(site.root, { profileDir: site.profileDir })
  const context: CallContext = { windowId: 1, site: session, announce: () => undefined }
  return { context, session, [Symbol.asyncDispose]: () => session.close() }
}

test.each([
  ['plain', 'one\ntwo'],
  ['byte-order mark, CRLF, no final line end', '\ufeff---\r\ntitle: x\r\n---\r\nbody'],
  ['empty', ''],
  ['every kind of line end', 'a\rb\nc\r\nd\u2028e\0'],
])('opening and saving changes no byte: %s', async (_, text) => {
  await using site = await contentRepo().file('a.md', Buffer.from(text)).build()
  await using window = await windowOn(site)
  const page = await handlers['pages.open']({ path: 'a.md' }, window.context)
  expect(page).toEqual({ path: 'a.md', text, sha: sha(text), readOnly: null, draft: null })
  const input = { path: 'a.md', baseSha: page.sha, text: page.text }
  expect(await handlers['pages.save'](input, window.context)).toMatchObject({ kind: 'saved' })
  expect(await readFile(join(site.root, 'a.md'))).toEqual(Buffer.from(text))
})

test('what is not UTF-8 is shown read-only and not changed', async () => {
  const latin = new Uint8Array([0x63, 0x61, 0x66, 0xe9])
  await using site = await contentRepo().file('a.md', latin).build()
  await using window = await windowOn(site)
  const page = await handlers['pages.open']({ path: 'a.md' }, window.context)
  expect(page).toMatchObject({ text: '', sha: sha(latin) })
  expect(page.readOnly).toMatch(/UTF-8/)
})

test('a draft outlives the window and goes with the save', async () => {
  await using site = await contentRepo().file('a.md', 'one').build()
  {
    await using window = await windowOn(site)
    const input = { path: 'a.md', baseSha: sha('one'), text: 'typed', seq: 1 }
    await handlers['pages.journal'](input, window.context)
  }
  await using window = await windowOn(site)
  const page = await handlers['pages.open']({ path: 'a.md' }, window.context)
  expect(page).toMatchObject({ text: 'one', draft: { text: 'typed', baseSha: sha('one') } })
  const save = { path: 'a.md', baseSha: page.sha, text: 'typed more' }
  await handlers['pages.save'](save, window.context)
  expect(await handlers['pages.open']({ path: 'a.md' }, window.context)).toMatchObject({
    text: 'typed more',
    draft: null,
  })
})

test('a draft equal to the file is no draft', async () => {
  await using site = await contentRepo().file('a.md', 'one').build()
  await using window = await windowOn(site)
  await window.session.journal.put('a.md', { baseSha: sha('zero'), text: 'one', seq: 1 })
  const page = await handlers['pages.open']({ path: 'a.md' }, window.context)
  expect(page.draft).toBe(null)
  expect(await window.session.journal.list()).toEqual([])
})

test('a page changed elsewhere keeps both versions', async () => {
  await using site = await contentRepo().file('a.md', 'one').build()
  await using window = await windowOn(site)
  await writeFile(join(site.root, 'a.md'), 'theirs')
  const input = { path: 'a.md', baseSha: sha('one'), text: 'mine' }
  expect(await handlers['pages.save'](input, window.context)).toEqual({
    kind: 'changed-elsewhere',
    theirs: { text: 'theirs', sha: sha('theirs') },
  })
  expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('theirs')
  expect((await window.session.journal.get('a.md'))?.text).toBe('mine')
})

test('a page that became a folder is not saved over, and the words are kept', async () => {
  await using site = await contentRepo().file('a.md', 'one').build()
  await using window = await windowOn(site)
  await rm(join(site.root, 'a.md'))
  await site.write('a.md/inner.md', 'x')
  const input = { path: 'a.md', baseSha: sha('one'), text: 'mine' }
  const failure = await handlers['pages.save'](input, window.context).catch((e: unknown) => e)
  expect(failure).toMatchObject({ code: 'refused' })
  expect(String(failure)).toMatch(/kept as a draft/)
  expect((await window.session.journal.get('a.md'))?.text).toBe('mine')
})

test('shows the published version', async () => {
  await using site = await contentRepo().file('a.md', 'one').dirty('a.md', 'two').build()
  await using window = await windowOn(site)
  const published = (path: string) => handlers['pages.published']({ path }, window.context)
  expect(await published('a.md')).toBe('one')
  expect(await published('new.md')).toBe(null)
})
