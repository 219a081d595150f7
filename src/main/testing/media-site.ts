import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { imageRule } from '../../shared/ipc/media-calls.ts'
import { createImageEngine } from '../assets/image-engine.ts'
import { createMediaHandlers } from '../assets/media-handlers.ts'
import type { CallContext } from '../lib/call-context.ts'
import { openSite } from '../repo/open-site.ts'
import { contentRepo } from './content-repo-builder.ts'
import { inProcessImages } from './in-process-images.ts'
import { cameraPhoto, drawing, photo, photoAsPng } from './sample-images.ts'

/** A page with front matter. */
export const mediaPage = (body: string, more = ''): string =>
  `---\ntitle: About us\npermalink: /about/\n${more}---\n${body}\n`

/** A page that shows two images. */
export const aboutPage = mediaPage(
  '![](/images/Our%20harbour.jpg)\n<img src="/images/scan.png" alt="Scan">\n',
  'image: /images/Our harbour.jpg\n',
)

/** Small WebP pictures. */
export const smallWebp = imageRule.parse({
  format: 'webp',
  quality: 70,
  maxWidth: 200,
  maxHeight: 200,
  stripMetadata: true,
})

async function files() {
  const scan = await photoAsPng()
  return {
    '_config.yml': 'title: Agency\nurl: https://agency.example\n',
    'index.md': mediaPage('Home ![A boat](/images/boat.jpg)'),
    'pages/about.md': aboutPage,
    '_data/footer.yml': 'logo: /images/scan.png\n',
    'assets/site.scss': '.a { background: url("/images/scan.png"); }\n',
    'old.md': Buffer.from('---\ntitle: Caf\xe9\n---\n<img src="/images/boat.jpg">\n', 'latin1'),
    'broken.md': mediaPage(
      '![x](/images/boaat.jpg) [doc](/files/gone.pdf) {{ page.folder }}/lonely.png',
    ),
    'images/Our harbour.jpg': await cameraPhoto(6),
    'images/boat.jpg': await photo(300, 200, 100),
    'images/scan.png': scan,
    'images/team/copy.png': scan,
    'images/lonely.png': await drawing(),
    'images/broken.jpg': (await photo()).subarray(0, 3000),
    'files/plan.pdf': '%PDF-1.7 plan',
  }
}

/** A site with images of many kinds, open, and the handlers of its media screen. */
export async function mediaSite() {
  const outside = mkdtempSync(join(tmpdir(), 'galley-outside-'))
  const repo = await contentRepo()
    .files(await files())
    .build()
  const site = await openSite(repo.root, { profileDir: repo.profileDir })
  const progress: unknown[] = []
  const chosen: string[] = []
  const context: CallContext = {
    windowId: 1,
    site,
    announce: (_, payload) => progress.push(payload),
  }
  const handlers = createMediaHandlers({
    engine: createImageEngine(inProcessImages),
    chooseFiles: async () => chosen,
  })
  const at = (path: string) => join(repo.root, path)
  return {
    site,
    context,
    handlers,
    outside,
    at,
    /** What the next dialog answers. */
    chosen,
    /** What was told of batches. */
    progress,
    text: (path: string) => readFileSync(at(path), 'utf8'),
    /** Puts a file somewhere outside the site. */
    put(name: string, bytes: Uint8Array | string): string {
      const place = join(outside, name)
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, bytes)
      return place
    },
    /** Every file of the site with the hash of its bytes. */
    async snapshot(): Promise<ReadonlyMap<string, string>> {
      const listed = await site.files.list()
      const entries = listed.map(
        async ({ path }) => [path, (await site.files.read(path)).sha] as const,
      )
      return new Map(await Promise.all(entries))
    },
    async [Symbol.asyncDispose]() {
      await site.close()
      await repo[Symbol.asyncDispose]()
      rmSync(outside, { recursive: true })
    },
  }
}

export type MediaSite = Awaited<ReturnType<typeof mediaSite>>
