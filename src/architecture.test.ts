import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { expect, test } from 'vitest'

/** Libraries without DOM, Node or Electron that the domain may use. */
const pure =
  /^npm:(zod|yaml|diff|parse5|smol-toml|mdast-util-.+|micromark-extension-.+|mdast|prosemirror-(model|transform|tables))$/

/** Who may import whom. First matching `from` wins; anything not listed is forbidden. */
const rules: readonly { readonly from: RegExp; readonly may: readonly RegExp[] }[] = [
  { from: /^shared\/domain\//, may: [/^shared\/(domain|lib)\//, pure] },
  { from: /^shared\//, may: [/^shared\//, /^npm:(zod|yaml)$/] },
  { from: /^preload\//, may: [/^shared\/ipc\//, /^npm:electron$/] },
  { from: /^main\/(index|app|ipc)/, may: [/^(main|shared)\//, /^npm:/] },
  {
    from: /^main\/([^/]+)\//,
    may: [/^main\/$1\//, /^main\/(repo|lib)\//, /^shared\//, /^npm:(?!electron|react)/],
  },
  {
    from: /^renderer\/(ui|lib)\//,
    may: [/^renderer\/(ui|lib)\//, /^shared\//, /^npm:(?!electron|node:)/],
  },
  {
    from: /^renderer\/features\/([^/]+)\//,
    may: [
      /^renderer\/features\/$1\//,
      /^renderer\/(ui|lib)\//,
      /^shared\//,
      /^npm:(?!electron|node:)/,
    ],
  },
  { from: /^renderer\//, may: [/^renderer\//, /^shared\//, /^npm:(?!electron|node:)/] },
]

const root = import.meta.dirname
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((f) => f.split(sep).join('/'))
  .filter((f) => /\.tsx?$/.test(f) && !/\.(test|d)\.tsx?$|\/testing\//.test(f))
const importsOf = (file: string) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?<![.\w])(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g,
    ),
  ].map(([, spec = '']) =>
    spec.startsWith('.') ? posix.join(posix.dirname(file), spec) : `npm:${spec}`,
  )

function violations(file: string, targets: readonly string[]): string[] {
  const rule = rules.find((r) => r.from.test(file))
  if (!rule) return [`${file}: no rule covers this folder`]
  const own = rule.from.exec(file)?.[1] ?? ''
  return targets
    .filter((t) => !rule.may.some((m) => new RegExp(m.source.replace('$1', own)).test(t)))
    .map((t) => `${file} -> ${t}`)
}

test('every import follows the layer rules', () => {
  expect(files.length).toBeGreaterThan(8)
  expect(files.flatMap((f) => violations(f, importsOf(f)))).toEqual([])
})

const most = 15
/** Composition roots: they know every part, and do nothing but put them together. */
const roots = new Set(['main/index.ts', 'renderer/index.tsx', 'renderer/app/app.tsx'])

test(`no file imports more than ${most} modules, types apart`, () => {
  const imported = /^import (?!type\b).*?['"]([^'"]+)['"]/gms
  // The parts of one package are one thing to know.
  const known = (spec: string) => /^(@[^/]+\/[^/]+|[^./][^/]*)/.exec(spec)?.[0] ?? spec
  const parts = (file: string) =>
    new Set(
      [...readFileSync(join(root, file), 'utf8').matchAll(imported)].map(([, s = '']) => known(s)),
    ).size
  expect(files.filter((f) => !roots.has(f) && parts(f) > most)).toEqual([])
})

test('only main/ipc registers requests', () => {
  const users = files.filter((f) => /\bipcMain\b/.test(readFileSync(join(root, f), 'utf8')))
  expect(users.filter((f) => !/^main\/(index\.ts|ipc\/)/.test(f))).toEqual([])
  const registering = files.filter((f) =>
    /ipcMain\s*\.\s*(on|handle|once)\w*\(/.test(readFileSync(join(root, f), 'utf8')),
  )
  expect(registering).toEqual(['main/ipc/register-calls.ts'])
})

test('the schemas stay out of the preload script', () => {
  const reached = new Set<string>()
  const visit = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    // Imports of types vanish when the script is built.
    const text = readFileSync(join(root, file), 'utf8').replace(
      /import type [^'"]+['"][^'"]+['"]/g,
      '',
    )
    for (const [, spec = ''] of text.matchAll(/from\s+['"](\.[^'"]+)['"]/g))
      visit(posix.join(posix.dirname(file), spec))
    expect(text, file).not.toMatch(/from\s+['"]zod['"]/)
  }
  visit('preload/index.ts')
  expect(reached.size).toBeGreaterThan(1)
})

test.each([
  ['shared/domain/a.ts', 'npm:electron'],
  ['shared/domain/a.ts', 'shared/ipc/contract.ts'],
  ['main/assets/a.ts', 'npm:electron'],
  ['main/assets/a.ts', 'main/pages/b.ts'],
  ['renderer/features/a/sub/x.tsx', 'renderer/features/b/y.ts'],
  ['renderer/ui/a.tsx', 'renderer/features/a/x.ts'],
  ['renderer/lib/a.ts', 'npm:node:fs'],
  ['preload/index.ts', 'npm:zod'],
])('%s may not import %s', (file, target) => expect(violations(file, [target])).toHaveLength(1))
