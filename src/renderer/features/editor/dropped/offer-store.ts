import { create } from 'zustand'
import type { MediaOffer } from '../../../../shared/ipc/media-calls.ts'
import { request, wordsOf } from '../../../lib/api.ts'
import { toast } from '../../../ui/toast.tsx'
import { useEditorDialogs } from '../editor-dialogs.ts'

interface Offers {
  /** What was dropped or pasted and is not on the page yet. */
  readonly offer: MediaOffer | null
}

export const useDropped = create<Offers>()(() => ({ offer: null }))

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** Files that lie somewhere are offered by their place, pictures from the clipboard by their bytes. */
async function offerOf(files: readonly File[]): Promise<MediaOffer> {
  const placed = files.map((file) => ({ file, path: window.bridge.pathForFile(file) }))
  const paths = placed.flatMap(({ path }) => (path === '' ? [] : [path]))
  const offers = await Promise.all([
    ...(paths.length === 0 ? [] : [request('media.offerDropped', { paths })]),
    ...placed
      .filter(({ path }) => path === '')
      .map(async ({ file }) =>
        request('media.offerPasted', { name: file.name, base64: await base64Of(file) }),
      ),
  ])
  return {
    offered: offers.flatMap(({ offered }) => offered),
    refused: offers.flatMap(({ refused }) => refused),
  }
}

/** Asks what is to become of files from elsewhere; they come in where the caret is. */
async function ask(offering: Promise<MediaOffer>): Promise<void> {
  try {
    const offer = await offering
    if (offer.offered.length + offer.refused.length === 0) return
    useDropped.setState({ offer })
    useEditorDialogs.getState().show('files')
  } catch (error) {
    toast({ title: 'The files could not be read', text: wordsOf(error), tone: 'problem' })
  }
}

/** Files that were dropped or pasted on the page. */
export const offerFiles = (files: readonly File[]): Promise<void> => ask(offerOf(files))

/** Files that are chosen with the system's dialog; where that is cancelled, nothing changes. */
export const offerChosen = (): Promise<void> =>
  ask(request('media.chooseFiles', { multiple: true }))
