// The media section beside plain tools: many photos at once, first thumbnails, scrolling, references.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, start } from './electron.mjs'
import { writePhotos } from './photos.mjs'

const project = fileURLToPath(new URL('../..', import.meta.url))
const plain = fileURLToPath(new URL('plain-sharp.mjs', import.meta.url))

function makeSite(top, name) {
  const site = join(top, name)
  mkdirSync(join(site, 'images'), { recursive: true })
  writeFileSync(join(site, '_config.yml'), 'title: Bench\n')
  writeFileSync(join(site, 'index.md'), '---\ntitle: Home\n---\nHome\n')
  return site
}

function commit(site) {
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@c', '-c', 'gc.auto=0', ...args], {
      cwd: site,
    })
  git('init', '-q')
  git('add', '--all')
  git('commit', '-qm', 'start')
}

async function opened(executable, top, site) {
  const profile = mkdtempSync(join(top, 'profile-'))
  const { app, page } = await start(executable, project, { profile, args: [site] })
  await page.waitForSelector('[role=tree] [role=treeitem]')
  const ask = async (name, input) => {
    const reply = await page.evaluate(
      ([call, value]) => window.bridge.invoke(call, value),
      [name, input],
    )
    if (!reply.ok) throw new Error(`${name}: ${reply.message}`)
    return reply.value
  }
  return { app, page, ask }
}

const timed = async (work) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const script = (...args) =>
  Number(execFileSync(process.execPath, [plain, ...args], { encoding: 'utf8' }))

/** Two at once with two threads each, as the others. */
function vips(source, target) {
  if (spawnSync('vipsthumbnail', ['--version']).status !== 0) return null
  const began = performance.now()
  execFileSync(
    'sh',
    [
      '-c',
      `ls "$1" | xargs -P 2 -n 10 sh -c 'cd "$0" && exec vipsthumbnail "$@" --size "2000x2000>" -o "$OUT/%s.webp[Q=80,strip]"' "$1"`,
      'sh',
      source,
    ],
    { env: { ...process.env, VIPS_CONCURRENCY: '2', OUT: target } },
  )
  return performance.now() - began
}

async function manyPhotos(executable, top, count) {
  const site = makeSite(top, 'photos')
  await writePhotos(join(site, 'images'), count, [4000, 3000])
  commit(site)
  const out = (name) => {
    const folder = join(top, name)
    mkdirSync(folder)
    return folder
  }
  const theirs = script('resize', join(site, 'images'), out('sharp'))
  const thumbnailer = vips(join(site, 'images'), out('vips'))
  const { app, ask } = await opened(executable, top, site)
  const paths = (await ask('media.list')).map(({ path }) => path)
  const rule = { format: 'webp', quality: 80, maxWidth: 2000, maxHeight: 2000, stripMetadata: true }
  let result
  const ours = await timed(async () => {
    result = await ask('media.optimise', { paths, rule, task: 'bench' })
  })
  await app.close()
  if (result.done.length !== count) throw new Error(`${result.done.length} of ${count} were done`)
  const row = { what: `${count} photos of 12 MP to WebP`, ours: ours / 1000, unit: 's' }
  const rows = [{ ...row, theirs: theirs / 1000, against: 'a plain sharp loop', aim: 1.05 }]
  if (thumbnailer === null)
    console.log('vipsthumbnail is not installed: apt-get install libvips-tools')
  else rows.push({ ...row, theirs: thumbnailer / 1000, against: 'vipsthumbnail', aim: null })
  return rows
}

/** From the click on Media until every picture in sight is there. */
async function firstThumbnails(executable, top) {
  const site = makeSite(top, 'thumbs')
  await writePhotos(join(site, 'images'), 5000, [800, 600], 40)
  commit(site)
  const own = []
  const raw = []
  for (let round = 0; round < 3; round++) {
    const { app, page } = await opened(executable, top, site)
    const [ms, shown] = await page.evaluate(async () => {
      const began = performance.now()
      const button = [...document.querySelectorAll('nav button')].find((one) =>
        /Media/.test(one.textContent),
      )
      button.click()
      for (;;) {
        await new Promise(requestAnimationFrame)
        const cells = document.querySelectorAll('[role=gridcell]').length
        const pictures = [...document.querySelectorAll('[role=gridcell] img')]
        const isReady =
          pictures.length === cells && pictures.every((one) => one.complete && one.naturalWidth > 0)
        if (cells > 0 && isReady) return [performance.now() - began, cells]
        if (performance.now() - began > 60_000) throw new Error(`${pictures.length} of ${cells}`)
      }
    })
    await app.close()
    own.push(ms)
    raw.push(script('thumbnails', join(site, 'images'), String(shown)))
  }
  const [ours, theirs] = [median(own), median(raw)]
  return [
    {
      what: 'first pictures of 5,000, decoding taken off',
      ours: Math.max(0, ours - theirs),
      theirs: null,
      unit: 'ms',
      aim: 300,
    },
    {
      what: 'first pictures of 5,000, all of it',
      ours,
      theirs,
      unit: 'ms',
      against: 'decoding them',
      aim: null,
    },
  ]
}

async function scrolling(executable, top) {
  const site = makeSite(top, 'many')
  await writePhotos(join(site, 'images'), 20_000, [64, 48], 40)
  commit(site)
  const { app, page } = await opened(executable, top, site)
  await page.keyboard.press('Control+2')
  await page.waitForSelector('[role=gridcell] img')
  const frames = await page.evaluate(async () => {
    const grid = document.querySelector('.media-grid')
    const times = []
    let before = await new Promise(requestAnimationFrame)
    for (let i = 0; i < 600; i++) {
      // A quick flick: some 5,000 pixels a second.
      grid.scrollTop += 83
      const now = await new Promise(requestAnimationFrame)
      times.push(now - before)
      before = now
    }
    return times.toSorted((a, b) => a - b)
  })
  await app.close()
  const at = (part) => frames[Math.floor(frames.length * part)]
  const late = frames.filter((ms) => ms > 17.5).length / frames.length
  const row = { theirs: null, unit: 'ms' }
  return [
    { ...row, what: 'scrolling over 20,000: frame, p50', ours: at(0.5), aim: 16.8 },
    { ...row, what: 'scrolling over 20,000: frame, p95', ours: at(0.95), aim: 16.8 },
    { ...row, what: 'scrolling over 20,000: late frames', ours: late * 100, unit: '%', aim: null },
  ]
}

async function references(executable, top) {
  const site = makeSite(top, 'pages')
  await writePhotos(join(site, 'images'), 300, [32, 24])
  mkdirSync(join(site, 'pages'))
  const words = 'Words of a page that nobody reads, about nothing in particular. '.repeat(30)
  for (let i = 0; i < 10_000; i++) {
    const name = (n) => `/images/photo-${String((i * 7 + n) % 300).padStart(5, '0')}.jpg`
    writeFileSync(
      join(site, 'pages', `page-${i}.md`),
      `---\ntitle: Page ${i}\npermalink: /page-${i}/\nimage: ${name(0)}\n---\n<p>${words}</p>\n<img src="${name(1)}" alt="A">\n\n![B](${name(2)})\n`,
    )
  }
  commit(site)
  const grep = []
  for (let i = 0; i < 5; i++)
    grep.push(
      await timed(
        async () =>
          void execFileSync('grep', ['-rlF', '--exclude-dir=.git', `photo-0000${i}.jpg`, site]),
      ),
    )
  const { app, page, ask } = await opened(executable, top, site)
  const path = (i) => `images/photo-0000${i}.jpg`
  const first = await timed(() => ask('media.usage', { path: path(0) }))
  const later = []
  for (let i = 0; i < 5; i++) {
    // One page changes in between, as it does while somebody works.
    writeFileSync(join(site, 'pages', `page-${i}.md`), `---\ntitle: Page\n---\n![](/${path(i)})\n`)
    // The window looks at what changed; the question comes when somebody has seen it.
    await page.waitForTimeout(2500)
    later.push(await timed(() => ask('media.usage', { path: path(i) })))
  }
  await app.close()
  const row = { theirs: median(grep), unit: 'ms', against: 'grep -rlF' }
  return [
    { ...row, what: 'who uses it, of 10,000 pages', ours: median(later), aim: 3 },
    { ...row, what: 'who uses it, the first time on this computer', ours: first, aim: null },
  ]
}

const parts = { references, thumbnails: firstThumbnails, scrolling, photos: manyPhotos }

export async function measureMedia(executable) {
  const top = mkdtempSync(join(tmpdir(), 'galley-bench-media-'))
  const count = Number(process.env.GALLEY_PHOTOS ?? 200)
  const wanted = process.env.GALLEY_MEDIA?.split(' ') ?? Object.keys(parts)
  try {
    const rows = []
    for (const name of wanted) rows.push(...(await parts[name](executable, top, count)))
    return rows
  } finally {
    rmSync(top, { recursive: true, force: true, maxRetries: 5 })
  }
}
