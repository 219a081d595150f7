import { expect, test } from 'vitest'
import { acceleratorOf, type CommandSpec, commands, keysInWords } from './commands.ts'

const all: readonly CommandSpec[] = commands

test('every command has its own id and a label in sentence case without a full stop', () => {
  expect(new Set(all.map((c) => c.id)).size).toBe(all.length)
  for (const { label } of all) expect(label).toMatch(/^[A-Z][^.]*$/)
})

test.each(['darwin', 'win32', 'linux'])('no two commands share their keys on %s', (platform) => {
  const keys = all.flatMap((c) => {
    const accelerator = acceleratorOf(c, platform)
    return accelerator === null ? [] : [keysInWords(accelerator, platform)]
  })
  expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([])
})

test('keys are written as each system writes them', () => {
  expect(keysInWords('CmdOrCtrl+Shift+P', 'darwin')).toBe('⇧⌘P')
  expect(keysInWords('CmdOrCtrl+Shift+P', 'win32')).toBe('Ctrl+Shift+P')
  expect(keysInWords('Ctrl+Tab', 'darwin')).toBe('⌃Tab')
  expect(keysInWords('F6', 'linux')).toBe('F6')
})
