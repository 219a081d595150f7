const entities = Array.from(
  { length: 12 },
  (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
).join('')

const svg = (inside: string, attributes = 'width="40" height="30"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}><rect width="10" height="10" fill="#f00"/>${inside}</svg>`

/** Drawings that would run, fetch or swell if they were let; by kind. */
export const drawings: Readonly<Record<string, string>> = {
  'drawing with a script': svg('<script>fetch("//x.example")</script>'),
  'drawing with a handler': svg(
    '<g onload="alert(1)"><a href="javascript:alert(1)"><path d="M0 0"/></a></g>',
  ),
  'drawing with pictures of others': svg(
    '<image xlink:href="https://x.example/a.png" width="9" height="9"/><use href="//x.example/b.svg#c"/>',
  ),
  'drawing with styles of others': svg(
    '<style>@import url(https://x.example/a.css); rect { fill: url(https://x.example/b#c) }</style>',
  ),
  'drawing with a page in it': svg(
    '<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://x.example"/></foreignObject>',
  ),
  'drawing of entities': `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "lol">${entities}]>${svg('<text>&a12;</text>')}`,
  'drawing of a billion pixels': svg('', 'width="1000000" height="1000000" viewBox="0 0 9 9"'),
}
