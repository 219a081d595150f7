import type { ImageRule } from '../../../../shared/ipc/media-calls.ts'
import { request, wordsOf } from '../../../lib/api.ts'
import { bytesInWords } from '../../../lib/bytes-in-words.ts'
import { saveAll } from '../../../lib/savers.ts'
import { fileNameOf } from '../../../lib/site-files.ts'
import { toast } from '../../../ui/toast.tsx'

/** Smaller than a camera's picture and larger than any page shows it. */
export const usualRule: ImageRule = {
  format: 'keep',
  quality: 80,
  maxWidth: 2000,
  maxHeight: 2000,
  stripMetadata: true,
}

/** What readers with a slow network would wait for; the media section calls it too big as well. */
const heavy = 500_000

/** Whether a picture of the site is one that would better be smaller. */
export const isHeavy = ({ path, bytes }: { readonly path: string; readonly bytes: number }) =>
  bytes > heavy && /\.(?:jpe?g|png|webp)$/i.test(path)

async function takeBack(undo: string): Promise<void> {
  try {
    await saveAll()
    await request('media.undo', { undo })
  } catch (error) {
    toast({ title: 'This could not be taken back', text: wordsOf(error), tone: 'problem' })
  }
}

/** Makes a picture of the site smaller in its place, and says what came of it. Where that fails it stays as it is. */
export async function makeSmaller(path: string): Promise<void> {
  const name = fileNameOf(path)
  try {
    await saveAll()
    const task = crypto.randomUUID()
    const result = await request('media.optimise', { paths: [path], rule: usualRule, task })
    const [failure] = result.failed
    const { undo } = result
    if (failure) toast({ title: `${name} stays as it is`, text: failure.words, tone: 'problem' })
    else if (undo === null) toast({ title: `${name} is as small as it gets` })
    else
      toast({
        title: `${name} has ${bytesInWords(result.bytesAfter)} now, not ${bytesInWords(result.bytesBefore)}`,
        action: { label: 'Undo', run: () => void takeBack(undo) },
      })
  } catch (error) {
    toast({ title: `${name} stays as it is`, text: wordsOf(error), tone: 'problem' })
  }
}
