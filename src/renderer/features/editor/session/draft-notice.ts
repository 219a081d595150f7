/** What is said where words of an earlier run came back. */
export const draftNotice = (savedAt: string) => {
  const when = new Date(savedAt)
  const time = Number.isNaN(when.getTime())
    ? ''
    : ` from ${when.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}`
  return `Your unsaved words${time} were brought back.`
}
