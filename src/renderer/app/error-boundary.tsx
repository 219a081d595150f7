import { Component, type ErrorInfo, type ReactNode } from 'react'
import { request } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'

interface Props {
  /** The part that is kept apart from the rest, in words: “The page list”. */
  readonly part: string
  /** Nothing of the window is left beside it. */
  readonly isAll?: boolean
  readonly children: ReactNode
}

interface State {
  readonly error: Error | null
}

const detailsOf = ({ name, message, stack }: Error) => stack ?? `${name}: ${message}`

/** Keeps a fault in one part of the window from taking the others along. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div className="shell-fault">
        <ErrorState
          happened={`${this.props.part} could not be shown because of a fault in Galley.`}
          kept={`Everything you wrote is saved on this computer.${this.props.isAll ? '' : ' The rest of the window works on.'}`}
          actions={
            <>
              <Button variant="primary" size="lg" onClick={() => this.setState({ error: null })}>
                Try again
              </Button>
              <Button
                variant="quiet"
                size="lg"
                onClick={() => void request('app.copyText', { text: detailsOf(error) })}
              >
                Copy details for your developer
              </Button>
              <Button variant="quiet" size="lg" onClick={() => void request('app.showLog')}>
                Show the log
              </Button>
            </>
          }
        />
      </div>
    )
  }
}
