import { parseDocument } from 'yaml'
import { isYamlMap, type YamlMap } from './yaml-map.ts'

/**
 * Reads a YAML file of a site for display. Never throws: a broken file gives what could be read of it, at worst an
 * empty map. Of a key that stands twice, the last counts. Not for writing.
 */
export function parseConfig(text: string): YamlMap {
  try {
    const parsed = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' })
    const value: unknown = parsed.toJS({ maxAliasCount: 100 })
    return isYamlMap(value) ? value : {}
  } catch {
    return {}
  }
}
