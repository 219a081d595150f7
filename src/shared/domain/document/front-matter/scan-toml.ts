import { parse } from 'smol-toml'
import {
  type DataMember,
  type DataNode,
  type DataTree,
  deepestValue,
  NotRead,
} from './data-tree.ts'
import type { FrontValue } from './front-view.ts'

const blank = /(?:[ \t\r\n]|#[^\n]*)*/y
const gap = /[ \t]*/y
const keyPart = /[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y
const text =
  /"""[\s\S]*?(?<!\\)"""(?!")"{0,2}|'''[\s\S]*?'''(?!')'{0,2}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y
const word = /[^\s,\]}#=[{"']+(?: \d{2}:\d{2}[\d:.Zz+-]*)?/y
const table = /\[\[?[^\n]*/y

const date = /^\d{4}-\d{2}-\d{2}(?:[Tt ].*)?$/

/** Whole numbers beyond 2^53 are no fault of the page. */
const read = (source: string) => parse(source, { integersAsBigInt: 'asNeeded' })

function plain(value: unknown, raw: string): FrontValue {
  if (value instanceof Date) return raw
  if (typeof value === 'bigint') return Number(value)
  return value as FrontValue
}

class TomlScanner {
  at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)
    if (found) this.at = pattern.lastIndex
    return found?.[0] ?? null
  }

  private skip(character: string): boolean {
    this.take(blank)
    if (this.source[this.at] !== character) return false
    this.at++
    return true
  }

  /** A key with its value; a dotted key keeps its dots and is no single key to the form. */
  member(depth: number): DataMember {
    const from = this.at
    const parts: string[] = []
    do {
      this.take(gap)
      const raw = this.take(keyPart)
      if (raw === null) throw new NotRead(`no key at ${this.at}`)
      parts.push(/^["']/.test(raw) ? String(read(`k = ${raw}`).k) : raw)
      this.take(gap)
    } while (this.source[this.at] === '.' && this.at++ >= 0)
    const keyEnd = from + this.source.slice(from, this.at).trimEnd().length
    if (this.source[this.at] !== '=') throw new NotRead(`no = at ${this.at}`)
    this.at++
    this.take(gap)
    const node = this.value(depth + 1)
    return { key: parts.join('.'), keySpan: [from, keyEnd], span: [from, this.at], node }
  }

  private value(depth: number): DataNode {
    if (depth > deepestValue) throw new NotRead('too deep')
    const from = this.at
    if (this.source[from] === '[') return this.list(from, depth)
    if (this.source[from] === '{') return this.map(from, depth)
    const raw = this.take(text) ?? this.take(word)
    if (raw === null) throw new NotRead(`no value at ${from}`)
    const value = plain(read(`k = ${raw}`).k, raw)
    const isDate = !/^["']/.test(raw) && date.test(raw)
    const kind = isDate ? 'date' : typeof value === 'string' ? 'text' : typeof value
    return { span: [from, this.at], value, kind: kind as DataNode['kind'], items: [], members: [] }
  }

  private list(from: number, depth: number): DataNode {
    this.at++
    const items: DataNode[] = []
    while (!this.skip(']')) {
      if (items.length > 0 && !this.skip(',')) throw new NotRead(`no , at ${this.at}`)
      if (items.length > 0 && this.skip(']')) break
      items.push(this.value(depth + 1))
    }
    const value = items.map((item) => item.value)
    return { span: [from, this.at], value, kind: 'list', items, members: [] }
  }

  private map(from: number, depth: number): DataNode {
    this.at++
    const members: DataMember[] = []
    while (!this.skip('}')) {
      if (members.length > 0 && !this.skip(',')) throw new NotRead(`no , at ${this.at}`)
      this.take(blank)
      members.push(this.member(depth))
    }
    const value = Object.fromEntries(members.map(({ key, node }) => [key, node.value]))
    return { span: [from, this.at], value, kind: 'map', items: [], members }
  }
}

const textOfBig = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)

/** The tables behind the top-level keys, each as one member that the form only shows. */
function tablesOf(
  whole: Record<string, unknown>,
  known: ReadonlySet<string>,
  span: DataNode['span'],
): DataMember[] {
  return Object.keys(whole)
    .filter((key) => !known.has(key))
    .map((key) => {
      const value = JSON.parse(JSON.stringify(whole[key], textOfBig)) as FrontValue
      const node: DataNode = { span, value, kind: 'map', items: [], members: [] }
      return { key, keySpan: [span[0], span[0]], span, node }
    })
}

/** Reads TOML text with the places of its top-level keys and their values; throws where it is not TOML. */
export function scanToml(source: string): DataTree {
  const whole = read(source)
  const scanner = new TomlScanner(source)
  const members: DataMember[] = []
  for (;;) {
    scanner.take(blank)
    if (scanner.at >= source.length || scanner.take(table) !== null) break
    members.push(scanner.member(0))
  }
  const first = members.at(-1)?.span[1] ?? 0
  const header = /^[ \t]*\[/m.exec(source.slice(first))
  const end = header ? first + header.index : source.length
  const known = new Set(members.flatMap(({ key }) => [key, key.split('.')[0] ?? key]))
  return {
    members: [...members, ...tablesOf(whole, known, [end, source.length])],
    inside: [0, end],
  }
}
