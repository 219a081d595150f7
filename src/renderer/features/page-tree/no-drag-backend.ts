import type { ComponentProps } from 'react'
import type { Tree } from 'react-arborist'

const nothing = (): void => undefined
const connectNothing = () => nothing

/** Rows are not dragged here, so the tree must not listen to every drag on the window. */
export const noDragBackend: NonNullable<ComponentProps<typeof Tree>['dndBackend']> = () => ({
  setup: nothing,
  teardown: nothing,
  connectDragSource: connectNothing,
  connectDragPreview: connectNothing,
  connectDropTarget: connectNothing,
  profile: () => ({}),
})
