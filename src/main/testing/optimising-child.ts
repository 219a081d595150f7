import { createImageEngine } from '../assets/image-engine.ts'
import { createMediaHandlers } from '../assets/media-handlers.ts'
import type { CallContext } from '../lib/call-context.ts'
import { openSite } from '../repo/open-site.ts'
import { inProcessImages } from './in-process-images.ts'

/* Run by a crash test: converts all images of a site and takes it back, again and again, until it is killed. */

async function main() {
  const [, , root = '', profileDir = ''] = process.argv
  const site = await openSite(root, { profileDir })
  const context: CallContext = { windowId: 1, site, announce: () => undefined }
  const handlers = createMediaHandlers({
    engine: createImageEngine(inProcessImages),
    chooseFiles: async () => [],
  })
  const rule = {
    format: 'webp',
    quality: 60,
    maxWidth: 100,
    maxHeight: 100,
    stripMetadata: true,
    keepLocation: false,
    cleanSvg: true,
  } as const
  process.stdout.write('open\n')
  for (;;) {
    const images = (await handlers['media.list'](undefined, context)).map(({ path }) => path)
    process.stdout.write('begin\n')
    const { undo } = await handlers['media.optimise']({ paths: images, rule, task: 't' }, context)
    if (undo !== null) await handlers['media.undo']({ undo }, context)
  }
}

void main()
