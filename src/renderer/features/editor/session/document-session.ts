import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { splitFront } from '../../../../shared/domain/document/front-matter/split-front.ts'
import { openPage } from '../../../../shared/domain/document/page.ts'
import type { BodyKind, OpenedPage } from '../../../../shared/domain/document/types.ts'
import type { PageFile } from '../../../../shared/ipc/page-calls.ts'
import { type LinkForm, linkForms } from '../links/link-range.ts'
import { carryDoc } from '../schema/carry-doc.ts'
import { createPageEditor } from './create-page-editor.ts'
import { draftNotice } from './draft-notice.ts'
import { type EarlierSteps, HistoryKeeper } from './history-keeper.ts'
import { caretIn } from './keep-caret.ts'
import { pageFactsOf, setPageFacts } from './page-facts.ts'
import type { PageFormat } from './page-format.ts'
import type { PageText } from './page-saver.ts'
import { SaveLoop } from './save-loop.ts'
import type { SessionDeps, SessionFacts } from './session-facts.ts'
import type { StepFollower } from './step-follower.ts'
import { noSteps } from './step-log.ts'

const frontOf = (text: string) => {
  const { bom, front } = splitFront(text)
  return bom + front
}

/** One open page: its document, its front matter, its history, and the loop that brings them to disk. */
export class DocumentSession {
  readonly path: string
  /** How the body was written when the page was opened. */
  readonly kind: BodyKind
  readonly editor: Editor | null
  readonly loop: SaveLoop
  readonly #deps: SessionDeps
  readonly #follower: StepFollower
  readonly #keeper: HistoryKeeper | null
  readonly #listeners = new Set<() => void>()
  #facts: SessionFacts
  /** The source as it was shown last, before anything was typed there. */
  #shown: string | null = null

  constructor(file: PageFile, deps: SessionDeps, earlier: EarlierSteps | null = null) {
    this.path = file.path
    this.#deps = deps
    const page = openPage(earlier?.base ?? file.text)
    this.kind = page.kind
    const readOnly = file.readOnly !== null
    this.editor = page.doc
      ? createPageEditor({
          doc: page.doc,
          facts: { front: page.front, source: page.source },
          editable: !readOnly,
          mediaUrl: deps.mediaUrl,
          linkForm: this.linkForm,
          format: this.format,
        })
      : null
    this.#follower = earlier?.follower ?? deps.follower(file.text)
    this.#keeper =
      this.editor && new HistoryKeeper(this.editor, { path: file.path, store: deps.store })
    this.#keeper?.begin(page.source, earlier?.groups ?? noSteps)
    const front = this.editor ? pageFactsOf(this.editor.state).front : page.front
    this.#facts = {
      view: page.doc ? 'write' : 'source',
      save: { kind: 'saved' },
      front,
      source: page.doc ? null : page.source,
      preview: null,
      notice: file.readOnly ?? page.refusal,
      readOnly,
      writable: page.doc !== null,
    }
    this.loop = new SaveLoop({
      path: file.path,
      sha: file.sha,
      store: deps.store,
      text: (verified) => this.#text(verified),
      onState: (save) => this.#set({ save }),
      onSaved: (text, sha) => this.#keeper?.saved(text, sha, this.#facts.source === null),
    })
    this.#follow()
    if (file.draft) this.#restore(file, file.draft)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly facts = (): SessionFacts => this.#facts

  /** Where the app shows a file of the site that pages mention as `src`. */
  readonly mediaUrl = (src: string): string | null => this.#deps.mediaUrl(src)

  /** How the page's own editor writes new links; Markdown cannot say how a link opens. */
  readonly linkForm = (): LinkForm =>
    this.kind !== 'markdown' && this.#deps.isIsomer() ? linkForms.isomer : linkForms.plain

  /** What the page's blocks are written in. */
  readonly format = (): PageFormat => {
    if (this.kind === 'markdown' || this.kind === 'mixed') return 'markdown'
    return this.#deps.isIsomer() ? 'isomer' : 'html'
  }

  /** Changes the front matter, as one step of the page's history. */
  setFront(front: string): void {
    if (this.#facts.readOnly || front === this.#facts.front) return
    const { source } = this.#facts
    if (source !== null) {
      this.setSource(front + source.slice(this.#facts.front.length))
      return
    }
    const { editor } = this
    if (!editor) return
    editor.view.dispatch(setPageFacts(editor.state.tr, pageFactsOf(editor.state), { front }))
  }

  /** The text typed in the source view. */
  setSource(text: string): void {
    if (this.#facts.source === null || text === this.#facts.source) return
    this.#set({ source: text, front: frontOf(text) })
    this.loop.changed()
    if (this.#facts.view === 'preview') this.#set({ preview: text })
  }

  /** Shows the page's source, as it would be saved. */
  async showSource(): Promise<boolean> {
    const text = this.#facts.source ?? (await this.shownText())
    if (text === null) return false
    if (this.#facts.source === null) this.#shown = text
    this.#set({ view: 'source', source: text, preview: null, notice: null })
    return true
  }

  /** Shows the page as a visitor would see it, with what is not saved yet. */
  async showPreview(): Promise<boolean> {
    const text = await this.shownText()
    if (text === null) return false
    this.#set({ view: 'preview', preview: text })
    return true
  }

  /** Undo or redo from the source view, where nothing that was typed there is left to take back. */
  async turnInSource(turn: Command): Promise<void> {
    const { editor } = this
    if (!editor || this.#facts.source === null || this.#facts.source !== this.#shown) return
    if (!turn(editor.state, editor.view.dispatch)) return
    const made = await this.#follower.text(false, editor)
    if (made.text === null) return
    this.#shown = made.text
    this.#set({ source: made.text, front: frontOf(made.text) })
    this.loop.changed()
  }

  /** Back to writing; the source's changes become one step of the history. */
  showWriting(): boolean {
    const { source } = this.#facts
    if (source === null) {
      this.#set({ view: 'write', preview: null })
      return true
    }
    if (this.editor && source === this.#shown) {
      // Looked at, not changed: no step of the history.
      this.#set({ view: 'write', source: null, preview: null, notice: null })
      return true
    }
    const page = openPage(source)
    if (!this.editor || !page.doc) {
      this.#set({ notice: page.refusal ?? 'This page can be edited as source only.' })
      return false
    }
    this.#set({ view: 'write', source: null, preview: null, notice: null })
    this.#replaceWith(page, true)
    return true
  }

  /** The file changed on disk: taken over where nothing of the user's is at stake, else the user is asked. */
  fileChanged(): Promise<void> {
    return this.loop.idle(async () => {
      const file = await this.#deps.store.open(this.path).catch(() => null)
      if (file?.sha === this.loop.sha) return
      if (!file) this.loop.clash(null)
      else if (this.loop.dirty) this.loop.clash({ text: file.text, sha: file.sha })
      else await this.#take(file.text, file.sha, false)
    })
  }

  /** Takes what another program wrote; the words given up can be brought back by undo. */
  async takeTheirs(): Promise<void> {
    const { save } = this.#facts
    if (save.kind === 'changed-elsewhere' && save.theirs)
      await this.#take(save.theirs.text, save.theirs.sha, true)
  }

  dismissNotice(): void {
    this.#set({ notice: null })
  }

  /** Saves what is not saved yet, and what can be undone. */
  async save(): Promise<void> {
    await this.loop.flush()
    await this.#keeper?.keep()
  }

  async close(): Promise<void> {
    await this.save()
    this.drop()
  }

  /** Lets the page go without writing anything. */
  drop(): void {
    this.loop.stop()
    this.#keeper?.stop()
    this.#follower.close()
    this.editor?.destroy()
  }

  async #take(text: string, sha: string, undoable: boolean): Promise<void> {
    const page = openPage(text)
    if (this.#facts.source !== null || !page.doc || !this.editor)
      this.#set({ view: 'source', source: text, preview: null, front: page.front })
    else this.#replaceWith(page, undoable)
    if (!undoable) this.#keeper?.restart(text)
    if (this.#facts.view === 'preview') this.#set({ preview: text })
    await this.loop.adopt(sha)
  }

  #restore(file: PageFile, draft: NonNullable<PageFile['draft']>): void {
    const page = openPage(draft.text)
    if (page.doc && this.editor) this.#replaceWith(page, true)
    else {
      this.#set({ view: 'source', source: draft.text, front: page.front })
      this.loop.changed()
    }
    this.#set({ notice: draftNotice(draft.savedAt) })
    // The draft was typed on another state of the file: the user says which one stays.
    if (draft.baseSha !== file.sha) this.loop.clash({ text: file.text, sha: file.sha })
  }

  /** Puts another page text into the editor, changing only what differs. */
  #replaceWith(page: OpenedPage, undoable: boolean): void {
    const { editor } = this
    if (!editor || !page.doc) return
    const { tr } = editor.state
    const next = carryDoc(page.doc, editor.schema)
    setPageFacts(tr, pageFactsOf(editor.state), { front: page.front, source: page.source })
    const from = tr.doc.content.findDiffStart(next.content)
    const to = tr.doc.content.findDiffEnd(next.content)
    if (from !== null && to) {
      const overlap = Math.max(0, from - Math.min(to.a, to.b))
      tr.replace(from, to.a + overlap, next.slice(from, to.b + overlap))
      const { selection } = editor.state
      if (selection.head > from && selection.head < to.a + overlap)
        tr.setSelection(caretIn(tr.doc, selection))
    }
    if (!undoable) tr.setMeta('addToHistory', false)
    if (tr.steps.length > 0) editor.view.dispatch(tr)
  }

  #follow(): void {
    this.editor?.on('transaction', ({ editor, transaction, appendedTransactions }) => {
      const steps = [transaction, ...appendedTransactions].flatMap((tr) => tr.steps)
      this.#keeper?.note(transaction, steps)
      if (steps.length === 0) return
      this.#follower.add(steps)
      const { front } = pageFactsOf(editor.state)
      if (front !== this.#facts.front) this.#set({ front })
      this.loop.changed()
      if (this.#facts.view === 'preview') void this.showPreview()
    })
  }

  /** The page's text, or a notice why there is none. */
  async shownText(): Promise<string | null> {
    const made = await this.#text(false)
    if (made.text === null) this.#set({ notice: made.kind === 'refused' ? made.reason : null })
    return made.text
  }

  async #text(verified: boolean): Promise<PageText> {
    const { source } = this.#facts
    if (source !== null || !this.editor) return { kind: 'text', text: source ?? '' }
    return this.#follower.text(verified, this.editor)
  }

  #set(change: Partial<SessionFacts>): void {
    this.#facts = { ...this.#facts, ...change }
    for (const listener of this.#listeners) listener()
  }
}
