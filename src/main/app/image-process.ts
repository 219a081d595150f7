import { utilityProcess } from 'electron'
import type { StartImageProcess } from '../assets/image-lane.ts'
import type { Answered } from '../assets/image-worker.ts'

/**
 * Decodes images in Electron's utility processes: without a window, apart from the process that holds the sites.
 * `program` is the built `image-worker.ts`.
 */
export function imageProcesses(program: string): StartImageProcess {
  return ({ onAnswer, onExit }) => {
    const child = utilityProcess.fork(program, [], {
      serviceName: 'Galley images',
      // The libraries' own warnings are told in words by the jobs.
      stdio: 'ignore',
    })
    child.on('message', (answer: Answered) => onAnswer(answer))
    child.on('exit', onExit)
    return {
      post: (asked) => child.postMessage(asked),
      kill: () => {
        child.kill()
      },
    }
  }
}
