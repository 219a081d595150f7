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
    ...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g),
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
