import {
  addDataItem,
  addDataKey,
  copyDataItem,
  moveDataItem,
  moveDataKey,
  removeDataItem,
  removeDataKey,
  renameDataKey,
  setDataValue,
} from './edit-data.ts'
import {
  addYamlItem,
  addYamlKey,
  copyYamlItem,
  moveYamlItem,
  moveYamlKey,
  removeYamlItem,
  removeYamlKey,
  renameYamlKey,
  setYamlValue,
} from './edit-yaml.ts'
import type { FormValue, KeyPath } from './form-value.ts'
import { isJsonBlock } from './front-format.ts'
import { yamlBlockOf } from './yaml-block.ts'

/*
 * Edits of a front matter block with its fences, in the language it is written in. Only the bytes of what is edited
 * change. All throw where the block has no such key, or where `readFront` tells a problem.
 */

function isYaml(front: string): boolean {
  const block = yamlBlockOf(front)
  return block !== null && !isJsonBlock(block.text)
}

/** Sets one value. `path` is the key, or keys and list positions. */
export function setFrontValue(front: string, path: KeyPath, value: FormValue): string {
  return (isYaml(front) ? setYamlValue : setDataValue)(front, path, value)
}

/** Adds a key behind the others; a page without front matter gets one. */
export function addFrontKey(front: string, key: string, value: FormValue): string {
  const block = front.replace('\uFEFF', '') === '' ? front + createFront('\n') : front
  return (isYaml(block) ? addYamlKey : addDataKey)(block, key, value)
}

/** Removes a top-level key with its value. */
export function removeFrontKey(front: string, key: string): string {
  return (isYaml(front) ? removeYamlKey : removeDataKey)(front, key)
}

/** Renames a top-level key; its value and place stay. */
export function renameFrontKey(front: string, key: string, name: string): string {
  return (isYaml(front) ? renameYamlKey : renameDataKey)(front, key, name)
}

/** Moves a top-level key to another place among the keys. */
export function moveFrontKey(front: string, key: string, to: number): string {
  return (isYaml(front) ? moveYamlKey : moveDataKey)(front, key, to)
}

/** Puts an item into a list, before the one at a position or behind the last. */
export function addFrontItem(
  front: string,
  path: KeyPath,
  item: readonly [number, FormValue],
): string {
  return (isYaml(front) ? addYamlItem : addDataItem)(front, path, item)
}

/** Takes an item out of a list. */
export function removeFrontItem(front: string, path: KeyPath, index: number): string {
  return (isYaml(front) ? removeYamlItem : removeDataItem)(front, path, index)
}

/** Puts a copy of a list's item behind it, in its own words and form. */
export function copyFrontItem(front: string, path: KeyPath, index: number): string {
  return (isYaml(front) ? copyYamlItem : copyDataItem)(front, path, index)
}

/** Moves an item of a list from one position to another. */
export function moveFrontItem(
  front: string,
  path: KeyPath,
  move: readonly [number, number],
): string {
  return (isYaml(front) ? moveYamlItem : moveDataItem)(front, path, move)
}

/** A front matter block for a page that has none. */
function createFront(eol: '\n' | '\r\n'): string {
  return `---${eol}---${eol}`
}
