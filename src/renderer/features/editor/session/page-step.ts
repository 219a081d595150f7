import type { Node } from '@tiptap/pm/model'
import { Step, StepMap, StepResult } from '@tiptap/pm/transform'

/** What belongs to a page beside its document: its front matter, and the text its document was opened from. */
export interface PageFacts {
  readonly front: string
  readonly source: string
}

/**
 * A step that changes a page's facts and leaves the document alone, so that details, title and source edits stand in
 * the same undo history as the words.
 */
export class PageStep extends Step {
  readonly from: Partial<PageFacts>
  readonly to: Partial<PageFacts>

  constructor(from: Partial<PageFacts>, to: Partial<PageFacts>) {
    super()
    this.from = from
    this.to = to
  }

  override apply(doc: Node) {
    return StepResult.ok(doc)
  }

  override invert() {
    return new PageStep(this.to, this.from)
  }

  override map() {
    return this
  }

  override getMap() {
    return StepMap.empty
  }

  override toJSON() {
    return { stepType: 'page', from: this.from, to: this.to }
  }

  static override fromJSON(_schema: unknown, json: { from: PageFacts; to: PageFacts }) {
    return new PageStep(json.from, json.to)
  }
}

Step.jsonID('page', PageStep)
