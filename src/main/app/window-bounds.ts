import type { BrowserWindow, Rectangle } from 'electron'
import { screen } from 'electron'
import { z } from 'zod'
import { openJsonFile } from '../lib/json-file.ts'
import type { Log } from '../lib/log.ts'

const boundsFile = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximised: z.boolean(),
})
type Bounds = z.infer<typeof boundsFile>

/** Where the last window was, so that the next one opens there. */
export interface WindowBounds {
  /** What a new window gets; moved aside by a step where `taken` windows already stand there. */
  next(taken: number): Partial<Rectangle> & { readonly width: number; readonly height: number }
  readonly maximised: boolean
  /** Remembers this window's place from now on. */
  follow(window: BrowserWindow): void
  /** Resolves when the last place is on disk. */
  idle(): Promise<void>
}

/** At least this much of the title bar must lie on some screen, else the window could not be reached. */
const reachable = 80

function isReachable({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    return across >= reachable && y >= workArea.y - 10 && y < workArea.y + workArea.height - 40
  })
}

export function openWindowBounds(path: string, log: Log): WindowBounds {
  const file = openJsonFile<Bounds | null>(path, {
    initial: null,
    parse: (raw) => boundsFile.parse(raw),
    onDamaged: (words, cause) => log.error(words, cause),
  })
  const fallback = { width: 1440, height: 900 }
  return {
    idle: file.idle,
    get maximised() {
      return file.get()?.maximised ?? false
    },
    next(taken) {
      const area = screen.getPrimaryDisplay().workArea
      const last = file.get()
      if (last && isReachable(last)) {
        const { x, y, width, height } = last
        return { x: x + taken * 24, y: y + taken * 24, width, height }
      }
      return {
        width: Math.min(last?.width ?? fallback.width, area.width),
        height: Math.min(last?.height ?? fallback.height, area.height),
      }
    },
    follow(window) {
      window.on('close', () => {
        const maximised = window.isMaximized() || window.isFullScreen()
        file
          .set({ ...window.getNormalBounds(), maximised })
          .catch((error: unknown) => log.error('The window place could not be kept', error))
      })
    },
  }
}
