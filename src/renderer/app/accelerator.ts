/** Keys in Electron's notation, taken apart. */
export interface Keys {
  readonly key: string
  readonly ctrl: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
}

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>

/** Reads `CmdOrCtrl+Shift+P` for one system. */
export function readAccelerator(accelerator: string, mac: boolean): Keys {
  const parts = accelerator.split('+')
  const has = (name: string) => parts.slice(0, -1).includes(name)
  return {
    key: parts.at(-1) ?? '',
    ctrl: has('Ctrl') || (has('CmdOrCtrl') && !mac),
    meta: has('Cmd') || (has('CmdOrCtrl') && mac),
    alt: has('Alt'),
    shift: has('Shift'),
  }
}

const codes: Readonly<Record<string, string>> = {
  '\\': 'Backslash',
  '/': 'Slash',
  ',': 'Comma',
  '.': 'Period',
}

const codeOf = (key: string): string => {
  if (/^[A-Z]$/.test(key)) return `Key${key}`
  return /^\d$/.test(key) ? `Digit${key}` : (codes[key] ?? key)
}

/**
 * Whether a key press means these keys. The sign on the key counts; the place of the key only where the press gives
 * no Latin letter or digit: with Shift or Alt held, and on keyboards of other scripts.
 */
export function isPressed(keys: Keys, press: KeyPress): boolean {
  if (press.ctrlKey !== keys.ctrl || press.metaKey !== keys.meta) return false
  if (press.altKey !== keys.alt || press.shiftKey !== keys.shift) return false
  if (press.key.toUpperCase() === keys.key.toUpperCase()) return true
  return !/^[a-z0-9]$/i.test(press.key) && press.code === codeOf(keys.key)
}
