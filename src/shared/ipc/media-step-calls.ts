import { z } from 'zod'
import { call } from './define.ts'
import { id, shortText } from './schemas.ts'

/** A step in the media of a site, and what takes it back (or does it again) with `media.undo`. */
const step = z.object({ undo: id, title: shortText })
export type MediaStep = z.infer<typeof step>

export const mediaStepCalls = {
  /** What can be taken back and done again next, also after a restart. */
  'media.steps': call(z.void(), z.object({ undo: step.nullable(), redo: step.nullable() })),
  /** Takes a step back; the answer takes that back. */
  'media.undo': call(z.object({ undo: id }).strict(), z.object({ undo: id, title: shortText })),
} as const
