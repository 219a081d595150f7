import { element } from '../blocks/element.ts'

interface Options {
  readonly source: string
  /** Puts the code in; answers in words why it cannot be, else null. */
  readonly onUse: (source: string) => string | null
  readonly onClose: () => void
}

const button = (className: string, label: string, run: () => void) => {
  const made = element('button', className, label)
  made.type = 'button'
  made.addEventListener('click', run)
  return made
}

/** The code of a locked block, to be changed in its place. */
export function sourcePanel({ source, onUse, onClose }: Options) {
  const text = element('textarea', 'page-locked-text')
  text.value = source
  text.rows = Math.min(16, Math.max(2, source.split('\n').length))
  text.spellcheck = false
  text.setAttribute('aria-label', 'Source of the locked block')
  const problem = element('p', 'page-locked-problem')
  problem.setAttribute('role', 'alert')
  const use = () => {
    problem.textContent = text.value === source ? null : onUse(text.value)
    if (problem.textContent === '') onClose()
    else text.focus()
  }
  text.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) use()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  const dom = element(
    'div',
    'page-locked-panel',
    text,
    problem,
    element(
      'div',
      'page-locked-actions',
      button('page-locked-show', 'Cancel', onClose),
      button('page-locked-show page-locked-use', 'Use this source', use),
    ),
  )
  return { dom, focus: () => text.focus() }
}
