import { type OpenPage, useOpenPages } from './open-pages-store.ts'

/** What is kept of a site's window on this machine. */
export interface SiteTabs {
  readonly tabs: readonly OpenPage[]
  readonly active: string | null
  /** Pages as they were last in front, the latest first. */
  readonly recent: readonly string[]
}

const most = 12
const keyOf = (siteId: string) => `galley.tabs.${siteId}`

const isText = (value: unknown): value is string => typeof value === 'string'

function pageOf(raw: unknown): OpenPage[] {
  const { path, view } = (raw ?? {}) as { readonly path?: unknown; readonly view?: unknown }
  return isText(path) ? [{ path, view: view === 'source' ? 'source' : 'write' }] : []
}

/** The tabs of a site as they were left; null where it was never open here, or nothing can be made of the note. */
export function readSiteTabs(siteId: string): SiteTabs | null {
  try {
    const raw = JSON.parse(localStorage.getItem(keyOf(siteId)) ?? 'null')
    if (raw === null) return null
    const tabs = (raw.tabs as unknown[]).flatMap(pageOf)
    const active = tabs.find(({ path }) => path === raw.active) ?? tabs[0]
    const recent = (raw.recent as unknown[]).filter(isText).slice(0, most)
    return { tabs, active: active?.path ?? null, recent }
  } catch {
    return null
  }
}

/** Pages lately in front, without the one that is there now. */
export function pagesToReturnTo(siteId: string): readonly string[] {
  const { active } = useOpenPages.getState()
  return readSiteTabs(siteId)?.recent.filter((path) => path !== active) ?? []
}

export const forgetSiteTabs = (siteId: string): void => localStorage.removeItem(keyOf(siteId))

/** The list of recent pages after `path` came to the front. */
export function withRecent(recent: readonly string[], path: string | null): readonly string[] {
  if (path === null || recent[0] === path) return recent
  return [path, ...recent.filter((other) => other !== path)].slice(0, most)
}

/** Brings a site's tabs back and notes every change; answers with the function that leaves the site. */
export function followSiteTabs(siteId: string): () => void {
  const stored = readSiteTabs(siteId)
  let recent = stored?.recent ?? []
  useOpenPages.getState().reset(stored?.tabs ?? [], stored?.active ?? null)
  const note = (): void => {
    const { tabs, active } = useOpenPages.getState()
    recent = withRecent(recent, active)
    localStorage.setItem(keyOf(siteId), JSON.stringify({ tabs, active, recent }))
  }
  const stop = useOpenPages.subscribe((now, before) => {
    if (now.tabs !== before.tabs || now.active !== before.active) note()
  })
  return () => {
    stop()
    useOpenPages.getState().reset([], null)
  }
}
