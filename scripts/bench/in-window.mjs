// What is measured inside a window, the same in Galley's and in a bare one.

/** Puts the measuring functions into a window. */
export async function equip(page) {
  await page.evaluate(() => {
    /** In a frame's callback: when that frame has been painted. */
    const painted = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve()
        port2.postMessage(null)
      })
    const afterPaint = () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => void painted().then(resolve))
      })
    window.bench = { painted, afterPaint, keys: [], texts: [] }
    const onKey = (event) =>
      void afterPaint().then(() => window.bench.keys.push(performance.now() - event.timeStamp))
    addEventListener('keydown', onKey, { capture: true })
  })
}

/** Notes how long the worker that writes pages takes for each text, from the question to the answer. */
export async function noteTexts(page) {
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (message, ...rest) {
      const began = performance.now()
      const verified = message.request?.verified
      const onReply = ({ data }) => {
        if (data.id !== message.id) return
        this.removeEventListener('message', onReply)
        window.bench.texts.push({
          verified,
          took: performance.now() - began,
          kind: data.reply?.kind,
        })
      }
      if (verified !== undefined) this.addEventListener('message', onReply)
      return post.call(this, message, ...rest)
    }
  })
}

/** The caret at the end of a paragraph in the middle of the page. */
export async function caretInMiddle(page) {
  await page.evaluate(() => {
    const root = document.querySelector('[contenteditable=true].ProseMirror')
    const all = [...root.querySelectorAll(':scope > p')]
    const middle = all[Math.floor(all.length / 2)]
    root.focus()
    middle.scrollIntoView({ block: 'center' })
    getSelection().selectAllChildren(middle)
    getSelection().collapseToEnd()
  })
  await page.waitForTimeout(500)
}

/** Types letters as a quick writer does; answers for each the time until it was painted. */
export async function typeKeys(page, count) {
  await page.evaluate(() => {
    window.bench.keys = []
  })
  for (let i = 0; i < count; i++) {
    await page.keyboard.press('x')
    await page.waitForTimeout(110)
  }
  const keys = await page.evaluate(() => window.bench.keys)
  if (keys.length !== count) throw new Error(`${keys.length} of ${count} keys were painted.`)
  return keys
}

/** The window's own heap after a clean-up, in MB; workers have their own and are not in it. */
export async function heapOf(app, page) {
  const session = await app.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1024 / 1024
}
