import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openJournal } from './journal.ts'

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'galley-journal-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
const sha = 'a'.repeat(64)
const entry = (text: string, seq = 1) => ({ baseSha: sha, text, seq })
const entriesIn = async (path: string) =>
  (await readdir(path)).filter((name) => name.endsWith('.j')).map((name) => join(path, name))

test('what was put comes back, in a new journal as well', async () => {
  await using dir = await folder()
  const words = '\ufeffünï\r\ncode 💡 --- \0 end'
  await openJournal(dir.path).put('a/b.md', entry(words, 7))
  const journal = openJournal(dir.path)
  expect(await journal.get('a/b.md')).toMatchObject({ text: words, baseSha: sha })
  expect(await journal.get('a/c.md')).toBe(null)
  expect(await journal.list()).toEqual(['a/b.md'])
  await journal.forget('a/b.md')
  await journal.forget('a/b.md')
  expect(await journal.list()).toEqual([])
})

test('puts of one page are kept in the order they were asked', async () => {
  await using dir = await folder()
  const journal = openJournal(dir.path)
  await Promise.all(Array.from({ length: 50 }, (_, i) => journal.put('a.md', entry(`v${i}`, i))))
  expect((await journal.get('a.md'))?.text).toBe('v49')
  expect(await entriesIn(dir.path)).toHaveLength(1)
})

test('a save does not drop words typed after it', async () => {
  await using dir = await folder()
  const journal = openJournal(dir.path)
  await journal.put('a.md', entry('saved'))
  await journal.put('a.md', entry('typed later'))
  await journal.forget('a.md', 'saved')
  expect((await journal.get('a.md'))?.text).toBe('typed later')
  await journal.forget('a.md', 'typed later')
  expect(await journal.get('a.md')).toBe(null)
})

type Damage = (file: string, at: number) => Promise<void>
const cut: Damage = async (file, at) => truncate(file, at)
const zero: Damage = async (file, at) => {
  const bytes = await readFile(file)
  await writeFile(file, bytes.fill(0, at))
}
const flip: Damage = async (file, at) => {
  const bytes = await readFile(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(file, bytes)
}

test('damage anywhere costs that entry only, and never the damaged bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.constantFrom(cut, zero, flip),
      fc.string({ minLength: 1 }),
      async (offset, damage, words) => {
        await using dir = await folder()
        const journal = openJournal(dir.path)
        await journal.put('bad.md', entry(words))
        const [file = ''] = await entriesIn(dir.path)
        await journal.put('good.md', entry('good'))
        const before = await readFile(file)
        await damage(file, offset % before.length)
        const after = await readFile(file)
        const fresh = openJournal(dir.path)
        const draft = await fresh.get('bad.md')
        // A flipped bit may lie where it does no harm to the words (the time, the number).
        if (draft) expect(draft.text).toBe(words)
        else {
          const [kept = ''] = await readdir(join(dir.path, 'broken'))
          expect(await readFile(join(dir.path, 'broken', kept))).toEqual(after)
        }
        expect((await fresh.get('good.md'))?.text).toBe('good')
        expect(await fresh.list()).toContain('good.md')
      },
    ),
    { numRuns: 60 },
  )
})

test('strangers in the folder are left alone and do no harm', async () => {
  await using dir = await folder()
  const journal = openJournal(dir.path)
  await journal.put('a.md', entry('a'))
  await writeFile(join(dir.path, 'notes.txt'), 'mine')
  await writeFile(join(dir.path, 'x.j'), 'not an entry')
  expect(await journal.list()).toEqual(['a.md'])
  expect(await readFile(join(dir.path, 'notes.txt'), 'utf8')).toBe('mine')
  expect(await readdir(join(dir.path, 'broken'))).toHaveLength(1)
})

test('broken entries are bounded', async () => {
  await using dir = await folder()
  const journal = openJournal(dir.path)
  for (let i = 0; i < 60; i++) await writeFile(join(dir.path, `${i}.j`), 'x')
  await journal.list()
  expect((await readdir(join(dir.path, 'broken'))).length).toBeLessThanOrEqual(50)
})
