import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { MediaFile, MediaReport } from '../../../../shared/ipc/media-calls.ts'
import { useOpenPages } from '../../../lib/open-pages-store.ts'
import '../../../styles/base.css'
import '../../../styles/tokens.css'
import { fakeBridge } from '../../../testing/fake-bridge.ts'
import { ConfirmHost } from '../../../ui/confirm.tsx'
import { ToastHost } from '../../../ui/toast.tsx'
import { MediaInspector } from '../media-inspector.tsx'
import { MediaList } from '../media-list.tsx'
import { useMedia } from '../media-store.ts'
import { MediaWork } from '../media-work.tsx'

export const fileAt = (i: number): MediaFile => ({
  path: `images/p${String(i).padStart(3, '0')}.jpg`,
  kind: 'image',
  bytes: 100_000,
  width: 40,
  height: 30,
  modified: null,
  type: 'image/jpeg',
})

const report: MediaReport = {
  searched: 9,
  unused: [{ path: 'images/p001.jpg', bytes: 100_000, mentioned: false }],
  missingAlt: [],
  tooBig: [],
  duplicates: [],
  broken: [
    {
      page: 'a.md',
      title: 'Three storms',
      at: 1,
      src: '/images/P.jpg',
      wanted: 'images/P.jpg',
      suggestion: fileAt(3).path,
      sure: true,
    },
  ],
}

/** As if nobody had been here. */
export function forget(): void {
  localStorage.clear()
  useMedia.setState({ sort: 'name', layout: 'grid' })
  useMedia.getState().reset()
  useOpenPages.getState().reset([], null)
}

interface Options {
  readonly files?: readonly MediaFile[]
}

/** The section with a site of so many files, and main’s stand-in. */
export async function openMedia({
  files = Array.from({ length: 60 }, (_, i) => fileAt(i)),
}: Options = {}) {
  const bridge = fakeBridge({
    'media.list': () => [...files],
    'media.report': () => (files.length === 0 ? { ...report, unused: [], broken: [] } : report),
    'media.alike': () => ({
      groups: [{ paths: [fileAt(7).path, fileAt(2).path] }],
      compared: files.length,
    }),
    'media.measure': () => [],
    'media.usage': ({ path }) => ({
      uses:
        path === fileAt(0).path
          ? [{ path: 'a.md', title: 'Three storms', count: 1, where: ['text'], sure: true }]
          : [],
      searched: 9,
    }),
    'media.alts': () => [
      {
        page: 'a.md',
        title: 'Three storms',
        at: 4,
        src: '/images/p000.jpg',
        path: fileAt(0).path,
        alt: null,
      },
      {
        page: 'b.md',
        title: 'The pier',
        at: 9,
        src: '/images/p000.jpg',
        path: fileAt(0).path,
        alt: 'A pier',
      },
    ],
    'site.tree': () => ({
      nodes: [{ id: 'a', kind: 'page', title: 'Three storms', path: 'a.md' }],
      pages: 1,
    }),
    'media.planDelete': () => ({ pages: [{ path: 'a.md', title: 'Three storms', count: 2 }] }),
    'media.delete': ({ paths }) => ({ undo: 'u1', files: paths.length, pages: 1 }),
    'media.undo': () => ({ undo: 'u2', title: 'Delete p000.jpg' }),
    'media.steps': () => ({ undo: null, redo: null }),
    'media.planRename': ({ moves }) => ({
      moves: moves.filter(({ to }) => !to.includes('taken')),
      pages: [{ path: 'a.md', title: 'Three storms', count: 1 }],
      references: 1,
      problems: moves
        .filter(({ to }) => to.includes('taken'))
        .map((move) => ({ ...move, words: 'There is such a file already.' })),
    }),
    'media.repair': ({ repairs }) => ({ undo: 'u5', pages: 1, links: repairs.length }),
    'media.rename': ({ moves }) => ({ undo: 'u3', files: moves.length, pages: 1 }),
    'media.setAlt': ({ edits }) => ({ undo: 'u4', pages: edits.length, skipped: 0 }),
    'media.previewImport': () => {
      const side = { bytes: 60_000, width: 40, height: 30, type: 'image/png' }
      return { before: side, after: { ...side, bytes: 6000 }, kept: false, base64: '' }
    },
    'media.previewOptimise': () => {
      const side = { bytes: 100_000, width: 40, height: 30, type: 'image/jpeg' }
      return { before: side, after: { ...side, bytes: 12_000 }, kept: false }
    },
  })
  await page.viewport(1300, 760)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const screen = await render(
    <QueryClientProvider client={client}>
      <main style={{ display: 'grid', gridTemplateColumns: '248px 1fr 304px', height: '100vh' }}>
        <MediaList />
        <section style={{ display: 'flex', minHeight: 0 }} aria-label="Work">
          <MediaWork />
        </section>
        <MediaInspector />
      </main>
      <ConfirmHost />
      <ToastHost />
    </QueryClientProvider>,
  )
  if (files.length > 0)
    await expect.element(screen.getByRole('grid', { name: 'Media' })).toBeVisible()
  return { bridge, screen }
}

type Screen = Awaited<ReturnType<typeof openMedia>>['screen']

export const cell = (screen: Screen, i: number) =>
  screen.getByRole('gridcell', { name: `p${String(i).padStart(3, '0')}.jpg`, exact: true })

export const bar = (screen: Screen) => screen.getByRole('toolbar', { name: 'Selected images' })

export async function openDialog(screen: Screen, name: string) {
  await bar(screen)
    .getByRole('button', { name: `${name}…` })
    .click()
  const dialog = screen.getByRole('dialog', { name, exact: true })
  await expect.element(dialog).toBeVisible()
  return dialog
}
