import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aboutPage, type MediaSite, mediaPage, mediaSite } from '../testing/media-site.ts'

let it: MediaSite
beforeEach(async () => {
  it = await mediaSite()
})
afterEach(() => it[Symbol.asyncDispose]())

describe('looking', () => {
  test('the list, and sizes of what is visible', async () => {
    const first = await it.handlers['media.list'](undefined, it.context)
    expect(first).toHaveLength(7)
    expect(first.find(({ path }) => path === 'images/boat.jpg')).toMatchObject({
      kind: 'image',
      type: 'image/jpeg',
      width: null,
    })
    const sizes = await it.handlers['media.measure'](
      { paths: ['images/Our harbour.jpg', 'files/plan.pdf', 'nothing.png'] },
      it.context,
    )
    expect(sizes).toEqual([
      { path: 'files/plan.pdf', type: 'application/pdf', width: null, height: null, problem: null },
      {
        path: 'images/Our harbour.jpg',
        type: 'image/jpeg',
        width: 300,
        height: 400,
        problem: null,
      },
    ])
    const again = await it.handlers['media.list'](undefined, it.context)
    expect(again.find(({ path }) => path === 'images/Our harbour.jpg')).toMatchObject({
      width: 300,
      height: 400,
    })
  })

  test('who uses a file, and where', async () => {
    const { uses } = await it.handlers['media.usage'](
      { path: 'images/Our harbour.jpg' },
      it.context,
    )
    expect(uses).toEqual([
      {
        path: 'pages/about.md',
        title: 'About us',
        count: 2,
        where: ['details', 'text'],
        sure: true,
      },
    ])
    const scan = await it.handlers['media.usage']({ path: 'images/scan.png' }, it.context)
    expect(scan.uses.map(({ path, where }) => [path, where])).toEqual(
      expect.arrayContaining([
        ['_data/footer.yml', ['data']],
        ['assets/site.scss', ['style']],
        ['pages/about.md', ['text']],
      ]),
    )
    const lonely = await it.handlers['media.usage']({ path: 'images/lonely.png' }, it.context)
    expect(lonely.uses).toMatchObject([{ path: 'broken.md', sure: false }])
  })

  test('what is worth tidying up', async () => {
    const report = await it.handlers['media.report'](undefined, it.context)
    expect(report.unused).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'images/lonely.png', mentioned: true }),
        expect.objectContaining({ path: 'images/team/copy.png', mentioned: false }),
        expect.objectContaining({ path: 'files/plan.pdf', mentioned: false }),
      ]),
    )
    expect(report.unused).toHaveLength(4)
    expect(report.missingAlt.map(({ page: own, src, path }) => [own, src, path])).toEqual(
      expect.arrayContaining([
        ['old.md', '/images/boat.jpg', 'images/boat.jpg'],
        ['pages/about.md', '/images/Our%20harbour.jpg', 'images/Our harbour.jpg'],
      ]),
    )
    expect(report.missingAlt).toHaveLength(2)
    expect(report.duplicates).toMatchObject([
      { paths: ['images/scan.png', 'images/team/copy.png'] },
    ])
    expect(report.broken.map(({ src, suggestion }) => [src, suggestion])).toEqual([
      ['/images/boaat.jpg', 'images/boat.jpg'],
      ['/files/gone.pdf', null],
    ])
    writeFileSync(it.at('index.md'), mediaPage('Home ![A boat](/images/team/copy.png)'))
    const next = await it.handlers['media.report'](undefined, it.context)
    expect(next.unused.map(({ path }) => path)).not.toContain('images/team/copy.png')
  })
})

describe('repairing broken links', () => {
  test('only the address changes, in the form it had, and comes back', async () => {
    const before = await it.snapshot()
    const repairs = [{ page: 'broken.md', wanted: 'images/boaat.jpg', to: 'images/boat.jpg' }]
    const { undo, pages, links } = await it.handlers['media.repair']({ repairs }, it.context)
    expect({ pages, links }).toEqual({ pages: 1, links: 1 })
    expect(it.text('broken.md')).toBe(
      mediaPage('![x](/images/boat.jpg) [doc](/files/gone.pdf) {{ page.folder }}/lonely.png'),
    )
    const { broken } = await it.handlers['media.report'](undefined, it.context)
    expect(broken.map(({ src }) => src)).toEqual(['/files/gone.pdf'])
    await it.handlers['media.undo']({ undo }, it.context)
    expect(await it.snapshot()).toEqual(before)
  })

  test('a file of the same name elsewhere is sure, one that is nearly called so is not', async () => {
    writeFileSync(it.at('index.md'), mediaPage('![](</old/Our_Harbour.JPG>)'))
    const { broken } = await it.handlers['media.report'](undefined, it.context)
    expect(broken.map(({ wanted, suggestion, sure }) => ({ wanted, suggestion, sure }))).toEqual(
      expect.arrayContaining([
        { wanted: 'old/Our_Harbour.JPG', suggestion: 'images/Our harbour.jpg', sure: true },
        { wanted: 'images/boaat.jpg', suggestion: 'images/boat.jpg', sure: false },
      ]),
    )
  })

  test('what is no longer broken is left alone', async () => {
    const before = await it.snapshot()
    const repairs = [{ page: 'index.md', wanted: 'images/boat.jpg', to: 'images/scan.png' }]
    await expect(it.handlers['media.repair']({ repairs }, it.context)).rejects.toThrow(
      /Nothing was changed/,
    )
    expect(await it.snapshot()).toEqual(before)
  })
})

describe('renaming and deleting', () => {
  test('a folder and a file, with every reference, and back to the last byte', async () => {
    const before = await it.snapshot()
    const moves = [{ from: 'images', to: 'media/2026' }]
    const plan = await it.handlers['media.planRename']({ moves }, it.context)
    expect(plan).toMatchObject({ references: 7, problems: [] })
    expect(plan.moves).toHaveLength(6)
    expect(await it.snapshot()).toEqual(before)
    const { undo, files, pages } = await it.handlers['media.rename']({ moves }, it.context)
    expect({ files, pages }).toEqual({ files: 6, pages: 5 })
    expect(it.text('pages/about.md')).toBe(aboutPage.replaceAll('/images/', '/media/2026/'))
    expect(it.text('assets/site.scss')).toContain('"/media/2026/scan.png"')
    expect(readFileSync(it.at('old.md')).includes(Buffer.from('Caf\xe9', 'latin1'))).toBe(true)
    const back = await it.handlers['media.undo']({ undo }, it.context)
    expect(await it.snapshot()).toEqual(before)
    await it.handlers['media.undo']({ undo: back.undo }, it.context)
    expect(existsSync(it.at('media/2026/boat.jpg'))).toBe(true)
  })

  test('files that change places, and a change of case only', async () => {
    const moves = [
      { from: 'images/boat.jpg', to: 'images/Our harbour.jpg' },
      { from: 'images/Our harbour.jpg', to: 'images/boat.jpg' },
      { from: 'images/scan.png', to: 'images/Scan.png' },
    ]
    const boat = readFileSync(it.at('images/boat.jpg'))
    await it.handlers['media.rename']({ moves }, it.context)
    expect(readFileSync(it.at('images/Our harbour.jpg'))).toEqual(boat)
    expect(it.text('index.md')).toContain('(/images/Our%20harbour.jpg)')
    expect(it.text('_data/footer.yml')).toBe('logo: /images/Scan.png\n')
  })

  test.each([
    ['images/lonely.png', 'images/scan.png', /already exists/],
    ['images/lonely.png', 'images/SCAN.png', /same file/],
    ['images/lonely.png', 'images/con.png', /Windows/],
    ['images/lonely.png', 'images/a:b.png', /cannot hold/],
    ['images/lonely.png', 'images/lonely.jpg', /ending/],
    ['images/lonely.png', 'images/scan.png/a.png', /one name/],
    ['images/nothing.png', 'images/a.png', /no longer/],
  ])('%s cannot become %s', async (from, to, words) => {
    const before = await it.snapshot()
    const { problems, moves } = await it.handlers['media.planRename'](
      { moves: [{ from, to }] },
      it.context,
    )
    expect(moves).toEqual([])
    expect(problems[0]?.words).toMatch(words)
    await expect(
      it.handlers['media.rename']({ moves: [{ from, to }] }, it.context),
    ).rejects.toThrow(words)
    expect(await it.snapshot()).toEqual(before)
  })

  test('deleting says who uses it, and can be taken back', async () => {
    const before = await it.snapshot()
    const paths = ['images/scan.png', 'images/lonely.png']
    const { pages } = await it.handlers['media.planDelete']({ paths }, it.context)
    expect(pages.map(({ path }) => path).sort()).toEqual([
      '_data/footer.yml',
      'assets/site.scss',
      'pages/about.md',
    ])
    const { undo } = await it.handlers['media.delete']({ paths }, it.context)
    expect(existsSync(it.at('images/scan.png'))).toBe(false)
    await it.handlers['media.undo']({ undo }, it.context)
    expect(await it.snapshot()).toEqual(before)
  })
})

test('alt texts of many pages in one step', async () => {
  const uses = await it.handlers['media.alts'](
    { paths: ['images/boat.jpg', 'images/Our harbour.jpg'] },
    it.context,
  )
  expect(uses.map(({ page: own, alt }) => [own, alt])).toEqual(
    expect.arrayContaining([
      ['index.md', 'A boat'],
      ['old.md', null],
      ['pages/about.md', null],
    ]),
  )
  const before = await it.snapshot()
  const edits = uses.map(({ page: own, at: place, src }) => ({
    page: own,
    at: place,
    src,
    alt: 'Boats at dawn',
  }))
  const result = await it.handlers['media.setAlt'](
    { edits: [...edits, { page: 'gone.md', at: 0, src: '', alt: 'x' }] },
    it.context,
  )
  expect(result).toMatchObject({ pages: 3, skipped: 1 })
  expect(it.text('index.md')).toContain('![Boats at dawn](/images/boat.jpg)')
  expect(readFileSync(it.at('old.md'), 'latin1')).toContain(
    'title: Café\n---\n<img alt="Boats at dawn" src=',
  )
  await it.handlers['media.undo']({ undo: result.undo ?? '' }, it.context)
  expect(await it.snapshot()).toEqual(before)
})
