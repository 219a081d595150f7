import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { body, openPage, untilSaved } from './support/editing.ts'
import { makeRepository } from './support/git.ts'
import { projectFolder } from './support/launch.ts'

const picture =
  '<div class="isomer-image-wrapper">\n<img style="width: 100%" height="auto" width="100%" alt="Pier" src="/images/places/pier-at-dusk.jpg">\n</div>'
const page = `---\ntitle: Two pictures\npermalink: /two/\nvariant: tiptap\n---\n<h2>Heading</h2>\n${picture}\n${picture}`

test('behind two pictures at the end of a page, words stay where they are typed', async ({
  start,
}) => {
  const repository = makeRepository(join(projectFolder, 'resources/sample-site'))
  const file = join(repository.site, 'pages/Two pictures.md')
  writeFileSync(file, page)
  const { page: window } = await start(repository.site)
  await openPage(window, 'Loose pages', 'Two pictures')
  await body(window).getByRole('img').last().click()
  await window.keyboard.press('Shift')
  await window.keyboard.type('one')
  await window.keyboard.press('Enter')
  await window.keyboard.type('two')
  await untilSaved(window)
  expect(readFileSync(file, 'utf8')).toBe(`${page}\n<p>one</p>\n<p>two</p>`)
  repository.remove()
})
