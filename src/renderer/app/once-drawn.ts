/** What comes into the window by a change of state needs a moment before anything can be done with it. */
export function onceDrawn(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}
