import type { Editor } from '@tiptap/core'
import { useLayoutEffect, useRef } from 'react'

/** Shows an editor that lives outside React; leaving keeps its state and its scroll position. */
export function PageWriter({ editor }: { readonly editor: Editor }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const holder = place.current
    if (!holder) return
    editor.mount(holder)
    return () => editor.unmount()
  }, [editor])
  return <div ref={place} className="page-place" />
}
