// Invented but believable tides: two high waters a day, 50 minutes later each day, springs twice a month.

const months =
  'January February March April May June July August September October November December'.split(' ')
const dayOfMoon = 24 + 50.47 / 60

function clock(hours) {
  const minutes = Math.round((((hours % 24) + 24) % 24) * 60) % 1440
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`
}

/** The high waters of one day, counted from the first of January 2026. */
function tidesOf(dayOfYear) {
  const start = dayOfYear * 24
  const first = Math.ceil((start - 5.2) / (dayOfMoon / 2)) * (dayOfMoon / 2) + 5.2
  const second = first + dayOfMoon / 2
  const age = ((dayOfYear - 4.5) / 29.53) * Math.PI * 2
  const height = 4.6 + Math.cos(age * 2) * 0.75 + Math.cos(age) * 0.12
  return { first: clock(first), second: second < start + 24 ? clock(second) : '   –  ', height }
}

/** One month of 2026 as rows of text; `month` counts from 0. */
export function tideRows(month) {
  const before = Date.UTC(2026, month, 1) - Date.UTC(2026, 0, 1)
  const days = new Date(Date.UTC(2026, month + 1, 0)).getUTCDate()
  const rows = Array.from({ length: days }, (_, i) => {
    const { first, second, height } = tidesOf(before / 86_400_000 + i)
    return { day: String(i + 1), first, second, height: height.toFixed(1), isSpring: height >= 5.2 }
  })
  return { name: months[month], rows }
}
