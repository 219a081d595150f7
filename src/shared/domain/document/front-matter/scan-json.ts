import {
  type DataMember,
  type DataNode,
  type DataTree,
  deepestValue,
  NotRead,
} from './data-tree.ts'
import type { FrontValue } from './front-view.ts'

const space = /[ \t\r\n]*/y
const text = /"(?:[^"\\\n\r]|\\.)*"/y
const word = /-?\d[\d.eE+-]*|true|false|null/y

class JsonScanner {
  private at: number
  private readonly source: string

  constructor(source: string, at: number) {
    this.source = source
    this.at = at
  }

  get end() {
    return this.at
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)
    if (found) this.at = pattern.lastIndex
    return found?.[0] ?? null
  }

  private skip(character: string): boolean {
    this.take(space)
    if (this.source[this.at] !== character) return false
    this.at++
    return true
  }

  private expect(character: string) {
    if (!this.skip(character)) throw new NotRead(`no ${character} at ${this.at}`)
  }

  value(depth: number): DataNode {
    if (depth > deepestValue) throw new NotRead('too deep')
    this.take(space)
    const from = this.at
    if (this.skip('{')) return this.map(from, depth)
    if (this.skip('[')) return this.list(from, depth)
    const raw = this.take(text) ?? this.take(word)
    if (raw === null) throw new NotRead(`no value at ${from}`)
    const value = JSON.parse(raw) as string | number | boolean | null
    const kind =
      value === null ? 'empty' : typeof value === 'string' ? kindOfText(value) : typeof value
    return { span: [from, this.at], value, kind: kind as DataNode['kind'], items: [], members: [] }
  }

  private map(from: number, depth: number): DataNode {
    const members = this.members(depth)
    const value = Object.fromEntries(members.map(({ key, node }) => [key, node.value]))
    return { span: [from, this.at], value, kind: 'map', items: [], members }
  }

  members(depth: number): DataMember[] {
    const members: DataMember[] = []
    if (this.skip('}')) return members
    do {
      this.take(space)
      const from = this.at
      const raw = this.take(text)
      if (raw === null) throw new NotRead(`no key at ${from}`)
      const keySpan = [from, this.at] as const
      this.expect(':')
      const node = this.value(depth + 1)
      members.push({ key: JSON.parse(raw), keySpan, span: [from, this.at], node })
    } while (this.skip(','))
    this.expect('}')
    return members
  }

  private list(from: number, depth: number): DataNode {
    const items: DataNode[] = []
    if (!this.skip(']')) {
      do items.push(this.value(depth + 1))
      while (this.skip(','))
      this.expect(']')
    }
    const value: FrontValue = items.map((item) => item.value)
    return { span: [from, this.at], value, kind: 'list', items, members: [] }
  }
}

const kindOfText = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text')

/** Reads the object that starts at an offset; throws where there is none. `end` is where it ends. */
export function scanJson(source: string, at: number): DataTree & { readonly end: number } {
  const scanner = new JsonScanner(source, at + 1)
  if (source[at] !== '{') throw new NotRead('no object')
  const members = scanner.members(0)
  return { members, inside: [at + 1, scanner.end - 1], end: scanner.end }
}
