/** One version in the history of the sample site; its people are invented. */
export interface SampleVersion {
  readonly author: string
  /** Fixed, so that the same content always has the same history. */
  readonly date: string
  readonly message: string
  /** Content by path: what is new or changed in this version. */
  readonly files: ReadonlyMap<string, Buffer>
}

interface Step extends Omit<SampleVersion, 'files'> {
  /** Files that come with this step, if no earlier step brought them. */
  readonly brings: RegExp
}

const mira = 'Mira Castellan <mira@lanternbayparks.example>'
const tomas = 'Tomas Okoro <tomas@lanternbayparks.example>'
const ines = 'Ines Lindqvist <ines@lanternbayparks.example>'
const hamid = 'Hamid Rowe <hamid@studio-rowe.example>'

const steps: readonly Step[] = [
  {
    author: hamid,
    date: '2025-02-03T09:12:40Z',
    message: 'Set up the site: name, colours, menus',
    brings: /^(_config\.yml|_data\/.*|index\.md|misc\/.*|images\/(logos|homepage|icons)\/.*)$/,
  },
  {
    author: mira,
    date: '2025-02-17T14:05:11Z',
    message: 'First pages about visiting the bay',
    brings: /^(_visit\/[^/]*|pages\/[^/]*)$/,
  },
  {
    author: tomas,
    date: '2025-03-11T10:31:02Z',
    message: 'Add the places, with their pictures',
    brings: /^(_visit\/Places\/.*|images\/places\/.*)$/,
  },
  {
    author: ines,
    date: '2025-04-08T08:47:55Z',
    message: 'Permits: mooring, filming, barbecues',
    brings: /^(_visit\/.*|files\/.*)$/,
  },
  {
    author: mira,
    date: '2025-05-20T15:20:30Z',
    message: 'Longer summer hours at Heron Point hide',
    brings: /^(_learn|_look-after-the-bay)\/.*$/,
  },
  {
    author: tomas,
    date: '2025-08-21T11:02:09Z',
    message: 'Newsroom; the barbecue ban is lifted',
    brings: /^newsroom\/.*$/,
  },
  {
    author: ines,
    date: '2025-09-15T09:40:00Z',
    message: 'Say more plainly what we keep about visitors',
    brings: /^_about-us\/.*$/,
  },
  {
    author: mira,
    date: '2025-11-03T07:58:21Z',
    message: 'Boardwalk closed for repairs until the end of the month',
    brings: /^/,
  },
  {
    author: tomas,
    date: '2025-11-12T16:33:47Z',
    message: 'The new ferry is faster',
    brings: /^/,
  },
]

/** What a page said before a step changed it to what it says now. */
export const revisions: readonly {
  readonly path: string
  readonly step: number
  readonly now: RegExp
  readonly before: string
}[] = [
  { path: '_visit/Plan your visit.md', step: 4, now: /6 am to 9 pm/, before: '7 am to 8 pm' },
  {
    path: 'pages/Privacy.md',
    step: 6,
    now: / This page says what, why and for how long\./,
    before: '',
  },
  { path: 'index.md', step: 7, now: /^notification: .*\n/m, before: '' },
  { path: '_visit/Getting here.md', step: 8, now: /in 18 minutes/, before: 'in 25 minutes' },
]

/** The step that brings a file; a dated post comes when it was written, not before. */
function stepOf(path: string): number {
  const posted = /\/_posts\/(\d{4}-\d{2}-\d{2})-/.exec(path)?.[1]
  const index = steps.findIndex(
    ({ brings, date }) => brings.test(path) && (posted === undefined || date >= posted),
  )
  return index < 0 ? steps.length - 1 : index
}

/** ISO 8859-1 gives every byte a character and takes it back unchanged. */
function earlier(bytes: Buffer, { now, before }: (typeof revisions)[number]): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(now, before), 'latin1')
}

/** Spreads the sample's files over a history that ends with exactly these files. */
export function sampleHistory(files: ReadonlyMap<string, Buffer>): readonly SampleVersion[] {
  const planned = steps.map((step) => ({ ...step, files: new Map<string, Buffer>() }))
  for (const [path, bytes] of files) {
    const first = stepOf(path)
    const revision = revisions.find((one) => one.path === path && one.step > first)
    planned[first]?.files.set(path, revision ? earlier(bytes, revision) : bytes)
    if (revision) planned[revision.step]?.files.set(path, bytes)
  }
  return planned.filter((version) => version.files.size > 0)
}
