/** What Word says about a paragraph that is an item of a list: `mso-list:l0 level2 lfo1`. */
const listStyle = /mso-list:\s*(?!ignore)[^;"]*?\blevel(\d)/i
const numberSign = /^\s*(?:\d+|[a-z]{1,4})[.)]/i

const levelOf = (element: Element): number | null => {
  const level = listStyle.exec(element.getAttribute('style') ?? '')?.[1]
  return level ? Number(level) : null
}

/** The sign Word draws in front of an item; it goes, the list has its own. */
function takeSign(item: Element): string {
  const sign = [...item.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
  const text = sign?.textContent ?? ''
  sign?.remove()
  return text
}

interface Open {
  readonly list: HTMLElement
  readonly level: number
}

/** The list an item of a level goes into: one that is open, or a new one inside the item above. */
function listFor(open: Open[], level: number, make: () => HTMLElement): HTMLElement {
  while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
  const now = open.at(-1)
  if (now && now.level >= level) return now.list
  const list = make()
  if (now) (now.list.lastElementChild ?? now.list).append(list)
  open.push({ list, level })
  return list
}

/** Word copies lists as paragraphs that only look like items; they become lists again. */
export function mendWordLists(body: HTMLElement): void {
  const { ownerDocument: page } = body
  for (const first of [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')]) {
    if (!first.isConnected && !body.contains(first)) continue
    if (levelOf(first) === null || first.closest('li')) continue
    const open: Open[] = []
    let next: Element | null = first
    while (next) {
      const item = next as HTMLElement
      const level = levelOf(item)
      if (level === null) break
      next = item.nextElementSibling
      const tag = numberSign.test(takeSign(item)) ? 'ol' : 'ul'
      const list = listFor(open, level, () => page.createElement(tag))
      if (!list.parentNode) item.before(list)
      const made = page.createElement('li')
      const words = page.createElement('p')
      words.append(...item.childNodes)
      made.append(words)
      list.append(made)
      item.remove()
    }
  }
}
