import { type DragEvent, useRef, useState } from 'react'
import { request } from '../../lib/api.ts'
import { tellProblem } from './media-steps.ts'
import { useMedia } from './media-store.ts'

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Offers files from elsewhere for import into a folder. */
async function importDropped(files: readonly File[], folder: string): Promise<void> {
  const paths = files.map((file) => window.bridge.pathForFile(file)).filter((path) => path !== '')
  if (paths.length === 0) return
  try {
    const offer = await request('media.offerDropped', { paths })
    useMedia.getState().ask({ kind: 'import', offer, folder })
  } catch (error) {
    tellProblem('The files could not be read', error)
  }
}

/** Lets the user choose files with the system's dialog, then shows what would become of them. */
export async function chooseImport(folder: string): Promise<void> {
  try {
    const offer = await request('media.chooseFiles', { multiple: true })
    if (offer.offered.length + offer.refused.length === 0) return
    useMedia.getState().ask({ kind: 'import', offer, folder })
  } catch (error) {
    tellProblem('The files could not be read', error)
  }
}

/** What an element needs so that files can be dropped on it, and whether they are over it now. */
export function useMediaDrop(folder: string) {
  const [over, setOver] = useState(false)
  const inside = useRef(0)
  const leave = () => {
    inside.current = 0
    setOver(false)
  }
  const handlers = {
    onDragEnter(event: DragEvent) {
      if (!hasFiles(event)) return
      event.preventDefault()
      inside.current += 1
      setOver(true)
    },
    onDragOver(event: DragEvent) {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    },
    onDragLeave(event: DragEvent) {
      if (!hasFiles(event)) return
      inside.current -= 1
      if (inside.current <= 0) leave()
    },
    onDrop(event: DragEvent) {
      if (!hasFiles(event)) return
      event.preventDefault()
      leave()
      void importDropped([...event.dataTransfer.files], folder)
    },
  }
  return { over, handlers }
}
