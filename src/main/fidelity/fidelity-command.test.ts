import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { contentRepo } from '../testing/content-repo-builder.ts'
import { runFidelity } from './fidelity-command.ts'

async function ran(...args: string[]) {
  let out = ''
  let problem = ''
  const code = await runFidelity(args, {
    out: (text) => {
      out += text
    },
    problem: (text) => {
      problem += text
    },
  })
  return { code, out, problem }
}

const front = '---\ntitle: A page\nvariant: tiptap\n---\n'
const body =
  '<h2>Hours</h2>\n<p>We open at\nnine &amp; close late.</p>\n<ul>\n<li>Monday</li>\n</ul>\n<svg></svg>\n<style>p{}</style>'

const put = async (root: string, path: string, content: string | Uint8Array) => {
  const file = join(root, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}

test('measures the pages of a folder and prints one object', async () => {
  await using site = await contentRepo()
    .file('_about/us.md', front + body)
    .build()
  await put(site.root, 'empty.md', '---\ntitle: Empty\n---\n')
  await put(site.root, 'no-front.md', '<p>Only a body</p>\n')
  await put(site.root, 'layout.html', '<p>No page: an HTML file without front matter</p>')
  await put(site.root, 'node_modules/x/readme.md', '<p>Not the site</p>')
  const { code, out } = await ran(site.root, '--json')
  const { byKind, ...totals } = JSON.parse(out)
  expect(totals).toEqual({
    pages: 3,
    identical: 3,
    edits: 4,
    withinBlock: 4,
    oneLine: 4,
    reparseEqual: 4,
    blocks: 5,
    opaque: 1,
    refused: [],
  })
  expect(Object.keys(byKind)).toEqual(['html', 'markdown', 'mixed', 'none'])
  expect(byKind.html).toMatchObject({ pages: 2, identical: 2, edits: 4, opaque: 1 })
  expect(byKind.none).toMatchObject({ pages: 1, identical: 1, blocks: 0 })
  expect(code).toBe(0)
})

test('names a page that is not text, which is no fault of the editor', async () => {
  await using site = await contentRepo()
    .file('a.md', front + body)
    .build()
  await put(site.root, 'latin.md', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]))
  const { code, out } = await ran(site.root, '--json')
  expect(JSON.parse(out).refused).toEqual([
    { path: 'latin.md', reason: 'The file is not written as UTF-8 text.' },
  ])
  expect(code).toBe(0)
})

test('follows the history of a repository', async () => {
  await using site = await contentRepo()
    .file('a.md', front + body)
    .build()
  await put(site.root, 'a.md', front + body.replace('Monday', 'Tuesday'))
  await site.git('commit', '-qam', 'second')
  const { code, out } = await ran(site.root, '--json', '--history')
  expect(JSON.parse(out).history).toEqual({
    saves: 1,
    reparseEqual: 1,
    identical: 1,
    changedLines: 2,
    committedLines: 2,
    skipped: 0,
    refused: 0,
  })
  expect(code).toBe(0)
})

test('prints a report for people', async () => {
  await using site = await contentRepo()
    .file('a.md', front + body)
    .build()
  const { out } = await ran(site.root, '--all')
  expect(out).toContain('identical 1/1 (100.00 %)')
  expect(out).toContain('Body html: 1 pages')
})

test.each([[[]], [['--fast', '.']], [['a', 'b']], [['/nowhere/at/all']]])(
  'says what is wrong with %j',
  async (args) => {
    const { code, problem } = await ran(...args)
    expect(code).toBe(2)
    expect(problem).not.toBe('')
  },
)
