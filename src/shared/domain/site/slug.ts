/** `Fish & Chips` → `fish-chips`: lower case, every run of other characters one hyphen, none at the ends. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** `supplying-goods` → `Supplying Goods`: Isomer's way to make a folder's name a heading. */
export function deslugified(name: string): string {
  return name
    .split('-')
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
}

/** `about-us` → `About us`; names that already hold capitals or spaces stay as they are. */
export function readableName(name: string): string {
  if (!/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(name)) return name
  const words = name.replace(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
