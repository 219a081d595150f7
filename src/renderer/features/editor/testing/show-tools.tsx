import type { Editor } from '@tiptap/core'
import type { ReactNode } from 'react'
import { onTestFinished } from 'vitest'
import { render } from 'vitest-browser-react'
import '../../../styles/tokens.css'
import '../../../styles/base.css'
import '../page-body.css'
import '../page-editor.css'
import { element } from '../blocks/element.ts'
import { onPage } from './expect-edit.ts'

/** A page for one test on its sheet, with tools of the page beside it, as in the window. */
export async function showTools(
  body: string,
  tools: (editor: Editor) => ReactNode,
  variant?: 'markdown',
) {
  const page = await onPage(body, variant)
  const holder = page.editor.view.dom.parentElement
  if (!holder) throw new Error('The page is not shown.')
  const place = element('div', '')
  place.style.display = 'contents'
  const sheet = element('div', 'page-sheet')
  const scroll = element('div', 'page-scroll', sheet)
  scroll.style.cssText = 'height: 600px; overflow: auto'
  holder.replaceWith(scroll)
  sheet.append(holder, place)
  const screen = await render(tools(page.editor), { container: place })
  onTestFinished(async () => {
    await screen.unmount()
    scroll.remove()
  })
  return { ...page, sheet }
}
