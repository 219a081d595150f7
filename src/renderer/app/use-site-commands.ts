import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { request } from '../lib/api.ts'
import { useCommand } from '../lib/command-store.ts'
import { useOpenPages } from '../lib/open-pages-store.ts'
import { saveAll } from '../lib/savers.ts'
import { showProblem } from './follow-errors.ts'

/** Once main has closed the site nothing can be saved any more, so what is open is saved first. */
async function closeSite(): Promise<void> {
  try {
    await saveAll()
    await request('app.closeSite')
  } catch (error) {
    showProblem('The site stays open', error)
  }
}

async function saveNow(): Promise<void> {
  try {
    await saveAll()
  } catch (error) {
    showProblem('Not everything is saved', error)
  }
}

/** Commands about the open site as a whole. */
export function useSiteCommands({ restriction }: SiteInfo): void {
  const active = useOpenPages((pages) => pages.active)
  useCommand('site.close', { run: () => void closeSite() })
  useCommand('page.save', {
    enabled: active !== null && restriction === null,
    run: () => void saveNow(),
  })
  useCommand('site.show-in-folder', {
    run: () => {
      request('app.showInFolder', { path: active }).catch((error: unknown) =>
        showProblem('The folder could not be shown', error),
      )
    },
  })
}
