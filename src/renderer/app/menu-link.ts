import { request, subscribe } from '../lib/api.ts'
import { isCommand } from '../lib/command-keys.ts'
import { runCommand, useCommandStore } from '../lib/command-store.ts'
import { isModalOpen } from '../lib/modal.ts'

const settleAfter = 80

function menuNow() {
  const actions = Object.entries(useCommandStore.getState().actions)
  return {
    enabled: actions.filter(([, action]) => action.enabled !== false).map(([id]) => id),
    checked: actions.filter(([, action]) => action.checked).map(([id]) => id),
  }
}

/** Tells the application menu what is possible, and runs what is chosen there. */
export function followMenu(): () => void {
  let told = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    const menu = menuNow()
    const words = JSON.stringify(menu)
    if (words === told) return
    told = words
    // A menu that is late is no reason to disturb anybody; the next change tells it again.
    request('app.menu', menu).catch(() => {
      told = ''
    })
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(tell, settleAfter)
  }
  soon()
  const stops = [
    useCommandStore.subscribe(soon),
    subscribe('command.run', ({ id }) => {
      if (isCommand(id) && !isModalOpen()) runCommand(id)
    }),
    () => clearTimeout(timer),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
