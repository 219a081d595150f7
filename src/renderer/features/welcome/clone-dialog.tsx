import { TriangleAlert } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { request, wordsOf } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { addressProblem, isWholeAddress, nameFromAddress, nameProblem } from './clone-address.ts'
import { CloneProgress } from './clone-progress.tsx'
import { useClone } from './use-clone.ts'
import './site-dialogs.css'

interface Place {
  readonly token: string
  readonly folder: string
}

/** Where the clone goes: the usual place at first, or one that was chosen. */
function usePlace() {
  const [place, setPlace] = useState<Place | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    request('app.defaultCloneFolder').then(
      (usual) => {
        if (!isGone) setPlace((chosen) => chosen ?? usual)
      },
      (error: unknown) => {
        if (!isGone) setProblem(wordsOf(error))
      },
    )
    return () => {
      isGone = true
    }
  }, [])
  const choose = async () => {
    try {
      const chosen = await request('app.chooseCloneFolder')
      if (chosen) setPlace(chosen)
      setProblem(null)
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }
  return { place, problem, choose }
}

function Problem({ words }: { readonly words: string }) {
  return (
    <div className="site-dialog-problem" role="alert">
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
      <p>{words}</p>
    </div>
  )
}

/** What is typed into the dialog; the name follows the address until it is changed by hand. */
function useCloneForm() {
  const [url, setUrl] = useState('')
  const [ownName, setName] = useState<string | null>(null)
  const name = ownName ?? nameFromAddress(url)
  const nameTrouble = ownName !== null || isWholeAddress(url) ? nameProblem(name) : null
  return {
    url,
    setUrl,
    name,
    setName,
    nameTrouble,
    isReady: isWholeAddress(url) && nameProblem(name) === null,
  }
}

/** Brings a site to this computer: from where, to where, and how far it is. */
export function CloneDialog({ onClose }: { onClose(): void }) {
  const form = useCloneForm()
  const { place, problem: placeProblem, choose } = usePlace()
  const { step, start, stop } = useClone()
  const address = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const formId = useId()
  const isAsking = step.kind === 'asking'
  const problem = step.kind === 'asking' ? step.problem : null
  useEffect(() => {
    // The button that had the focus could not keep it while the site was fetched.
    if (problem !== null) address.current?.focus()
  }, [problem])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isAsking || !form.isReady || !place) return
    const wish = { url: form.url.trim(), name: form.name, token: place.token }
    if (await start(wish)) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      dismissible={isAsking}
      title="Clone a site"
      initialFocus={address}
      footer={
        <>
          <Button size="lg" disabled={step.kind === 'stopping'} onClick={isAsking ? onClose : stop}>
            {step.kind === 'stopping' ? 'Stopping…' : 'Cancel'}
          </Button>
          <Button
            size="lg"
            variant="primary"
            type="submit"
            form={formId}
            busy={!isAsking}
            disabled={!form.isReady || !place}
          >
            {isAsking ? 'Clone' : 'Cloning…'}
          </Button>
        </>
      }
    >
      <form id={formId} className="site-dialog-form" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Address of the site’s repository"
          placeholder="https://"
          value={form.url}
          onChange={form.setUrl}
          problem={addressProblem(form.url)}
          hint="Ask the site’s developer, or copy it from the repository’s page."
          readOnly={!isAsking}
          autoComplete="off"
          inputRef={address}
        />
        <div className="site-dialog-place">
          <TextField
            label="Keep it in"
            value={place?.folder ?? ''}
            onChange={() => undefined}
            readOnly
            problem={placeProblem}
          />
          <Button disabled={!isAsking} onClick={() => void choose()}>
            Choose…
          </Button>
        </div>
        <TextField
          label="Name of its folder"
          value={form.name}
          onChange={form.setName}
          problem={form.nameTrouble}
          readOnly={!isAsking}
          autoComplete="off"
        />
        {problem !== null && <Problem words={problem} />}
        {!isAsking && (
          <CloneProgress
            progress={step.kind === 'cloning' ? step.progress : null}
            isStopping={step.kind === 'stopping'}
          />
        )}
      </form>
    </Dialog>
  )
}
