import { isYamlMap, textAt, type YamlMap } from '../site/yaml-map.ts'

const escaped = (words: string) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function cardOf(item: YamlMap): string {
  const title = textAt(item, 'title') ?? ''
  const words = textAt(item, 'description') ?? textAt(item, 'announcement') ?? ''
  const link = textAt(item, 'linktext') ?? textAt(item, 'link_text')
  const more = link ? `<p><a>${escaped(link)}</a></p>` : ''
  return `<div class="isomer-card"><div class="isomer-card-body"><div class="isomer-card-title">${escaped(title)}</div><p>${words}</p>${more}</div></div>`
}

function sectionOf(section: YamlMap): string {
  const part = (key: string, tag: string) => {
    const words = textAt(section, key)
    return words ? `<${tag}>${words}</${tag}>` : ''
  }
  const picture = textAt(section, 'background') ?? textAt(section, 'image')
  const image = picture
    ? `<img src="${escaped(picture)}" alt="${escaped(textAt(section, 'alt') ?? '')}">`
    : ''
  const lists = Object.values(section).filter(Array.isArray)
  const cards = lists.flatMap((items) => items.filter(isYamlMap).map(cardOf))
  const grid = cards.length > 0 ? `<div class="isomer-card-grid">${cards.join('')}</div>` : ''
  const button = part('button', 'a')
  return `<section>${part('subtitle', 'p')}${part('title', 'h2')}${part('description', 'p')}${image}${grid}${button ? `<p>${button}</p>` : ''}</section>`
}

/**
 * The sections of a homepage (`sections` of its front matter: a list of maps of one key each) as plain HTML in their
 * order; `''` where there are none. The texts of sections may hold HTML, as the site's own theme lets them.
 */
export function homeSections(front: YamlMap): string {
  const { sections } = front
  if (!Array.isArray(sections)) return ''
  return sections
    .filter(isYamlMap)
    .flatMap((entry) => Object.values(entry).filter(isYamlMap))
    .map(sectionOf)
    .join('\n')
}
