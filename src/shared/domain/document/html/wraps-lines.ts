/** Whether the file breaks its lines at about 80 columns, as Isomer's printer does. */
export function wrapsLines(src: string): boolean {
  const lines = src.split('\n').filter((line) => !/<(img|a|div|iframe)\b/.test(line))
  const long = lines.filter((line) => line.length > 100).length
  const middle = lines.filter((line) => line.length > 60 && line.length <= 100).length
  return middle >= long
}
