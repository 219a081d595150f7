import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { StartImageProcess } from '../assets/image-engine.ts'
import type { Answered } from '../assets/image-worker.ts'

/** Decodes images in one of Electron's utility processes: without a window, apart from the one that holds the sites. */
export const startImageProcess: StartImageProcess = ({ onAnswer, onExit }) => {
  const child = utilityProcess.fork(join(__dirname, 'image-worker.js'), [], {
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
