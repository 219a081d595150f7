type Answer = (request: Request) => Promise<Response>

/** Long enough for any page; a site is opened even where none asks for a script. */
const patience = 1500

/**
 * Starting a git takes the main process some milliseconds each, in which it answers nobody. Opening a site therefore
 * waits until the page has fetched its script: then both work side by side.
 */
export function watchFirstScript(answer: Answer): { answer: Answer; fetched: Promise<void> } {
  let tell: () => void = () => undefined
  const fetched = new Promise<void>((resolve) => {
    tell = resolve
    setTimeout(resolve, patience)
  })
  let scripts = 0
  return {
    fetched,
    async answer(request) {
      const response = await answer(request)
      if (/\.js$/.test(request.url)) {
        scripts += 1
        // The script asks for its parts in one go, in the same moment.
        if (scripts === 1) setTimeout(tell, 60)
      }
      return response
    },
  }
}
