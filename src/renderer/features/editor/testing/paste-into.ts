import type { WrittenPage } from './write-page.ts'

/** Pastes into a page as a browser would, with these kinds of data on the clipboard. */
export function pasteInto(page: WrittenPage, data: Readonly<Record<string, string>>): void {
  const clipboardData = new DataTransfer()
  for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text)
  page.editor.view.dom.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
}
