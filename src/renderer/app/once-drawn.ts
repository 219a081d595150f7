const watchFor = 2000

/** Tries again with each frame until it works out: what comes into the window may have to be loaded first. */
export function untilDone(attempt: () => boolean): void {
  const end = performance.now() + watchFor
  onceDrawn(function look() {
    if (!attempt() && performance.now() < end) requestAnimationFrame(look)
  })
}

/** What comes into the window by a change of state needs a moment before anything can be done with it. */
export function onceDrawn(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}
