/** What the command line asks for. It comes from anywhere, so it is only ever treated as a name to try. */
export interface LaunchOptions {
  /** A folder to open, as typed. */
  readonly folder: string | null
  readonly sample: boolean
}

/**
 * Reads `EXEC [switches] PROJECT_FOLDER [SITE_FOLDER] [--sample]`; a packaged Galley has no project folder.
 * Chromium and Electron read their own switches; unknown ones are left alone.
 */
export function launchOptions(argv: readonly string[], packaged: boolean): LaunchOptions {
  const words = argv.slice(1).filter((arg) => !arg.startsWith('-') && arg !== '')
  const folder = words[packaged ? 0 : 1] ?? null
  return { folder: folder?.includes('\0') ? null : folder, sample: argv.includes('--sample') }
}
