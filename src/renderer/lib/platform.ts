export type Platform = 'darwin' | 'win32' | 'linux'

/** The system as the browser tells it, for the first paint; main confirms it later. */
export function guessPlatform(): Platform {
  if (/mac/i.test(navigator.platform)) return 'darwin'
  return /win/i.test(navigator.platform) ? 'win32' : 'linux'
}

/** The system whose habits the window follows; `<html data-platform>` carries it for the style sheets. */
export function platform(): Platform {
  const told = document.documentElement.dataset.platform
  return told === 'darwin' || told === 'win32' || told === 'linux' ? told : guessPlatform()
}

export function setPlatform(to: Platform): void {
  document.documentElement.dataset.platform = to
}
