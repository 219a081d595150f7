// Large pages for measuring the editor, the same on every run.

const words =
  'harbour notice office form visitor opening hours ferry permit quay resident service counter'.split(
    ' ',
  )
const blocks = 3000
const rows = 12

/** A sentence of some 350 letters that is different for every `seed`. */
const sentence = (seed) =>
  Array.from(
    { length: 52 },
    (_, i) => words[(seed * 7 + i * (1 + (seed % 5))) % words.length],
  ).join(' ')

const shape = {
  html: {
    heading: (text) => `<h2>${text}</h2>`,
    picture: (i) => `<img src="/images/picture-${i % 50}.png" alt="Picture ${i}">`,
    table: (i) => {
      const cells = (row) =>
        `<td><p>Place ${row}</p></td><td><p>${sentence(i + row).slice(0, 60)}</p></td>`
      const lines = Array.from({ length: rows }, (_, row) => `<tr>${cells(row)}</tr>`)
      return `<table><tbody>${lines.join('')}</tbody></table>`
    },
    list: (i) =>
      `<ul>${[1, 2, 3].map((n) => `<li><p>${sentence(i + n).slice(0, 100)}</p></li>`).join('')}</ul>`,
    text: (i) =>
      `<p>${sentence(i)} <a href="/about/page-${i}/">page ${i}</a> <strong>${words[i % words.length]}</strong></p>`,
  },
  markdown: {
    heading: (text) => `## ${text}`,
    picture: (i) => `![Picture ${i}](/images/picture-${i % 50}.png)`,
    table: (i) => {
      const line = (row) =>
        `| Place ${row} | ${sentence(i + row)
          .slice(0, 60)
          .trim()} |`
      return [
        '| Place | Words |',
        '| --- | --- |',
        ...Array.from({ length: rows }, (_, r) => line(r)),
      ].join('\n')
    },
    list: (i) =>
      [1, 2, 3]
        .map(
          (n) =>
            `- ${sentence(i + n)
              .slice(0, 100)
              .trim()}`,
        )
        .join('\n'),
    text: (i) => `${sentence(i)} [page ${i}](/about/page-${i}/) **${words[i % words.length]}**`,
  },
}

function block(write, i) {
  if (i % 40 === 20) return write.table(i)
  if (i % 6 === 3) return write.picture(i)
  if (i % 10 === 5) return write.list(i)
  if (i % 25 === 1) return write.heading(`Part ${i}`)
  return write.text(i)
}

/** The body of a page of some 1 MB: 3,000 blocks, 75 of them tables, 500 pictures. Its first heading is `title`. */
export function largeBody(kind, title) {
  const write = shape[kind]
  const made = Array.from({ length: blocks }, (_, i) =>
    i === 0 ? write.heading(title) : block(write, i),
  )
  return made.join(kind === 'html' ? '' : '\n\n')
}
