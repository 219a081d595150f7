// Publishing one page of a site with 2,000, against the same plumbing from a script.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, start } from './electron.mjs'

const project = fileURLToPath(new URL('../..', import.meta.url))
const rounds = 9
const branch = 'staging'

const who = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Bench',
  GIT_AUTHOR_EMAIL: 'bench@example.test',
  GIT_COMMITTER_NAME: 'Bench',
  GIT_COMMITTER_EMAIL: 'bench@example.test',
}

function git(folder, args, input) {
  return execFileSync('git', args, {
    cwd: folder,
    env: { ...process.env, ...who },
    encoding: 'utf8',
    input,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

function makeSite(top) {
  const site = join(top, 'site')
  const remote = join(top, 'remote.git')
  mkdirSync(join(site, '_about'), { recursive: true })
  writeFileSync(join(site, '_config.yml'), 'title: Bench\nresources_name: news\n')
  for (let i = 0; i < 2000; i++) {
    const folder = join(site, '_about', `Part ${Math.floor(i / 50)}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, `Page ${i}.md`),
      `---\ntitle: Page ${i}\npermalink: /about/page-${i}/\nvariant: tiptap\n---\n<p>Words of page ${i}.</p>`,
    )
  }
  git(site, ['init', '-q', '-b', branch])
  git(site, ['config', 'user.name', 'Bench'])
  git(site, ['config', 'user.email', 'bench@example.test'])
  git(site, ['add', '--all'])
  git(site, ['commit', '-qm', 'start'])
  git(top, ['init', '-q', '--bare', '--template=', '-b', branch, remote])
  git(site, ['remote', 'add', 'origin', remote])
  git(site, ['push', '-q', '-u', 'origin', branch])
  return site
}

const change = (site, path, round) => {
  const file = join(site, path)
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n<p>Round ${round}.</p>`)
}

/** The same steps as a publish, one git after the other, as a careful script would take them. */
function plumbing(site, path, message) {
  git(site, ['fetch', '-q', 'origin', branch])
  const parent = git(site, ['rev-parse', `origin/${branch}`]).trim()
  const blob = git(site, ['hash-object', '-w', '--stdin'], readFileSync(join(site, path))).trim()
  const [folder, part, name] = path.split('/')
  const replaced = (listing, entry, id) =>
    listing
      .split('\0')
      .map((line) => (line.endsWith(`\t${entry}`) ? line.replace(/[0-9a-f]{40}/, id) : line))
      .join('\0')
  const inner = git(site, ['ls-tree', '-z', `${parent}:${folder}/${part}`])
  const innerTree = git(site, ['mktree', '-z'], replaced(inner, name, blob)).trim()
  const middle = git(site, ['ls-tree', '-z', `${parent}:${folder}`])
  const middleTree = git(site, ['mktree', '-z'], replaced(middle, part, innerTree)).trim()
  const outer = git(site, ['ls-tree', '-z', parent])
  const tree = git(site, ['mktree', '-z'], replaced(outer, folder, middleTree)).trim()
  const commit = git(site, ['commit-tree', tree, '-p', parent], `${message}\n`).trim()
  git(site, ['diff-tree', '-r', '--name-status', '-z', parent, commit])
  git(site, ['push', '-q', 'origin', `${commit}:refs/heads/${branch}`])
  git(site, ['ls-remote', 'origin', `refs/heads/${branch}`])
  git(site, ['update-ref', `refs/heads/${branch}`, commit, parent])
  git(site, ['update-ref', `refs/remotes/origin/${branch}`, commit])
  git(site, ['update-index', '--cacheinfo', `100644,${blob},${path}`])
}

export async function measurePublish(executable) {
  const top = mkdtempSync(join(tmpdir(), 'galley-bench-publish-'))
  const site = makeSite(top)
  const profile = join(top, 'profile')
  mkdirSync(profile)
  const { app, page } = await start(executable, project, { profile, args: [site] })
  try {
    await page.waitForSelector('[role=tree] [role=treeitem]')
    const ask = (name, input) =>
      page.evaluate(([call, value]) => window.bridge.invoke(call, value), [name, input])
    const mine = []
    const theirs = []
    for (let round = 0; round < rounds; round++) {
      const path = `_about/Part ${round}/Page ${round * 50}.md`
      change(site, path, round)
      // As a person does: the change is noticed, the dialog shows it, then the button is pressed.
      await page.waitForTimeout(1500)
      await ask('publish.plan')
      const began = performance.now()
      const reply = await ask('publish.run', {
        paths: [path],
        summary: `Round ${round}`,
        identity: null,
      })
      mine.push(performance.now() - began)
      if (reply.value?.kind !== 'published') throw new Error(JSON.stringify(reply))
      const other = `_about/Part ${round}/Page ${round * 50 + 1}.md`
      change(site, other, round)
      const scripted = performance.now()
      plumbing(site, other, `Script ${round}`)
      theirs.push(performance.now() - scripted)
    }
    return [
      {
        what: 'publish one page of 2,000',
        ours: median(mine),
        theirs: median(theirs),
        unit: 'ms',
        against: 'the same plumbing',
        aim: 1.3,
      },
    ]
  } finally {
    await app.close()
    rmSync(top, { recursive: true, force: true })
  }
}
