import { parseDocument } from 'yaml'

/** A YAML mapping read for display; values are whatever the file holds. */
export type YamlMap = Readonly<Record<string, unknown>>

export function isYamlMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

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

/** A key's value as trimmed text; undefined where it is missing, empty, or a list or map. */
export function textAt(map: YamlMap | null, key: string): string | undefined {
  const value = map && Object.hasOwn(map, key) ? map[key] : undefined
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return undefined
  const text = String(value).trim()
  return text === '' ? undefined : text
}
