import { undo } from '@tiptap/pm/history'
import type { Command } from '@tiptap/pm/state'
import { expect, onTestFinished } from 'vitest'
import { type WrittenPage, writePage } from './write-page.ts'

/** A page for one test. */
export async function onPage(body: string, variant?: 'markdown'): Promise<WrittenPage> {
  const page = await writePage(body, variant)
  onTestFinished(() => page.close())
  return page
}

/** Runs a command that must be possible. */
export function run(page: WrittenPage, command: Command): void {
  expect(page.run(command)).toBe(true)
}

/** Does something to a page, expects the saved body, and that undo brings every byte back. */
export async function expectEdit(
  body: string,
  edit: (page: WrittenPage) => unknown,
  wanted: string,
): Promise<void> {
  const page = await onPage(body)
  await edit(page)
  expect(await page.body()).toBe(wanted)
  while (page.run(undo));
  expect(await page.body()).toBe(body)
}
