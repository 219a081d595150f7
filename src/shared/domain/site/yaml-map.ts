/** A YAML mapping read for display; values are whatever the file holds. */
export type YamlMap = Readonly<Record<string, unknown>>

export function isYamlMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
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
