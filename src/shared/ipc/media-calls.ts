import { z } from 'zod'
import { call } from './define.ts'
import { imageEdit } from './image-edit.ts'
import { mediaStepCalls } from './media-step-calls.ts'
import { id, repoPath, shortText } from './schemas.ts'

/*
 * Thumbnails are no calls: `media://<site>/@thumb-160/<path>` (also 320 and 640 pixels wide) answers a small WebP,
 * or the file itself where none can be made.
 */

const paths = z.array(repoPath).min(1).max(100_000)
const pixels = z.number().int().min(1).max(100_000)

export const mediaFile = z.object({
  path: repoPath,
  kind: z.enum(['image', 'document']),
  bytes: z.number(),
  /** In pixels, as shown (turned upright); null until known: ask `media.measure` for what is visible. */
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** When it was last changed, in milliseconds since 1970; null where the file is not in the folder. */
  modified: z.number().nullable(),
  /** What the ending says it is, such as `image/webp`; empty for kinds Galley does not know. */
  type: shortText,
})
export type MediaFile = z.infer<typeof mediaFile>

const measured = z.object({
  path: repoPath,
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** What its bytes say it is; null where they say nothing. */
  type: shortText.nullable(),
  /** Why there is no picture, in words (“Its content is kept elsewhere (Git LFS).”); null otherwise. */
  problem: shortText.nullable(),
})
export type MeasuredFile = z.infer<typeof measured>

const usePlace = z.enum(['text', 'details', 'data', 'settings', 'style', 'template'])

const use = z.object({
  path: repoPath,
  title: shortText,
  count: z.number().int(),
  where: z.array(usePlace),
  /** False: its name is mentioned, but not in a way that surely leads to it. */
  sure: z.boolean(),
})
export type MediaUse = z.infer<typeof use>

/** A page and how many of its references a plan changes. */
const touched = z.object({ path: repoPath, title: shortText, count: z.number().int() })
export type TouchedPage = z.infer<typeof touched>

export const imageUse = z.object({
  page: repoPath,
  title: shortText,
  /** Where the image stands in the page's text; names the use in `media.setAlt`. */
  at: z.number().int(),
  /** As written in the page. */
  src: shortText,
  /** The file of the site it shows; null for others. */
  path: repoPath.nullable(),
  /** Null: no alt text at all. Empty: marked as decorative. */
  alt: shortText.nullable(),
})
export type ImageUse = z.infer<typeof imageUse>

const report = z.object({
  /** How many text files were searched for references. */
  searched: z.number().int(),
  /** `mentioned`: the bare name appears somewhere, so it may be used in a way Galley does not see. */
  unused: z.array(z.object({ path: repoPath, bytes: z.number(), mentioned: z.boolean() })),
  missingAlt: z.array(imageUse),
  tooBig: z.array(
    z.object({
      path: repoPath,
      bytes: z.number(),
      width: z.number().nullable(),
      height: z.number().nullable(),
      words: shortText,
    }),
  ),
  /** Files with the same bytes. */
  duplicates: z.array(z.object({ paths: z.array(repoPath), bytes: z.number() })),
  broken: z.array(
    z.object({
      page: repoPath,
      title: shortText,
      at: z.number().int(),
      src: shortText,
      /** The path it would have. */
      wanted: shortText,
      /** The file that was probably meant; null where none is like it. */
      suggestion: repoPath.nullable(),
      /** No other file has such a name. */
      sure: z.boolean(),
    }),
  ),
})
export type MediaReport = z.infer<typeof report>

const alike = z.object({
  /** Images that look the same but are different files: other sizes, formats or qualities of one picture. */
  groups: z.array(z.object({ paths: z.array(repoPath) })),
  /** How many were compared. */
  compared: z.number().int(),
})
export type MediaAlike = z.infer<typeof alike>

const move = z.object({ from: repoPath, to: repoPath }).strict()
const moves = z.object({ moves: z.array(move).min(1).max(100_000) }).strict()

const renamePlan = z.object({
  /** The moves that can be done. */
  moves: z.array(move),
  pages: z.array(touched),
  references: z.number().int(),
  /** The moves that cannot be done, each with its reason. `media.rename` refuses while there is one. */
  problems: z.array(z.object({ from: repoPath, to: repoPath, words: shortText })),
})
export type RenamePlan = z.infer<typeof renamePlan>

/** A step that was done, and what takes it back with `media.undo`. */
const done = z.object({ undo: id, files: z.number().int(), pages: z.number().int() })
export type MediaDone = z.infer<typeof done>

export const imageRule = z
  .object({
    format: z.enum(['keep', 'webp', 'jpeg', 'png']),
    /** 1 to 100, for formats that lose detail. */
    quality: z.number().int().min(1).max(100),
    /** Never enlarged; null: no limit. */
    maxWidth: pixels.nullable(),
    maxHeight: pixels.nullable(),
    /** Drops everything a camera wrote, except the colour profile's effect. Where it was taken is dropped unless `keepLocation`. */
    stripMetadata: z.boolean(),
    keepLocation: z.boolean().default(false),
    /** Takes scripts and addresses of others out of SVG drawings. */
    cleanSvg: z.boolean().default(true),
  })
  .strict()
export type ImageRule = z.input<typeof imageRule>

const failure = z.object({ path: shortText, words: shortText })

const batchResult = z.object({
  /** Where each finished file is now. */
  done: z.array(
    z.object({ from: shortText, path: repoPath, before: z.number(), after: z.number() }),
  ),
  /** Left as they were because the rule would not make them smaller. */
  kept: z.array(repoPath),
  failed: z.array(failure),
  bytesBefore: z.number(),
  bytesAfter: z.number(),
  pages: z.number().int(),
  /** Null where nothing was changed. */
  undo: id.nullable(),
  cancelled: z.boolean(),
})
export type BatchResult = z.infer<typeof batchResult>

/** A file outside the site that the user chose, dropped or pasted; the page holds only its token. */
const offered = z.object({
  token: id,
  name: shortText,
  bytes: z.number(),
  kind: z.enum(['image', 'document']),
  /** What its bytes say it is. */
  type: shortText,
})
const offer = z.object({
  offered: z.array(offered),
  refused: z.array(z.object({ name: shortText, words: shortText })),
})
export type MediaOffer = z.infer<typeof offer>

const side = z.object({
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  type: shortText,
})

const outcome = z.object({
  before: side,
  after: side,
  /** The rule would not make it smaller, so it would stay as it is. */
  kept: z.boolean(),
})

export const mediaCalls = {
  'media.list': call(z.void(), z.array(mediaFile)),
  'media.measure': call(
    z.object({ paths: z.array(repoPath).max(1000) }).strict(),
    z.array(measured),
  ),
  'media.usage': call(
    z.object({ path: repoPath }).strict(),
    z.object({ uses: z.array(use), searched: z.number().int() }),
  ),
  'media.report': call(z.void(), report),
  /** Looks at every picture that it did not see before. Progress as `task.progress` of `media.alike`. */
  'media.alike': call(z.void(), alike),
  /** Every image in the pages with its alt text; of these files only, where given. */
  'media.alts': call(z.object({ paths: paths.nullable() }).strict(), z.array(imageUse)),
  /** `alt` empty: decorative. Uses that are no longer where they were are `skipped`. */
  'media.setAlt': call(
    z
      .object({
        edits: z
          .array(z.object({ page: repoPath, at: z.number().int(), src: shortText, alt: shortText }))
          .min(1)
          .max(20_000),
      })
      .strict(),
    z.object({ undo: id.nullable(), pages: z.number().int(), skipped: z.number().int() }),
  ),
  /** Files and whole folders: `from` and `to` may both name a folder. */
  'media.planRename': call(moves, renamePlan),
  'media.rename': call(moves, done),
  'media.planDelete': call(z.object({ paths }).strict(), z.object({ pages: z.array(touched) })),
  'media.delete': call(z.object({ paths }).strict(), done),
  /** Makes broken links lead to files that are there; one undoable step. */
  'media.repair': call(
    z
      .object({
        repairs: z
          .array(z.object({ page: repoPath, wanted: shortText, to: repoPath }).strict())
          .min(1)
          .max(20_000),
      })
      .strict(),
    z.object({ undo: id, pages: z.number().int(), links: z.number().int() }),
  ),
  /** Another picture or document in the place of this one; references follow where the ending changes. */
  'media.replace': call(
    z.object({ path: repoPath, token: id }).strict(),
    done.extend({ path: repoPath }),
  ),
  /** Asks with the system's dialog. */
  'media.chooseFiles': call(z.object({ multiple: z.boolean() }).strict(), offer),
  /** Where the bridge says that dropped files and folders lie. */
  'media.offerDropped': call(
    z.object({ paths: z.array(z.string().min(1).max(32_768)).max(5000) }).strict(),
    offer,
  ),
  /** An image from the clipboard. */
  'media.offerPasted': call(
    z.object({ name: shortText, base64: z.string().max(34_000_000) }).strict(),
    offer,
  ),
  /** What the rule would make of a chosen picture, and a small WebP of it (empty where there is none). */
  'media.previewImport': call(
    z.object({ token: id, rule: imageRule }).strict(),
    outcome.extend({ base64: z.string() }),
  ),
  /** `names`: `{name}`, `{slug}`, `{date}`, `{seq}` and own words. Progress as `task.progress`. */
  'media.import': call(
    z
      .object({
        tokens: z.array(id).min(1).max(5000),
        folder: repoPath,
        rule: imageRule.nullable(),
        names: z.string().min(1).max(200),
        task: id,
      })
      .strict(),
    batchResult,
  ),
  /** Progress as `task.progress`; one undoable step, references follow where endings change. */
  'media.optimise': call(z.object({ paths, rule: imageRule, task: id }).strict(), batchResult),
  'media.previewOptimise': call(z.object({ path: repoPath, rule: imageRule }).strict(), outcome),
  /** The picture itself that a rule makes, to be looked at beside the one there is. */
  'media.tryOptimise': call(
    z.object({ path: repoPath, rule: imageRule }).strict(),
    z.object({ base64: z.string(), type: shortText, before: z.number(), after: z.number() }),
  ),
  /** What an edited picture would come to. */
  'media.previewEdit': call(
    z.object({ path: repoPath, edit: imageEdit }).strict(),
    z.object({ before: side, after: side }),
  ),
  /** Turns, cuts or shrinks one picture, in its place or as a new file beside it; one undoable step. */
  'media.edit': call(
    z.object({ path: repoPath, edit: imageEdit, asNew: z.boolean() }).strict(),
    z.object({ undo: id, path: repoPath, bytes: z.number() }),
  ),
  /** Stops a batch: with `keepDone` what is finished stays, otherwise nothing is changed. */
  'media.cancel': call(z.object({ task: id, keepDone: z.boolean() }).strict(), z.void()),
  'media.pause': call(z.object({ task: id, paused: z.boolean() }).strict(), z.void()),
  ...mediaStepCalls,
} as const
