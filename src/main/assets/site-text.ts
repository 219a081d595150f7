import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { decodeStrictly } from '../repo/decode-text.ts'
import type { SiteFiles } from '../repo/site-session.ts'

/** A text file with what is needed to write it back byte for byte. */
export interface SiteText {
  readonly text: string
  readonly sha: string
  /** False: not UTF-8; every byte is one character. */
  readonly utf8: boolean
}

/** The text of some bytes. Bytes that are no UTF-8 are read one by one, so that references in them follow as well. */
function textOfBytes(bytes: Uint8Array): Omit<SiteText, 'sha'> {
  const text = decodeStrictly(bytes)
  return text === null
    ? { text: Buffer.from(bytes).toString('latin1'), utf8: false }
    : { text, utf8: true }
}

/** The bytes of an edited text. */
export const bytesOfText = (text: string, utf8: boolean): Uint8Array =>
  Buffer.from(text, utf8 ? 'utf8' : 'latin1')

/** Reads a text file; null where it is gone or cannot be read. */
export async function readSiteText(files: SiteFiles, path: RepoPath): Promise<SiteText | null> {
  try {
    const { bytes, sha } = await files.read(path)
    return { ...textOfBytes(bytes), sha }
  } catch {
    return null
  }
}

/** Whether these texts still are what they were when they were read. */
export async function areUnchanged(
  files: SiteFiles,
  texts: Iterable<readonly [RepoPath, SiteText]>,
): Promise<boolean> {
  for (const [path, { sha }] of texts)
    if ((await readSiteText(files, path))?.sha !== sha) return false
  return true
}
