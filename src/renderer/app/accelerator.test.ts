import { expect, test } from 'vitest'
import { isPressed, type KeyPress, readAccelerator } from './accelerator.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

test.each([
  ['CmdOrCtrl+K', press('k', { ctrlKey: true })],
  ['CmdOrCtrl+K', press('K', { ctrlKey: true })],
  ['CmdOrCtrl+Shift+P', press('P', { ctrlKey: true, shiftKey: true })],
  // Shift turns the sign on the key into another one: the place of the key counts.
  ['CmdOrCtrl+Shift+\\', press('|', { ctrlKey: true, shiftKey: true, code: 'Backslash' })],
  ['CmdOrCtrl+1', press('&', { ctrlKey: true, code: 'Digit1' })],
  // A Cyrillic keyboard.
  ['CmdOrCtrl+K', press('л', { ctrlKey: true, code: 'KeyK' })],
  ['F6', press('F6')],
  ['Shift+F6', press('F6', { shiftKey: true })],
  ['Ctrl+Tab', press('Tab', { ctrlKey: true })],
])('%s is pressed', (accelerator, event) => {
  expect(isPressed(readAccelerator(accelerator, false), event)).toBe(true)
})

test.each([
  ['CmdOrCtrl+K', press('k')],
  ['CmdOrCtrl+K', press('k', { ctrlKey: true, shiftKey: true })],
  ['CmdOrCtrl+K', press('k', { metaKey: true })],
  // On a French keyboard Z lies where W does elsewhere; undoing must not close the page.
  ['CmdOrCtrl+W', press('z', { ctrlKey: true, code: 'KeyW' })],
  ['F6', press('F6', { shiftKey: true })],
])('%s is not pressed by another key', (accelerator, event) => {
  expect(isPressed(readAccelerator(accelerator, false), event)).toBe(false)
})

test('macOS uses Command for its shortcuts, and Control stays itself', () => {
  const search = readAccelerator('CmdOrCtrl+K', true)
  expect(isPressed(search, press('k', { metaKey: true }))).toBe(true)
  expect(isPressed(search, press('k', { ctrlKey: true }))).toBe(false)
  expect(isPressed(readAccelerator('Ctrl+Tab', true), press('Tab', { ctrlKey: true }))).toBe(true)
})
