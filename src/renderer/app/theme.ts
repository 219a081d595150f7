import type { Settings } from '../../shared/ipc/settings-calls.ts'
import { request, subscribe } from '../lib/api.ts'
import { guessPlatform, setPlatform } from '../lib/platform.ts'

const dark = window.matchMedia('(prefers-color-scheme: dark)')
let chosen: Settings['theme'] = 'system'

function showTheme(): void {
  const system = dark.matches ? 'dark' : 'light'
  document.documentElement.dataset.theme = chosen === 'system' ? system : chosen
}

function choose({ theme }: Settings): void {
  chosen = theme
  showTheme()
}

/**
 * Linux shows our own fonts. They are fetched at once: a first layout without them looks for another font in each size
 * and weight, which takes longer than the rest of it.
 */
function fetchFonts(): void {
  if (guessPlatform() !== 'linux') return
  for (const font of ['13px "Inter Variable"', '17px "Source Serif 4 Variable"'])
    document.fonts.load(font).catch(() => undefined)
}

/**
 * Gives the page its theme and its system before anything is drawn, and follows the theme from then on. Main hands the
 * chosen theme to the system's own switch, so the first answer is right before the settings are asked.
 */
export function dressWindow(): void {
  setPlatform(guessPlatform())
  fetchFonts()
  showTheme()
  dark.addEventListener('change', showTheme)
  subscribe('settings.changed', choose)
  request('settings.get').then(choose, () => undefined)
}
