import { guessPlatform, setPlatform } from '../lib/platform.ts'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

/** Main hands the chosen theme to the system's own switch, so this question is answered for the setting, too. */
function showTheme(): void {
  document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light'
}

/** Gives the page its theme and its system before anything is drawn, and follows the theme from then on. */
export function dressWindow(): void {
  setPlatform(guessPlatform())
  showTheme()
  dark.addEventListener('change', showTheme)
}
