import { parseConfig } from '../config-text.ts'
import { isYamlMap, textAt } from '../yaml-map.ts'

/** Collections as the menu shows them. */
export interface MenuCollection {
  /** The folder's name without its underscore. */
  readonly collection: string
  readonly title: string | undefined
}

/** The collections of `_data/navigation.yml` in the menu's order; none for a missing or broken file. */
export function readMenuCollections(text: string | undefined): MenuCollection[] {
  const { links } = parseConfig(text ?? '')
  if (!Array.isArray(links)) return []
  return links.filter(isYamlMap).flatMap((link) => {
    const collection = textAt(link, 'collection')
    return collection === undefined ? [] : [{ collection, title: textAt(link, 'title') }]
  })
}
