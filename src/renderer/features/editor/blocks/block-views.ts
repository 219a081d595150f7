import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { lockedView } from '../locked/locked-view.ts'
import { detailsView } from './details-view.ts'
import { frameView } from './frame-view.ts'
import { imageView } from './image-view.ts'
import { taskItemView } from './task-item-view.ts'

interface Options {
  readonly mediaUrl: (src: string) => string | null
}

/** Plain DOM views of the blocks that need more than a tag; never React, pages hold them by the hundred. */
export function blockViews({ mediaUrl }: Options) {
  // One for all times TipTap asks: with other views it would draw the page a second time.
  const views = new Plugin({
    props: {
      nodeViews: {
        image: imageView(mediaUrl),
        imageInline: imageView(mediaUrl),
        iframe: frameView,
        opaque: lockedView,
        details: detailsView,
        taskItem: taskItemView,
      },
    },
  })
  return Extension.create({ name: 'blockViews', addProseMirrorPlugins: () => [views] })
}
