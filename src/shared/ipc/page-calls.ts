import { z } from 'zod'
import { call } from './define.ts'
import { fileText, repoPath, sha256, shortText } from './schemas.ts'

/** What the journal holds for a page whose last words are not in its file yet. */
const draft = z.object({
  text: fileText,
  /** The file's state the draft was typed on. */
  baseSha: sha256,
  savedAt: z.string(),
})
export type Draft = z.infer<typeof draft>

export const pageFile = z.object({
  path: repoPath,
  /** The file as text, byte-order mark included; empty where `problem` is set. */
  text: fileText,
  /** Of the bytes on disk. */
  sha: sha256,
  /** Set when the file may be shown but not edited (not UTF-8, read-only site, …), in the user's words. */
  readOnly: shortText.nullable(),
  draft: draft.nullable(),
})
export type PageFile = z.infer<typeof pageFile>

const saveResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), sha: sha256 }),
  /** Another program changed or removed the file meanwhile; nothing was written, the draft is kept. */
  z.object({
    kind: z.literal('changed-elsewhere'),
    theirs: z.object({ text: fileText, sha: sha256 }).nullable(),
  }),
])
export type SaveResult = z.infer<typeof saveResult>

/**
 * What can be undone on a page after a restart: the text it was opened from, and what was done to it since. Only good
 * for a file that still has `sha`.
 */
export const keptHistory = z
  .object({
    sha: sha256,
    base: fileText,
    /** `{done, undone}` as JSON: lists of steps of the editor, in the order in which they were done. */
    steps: fileText,
  })
  .strict()
export type KeptHistory = z.infer<typeof keptHistory>

export const pageCalls = {
  'pages.open': call(z.object({ path: repoPath }).strict(), pageFile),
  /** Atomic; only if the file still is `baseSha` (null: only if there is no such file). */
  'pages.save': call(
    z.object({ path: repoPath, baseSha: sha256.nullable(), text: fileText }).strict(),
    saveResult,
  ),
  /** Keeps unsaved words safe: on disk, fsynced, outside the site, when this answers. */
  'pages.journal': call(
    z.object({ path: repoPath, baseSha: sha256, text: fileText, seq: z.number().int() }).strict(),
    z.void(),
  ),
  'pages.forgetDraft': call(z.object({ path: repoPath }).strict(), z.void()),
  'pages.history': call(z.object({ path: repoPath }).strict(), keptHistory.nullable()),
  'pages.keepHistory': call(
    z.object({ path: repoPath, history: keptHistory.nullable() }).strict(),
    z.void(),
  ),
  /** The page as last published (at the base commit), null when it is new. */
  'pages.published': call(z.object({ path: repoPath }).strict(), fileText.nullable()),
} as const
