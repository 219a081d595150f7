import type { Editor } from '@tiptap/core'
import { useLayoutEffect, useRef } from 'react'
import { endStartUp } from '../../lib/start-up.ts'
import { PageMenu } from './spelling/page-menu.tsx'

/** Shows an editor that lives outside React; leaving keeps its state and its scroll position. */
export function PageWriter({ editor }: { readonly editor: Editor }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const holder = place.current
    if (!holder) return
    editor.mount(holder)
    const drawn = setTimeout(endStartUp, 60)
    return () => {
      clearTimeout(drawn)
      editor.unmount()
    }
  }, [editor])
  return (
    <>
      <div ref={place} className="page-place" />
      <PageMenu editor={editor} />
    </>
  )
}
