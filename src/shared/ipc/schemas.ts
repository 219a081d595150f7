import { z } from 'zod'
import { isRepoPath } from '../domain/repo-path.ts'

/** A path inside the site: relative, `/` between parts, never leaving the folder. */
export const repoPath = z
  .string()
  .min(1)
  .max(4096)
  .refine(isRepoPath, 'The path must stay inside the site.')

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Text of one file; larger ones are opened as source by other means. */
export const fileText = z.string().max(32 * 1024 * 1024)
export const shortText = z.string().max(4096)
export const id = z.string().min(1).max(200)
