import type { KeptHistory, PageFile } from '../../../../shared/ipc/page-calls.ts'
import type { PageStore } from '../session/save-loop.ts'

/** Pages kept in memory, with the same promises as the real store: a save of an outdated file is refused. */
export class MemoryStore implements PageStore {
  readonly files = new Map<string, string>()
  readonly drafts = new Map<string, string>()
  readonly histories = new Map<string, KeptHistory>()
  readonly writes: string[] = []

  async sha(text: string): Promise<string> {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    return [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('')
  }

  async open(path: string): Promise<PageFile> {
    const text = this.files.get(path) ?? ''
    return { path, text, sha: await this.sha(text), readOnly: null, draft: null }
  }

  async save(input: { path: string; baseSha: string | null; text: string }) {
    const now = this.files.get(input.path) ?? ''
    const sha = await this.sha(now)
    if (sha !== input.baseSha)
      return { kind: 'changed-elsewhere' as const, theirs: { text: now, sha } }
    this.files.set(input.path, input.text)
    this.writes.push(input.text)
    return { kind: 'saved' as const, sha: await this.sha(input.text) }
  }

  async journal(input: { path: string; text: string }): Promise<void> {
    this.drafts.set(input.path, input.text)
  }

  async forgetDraft(path: string): Promise<void> {
    this.drafts.delete(path)
  }

  async history(path: string): Promise<KeptHistory | null> {
    return this.histories.get(path) ?? null
  }

  async keepHistory(path: string, history: KeptHistory | null): Promise<void> {
    if (history) this.histories.set(path, history)
    else this.histories.delete(path)
  }
}
