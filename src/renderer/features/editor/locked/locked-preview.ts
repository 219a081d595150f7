import { element } from '../blocks/element.ts'
import { cleanPastedHtml } from '../paste/clean-html.ts'

/** What is only code: there is nothing to see of it. */
const unseen = /^(?:Comment|Style sheet|Script|Template code)$/

const longest = 100_000

/**
 * How locked code would look, as plain words, lists and tables: cleaned as what is pasted, and pictures and frames left
 * out, so that nothing in it runs or asks the network. Null where there is nothing to see.
 */
export function lockedPreview(label: string, source: string): HTMLElement | null {
  if (unseen.test(label) || source.length > longest) return null
  const holder = element('div', 'page-locked-preview')
  holder.innerHTML = cleanPastedHtml(source)
  for (const outside of holder.querySelectorAll('img, iframe, object, embed, svg, math, picture'))
    outside.replaceWith(outside.getAttribute('alt') ?? '')
  for (const one of holder.querySelectorAll('*')) {
    for (const { name } of [...one.attributes])
      if (!/^(?:colspan|rowspan|start|dir|lang)$/.test(name)) one.removeAttribute(name)
  }
  return holder.textContent?.trim() ? holder : null
}
