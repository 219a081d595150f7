// Every picture of the sample site: where it goes, how large, and what is on it.
import { avocets, heronHide, heronsTwo, moth, otter, oyster } from './animals.mjs'
import { mark, visitorsByMonth, waterQuality, wordmark } from './drawn.mjs'
import { aster, marigold } from './flowers.mjs'
import { beechWood, boardwalkScene, centreScene, meadow, reedBeds } from './land-scenes.mjs'
import { boardwalkSign, overview, tideClock, trailMap } from './maps.mjs'
import { ferry, logBook, oldDam, oldPier, works } from './news-scenes.mjs'
import { harbourLights, lanternNight } from './night-scenes.mjs'
import { looks, portrait, volunteers } from './people.mjs'
import {
  fromAbove,
  kayaksAtSlip,
  lowSun,
  lowTide,
  millBridge,
  reservoirMist,
} from './water-scenes.mjs'

/** A photo: `draw` gets its seed and the canvas size; `options` go to the writer of its format. */
const photo = (path, [width, height], draw, options = {}) => ({
  path,
  width,
  height,
  draw,
  options,
})

const square = { w: 300, h: 300 }
const person = (name, look, options) =>
  photo(`people/${name}`, [640, 640], (seed) => portrait(seed, square, looks[look]), options)

const places = [
  photo('places/marsh-boardwalk-dawn.jpg', [2000, 1500], (s, z) => boardwalkScene(s, z, 'dawn')),
  photo('places/boardwalk-june.jpg', [1600, 1200], (s, z) => boardwalkScene(s, z, 'june')),
  photo('places/heron-point-hide.jpg', [1600, 1200], heronHide),
  photo('places/reed-beds-october.jpg', [1400, 1050], reedBeds),
  photo('places/ferry-meadow-path.webp', [1500, 1000], (s, z) => meadow(s, z, 'summer')),
  photo('places/ferry-meadow-autumn.webp', [1200, 800], (s, z) => meadow(s, z, 'autumn')),
  photo('places/kayaks-at-the-slip.jpg', [1280, 960], kayaksAtSlip),
  photo('places/visitor-centre-front.jpg', [1600, 1200], (s, z) => centreScene(s, z, 'day')),
  photo('places/visitor-centre-evening.jpg', [1600, 1200], (s, z) => centreScene(s, z, 'evening')),
  photo('places/estuary-from-above.jpg', [6240, 4160], fromAbove, { quality: 84, drawn: 1560 }),
  photo('places/saltings-drone-03.jpg', [1600, 1200], (s, z) =>
    fromAbove(s, z, ['#7a9a8e', '#4f7d78', '#33605f']),
  ),
  photo('places/beech-hanger-may.jpg', [1200, 900], (s, z) => beechWood(s, z, 'may')),
  photo('places/beech-hanger-autumn.jpg', [1200, 900], (s, z) => beechWood(s, z, 'autumn')),
  photo('places/low-tide-sands.jpg', [1600, 1200], lowTide),
  photo('places/pier-at-dusk.jpg', [1600, 1200], (s, z) =>
    lowSun(s, z, { withPier: true, withReeds: false }),
  ),
  photo('places/harbour-lights.jpg', [1600, 1067], harbourLights),
  photo('places/reservoir/old-reservoir-mist.jpg', [1800, 1200], reservoirMist),
  photo('places/reservoir/mill-bridge-fog.jpg', [1600, 1200], millBridge),
  photo('places/IMG_4471.jpg', [1600, 1200], (s, z) => lowSun(s, z), { camera: { gps: true } }),
  photo('places/IMG_4480.jpg', [1440, 1080], kayaksAtSlip, {
    camera: { isTurned: true },
    quality: 66,
  }),
]

const wildlife = [
  photo('wildlife/marsh-marigold.webp', [1600, 1200], marigold),
  photo('wildlife/sea-aster.webp', [1600, 1200], aster),
  photo('wildlife/herons-two.jpg', [1400, 933], heronsTwo),
  photo('wildlife/avocets.jpg', [1600, 1067], avocets),
  photo('wildlife/garden-tiger-moth.png', [800, 600], moth, { colours: 128 }),
  photo('wildlife/oyster-shell.avif', [1200, 900], oyster),
]

const people = [
  person('anneke-brandt.jpg', 'anneke'),
  person('tomas-quill.jpg', 'tomas'),
  person('ilse-maartens.jpg', 'ilse'),
  person('ravi-senn.jpg', 'ravi'),
  person('seun-adeyemi.webp', 'seun'),
  person('Maud-Fenwick.PNG', 'maud', { colours: 200 }),
  person('corinna-vale.jpg', 'corinna'),
  photo('people/volunteers-saturday.jpg', [1500, 1000], volunteers),
]

const newsroom = [
  photo('newsroom/boardwalk-works.jpg', [1600, 1200], works),
  photo('newsroom/lantern-walk-2025.jpg', [1600, 1200], (s, z) => lanternNight(s, z)),
  photo('newsroom/new-ferry.jpg', [1500, 1000], ferry),
  photo('newsroom/otter at the sluice.jpg', [1280, 960], otter),
  { path: 'newsroom/pier at dusk copy.jpg', copyOf: 'places/pier-at-dusk.jpg' },
]

const homepage = [
  photo('homepage/hero-evening.jpg', [2400, 1200], (s, z) => lowSun(s, z, { withReeds: true })),
  photo('homepage/bay-at-first-light.jpg', [2000, 1100], (s, z) => lowSun(s, z, { time: 'dawn' })),
  photo('homepage/lantern-pier-night.webp', [1800, 900], (s, z) =>
    lanternNight(s, z, { floating: false }),
  ),
]

const archive = [
  photo('archive/pier-1907.jpg', [1100, 825], oldPier),
  photo('archive/reservoir-1887.jpg', [1100, 825], oldDam),
  photo('archive/log-book-1974.png', [900, 675], logBook, { colours: 96 }),
]

const maps = [
  photo('maps-and-signs/trail-map-north.png', [1800, 1350], trailMap, { colours: 96 }),
  photo('maps-and-signs/boardwalk-sign.jpg', [1200, 900], boardwalkSign),
  {
    path: 'maps-and-signs/tide-clock.gif',
    width: 300,
    height: 300,
    frames: (seed) => Array.from({ length: 24 }, (_, i) => tideClock(seed, {}, i / 24)),
  },
]

const drawings = [
  { path: 'maps-and-signs/bay-overview.svg', svg: (seed) => overview(seed, {}).svg() },
  { path: 'charts/water-quality-2025.svg', svg: waterQuality },
  { path: 'logos/lantern-mark.svg', svg: () => mark() },
  { path: 'logos/lantern-bay-parks.svg', svg: wordmark },
  { path: 'charts/visitors-by-month.png', width: 1280, height: 720, from: visitorsByMonth },
  { path: 'logos/lantern-bay-parks.png', width: 680, height: 160, from: wordmark },
  { path: 'logos/favicon.png', width: 64, height: 64, from: () => mark(64) },
]

export const pictures = [
  ...places,
  ...wildlife,
  ...people,
  ...newsroom,
  ...homepage,
  ...archive,
  ...maps,
  ...drawings,
]
