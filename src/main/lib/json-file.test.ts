import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJsonFile } from './json-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-json-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function numberFile(onDamaged?: (words: string) => void) {
  return openJsonFile<{ n: number }>(join(folder, 'deep', 'n.json'), {
    initial: { n: 0 },
    parse: (raw) => {
      const { n } = raw as { n: unknown }
      if (typeof n !== 'number') throw new Error('no number')
      return { n }
    },
    ...(onDamaged ? { onDamaged } : {}),
  })
}

test('a value set is there at once, and after a restart', async () => {
  const file = numberFile()
  expect(file.get()).toEqual({ n: 0 })
  const writes = [1, 2, 3].map((n) => file.set({ n }))
  expect(file.get()).toEqual({ n: 3 })
  await Promise.all(writes)
  expect(numberFile().get()).toEqual({ n: 3 })
  expect(readdirSync(join(folder, 'deep'))).toEqual(['n.json'])
})

test.each(['', '{"n":', '{"n":"x"}', 'null', '\0\0\0'])(
  'a damaged file (%j) is set aside, the default used, and writing works again',
  async (bytes) => {
    await numberFile().set({ n: 5 })
    writeFileSync(join(folder, 'deep', 'n.json'), bytes)
    const words: string[] = []
    const file = numberFile((w) => words.push(w))
    expect(file.get()).toEqual({ n: 0 })
    expect(words).toHaveLength(1)
    expect(readFileSync(join(folder, 'deep', 'n.json.damaged'), 'utf8')).toBe(bytes)
    await file.set({ n: 6 })
    expect(numberFile().get()).toEqual({ n: 6 })
  },
)

test('a failed write is told to its caller and does not stop the next one', async () => {
  const file = numberFile()
  writeFileSync(join(folder, 'deep'), 'in the way')
  await expect(file.set({ n: 1 })).rejects.toThrow()
  rmSync(join(folder, 'deep'))
  await file.set({ n: 2 })
  expect(numberFile().get()).toEqual({ n: 2 })
})
