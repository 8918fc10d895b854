/**
 * Generated coverage of one invented event, for measuring speed: as many reports as wanted, the same each time.
 * In: how many reports, and a seed. Out: HTML pages of about 600 words with the furniture of a news site around them.
 *
 * Every report draws from one list of facts and quotations, words them in one of several ways, gets some figures and
 * speakers different, cuts some quotations, and adds sentences of its own. Nothing in it happened.
 */
import { seeded } from '../eval/result.js'

export type GeneratedPage = { readonly name: string; readonly html: string }

type Random = () => number
type Fact = {
  readonly actor: Actor
  readonly deed: readonly [active: string, passive: string]
  readonly thing: string
  readonly number: number
  readonly day: string
}
type Actor = { readonly role: string; readonly first: string; readonly last: string }
type Saying = { readonly actor: Actor; readonly halves: readonly [string, string] }

const roles =
  'harbour master|fire chief|mayor|minister of transport|union leader|hospital director|shipping agent|coastguard commander|insurance assessor|museum curator|school principal|ferry captain'.split(
    '|',
  )
const firsts = 'Adela|Bruno|Carla|Dorian|Edda|Felix|Greta|Hanno|Imke|Jonas|Katrin|Lorenz'.split('|')
const lasts = 'Marrow|Tolliver|Quist|Anselm|Brandt|Okoro|Pelham|Vance|Sorrel|Whitlock|Yarrow|Zeller'.split(
  '|',
)
const deeds: readonly (readonly [string, string])[] = [
  ['closed', 'was closed by'],
  ['inspected', 'was inspected by'],
  ['sealed off', 'was sealed off by'],
  ['reopened', 'was reopened by'],
  ['handed over', 'was handed over by'],
  ['surveyed', 'was surveyed by'],
  ['evacuated', 'was evacuated by'],
  ['photographed', 'was photographed by'],
  ['searched', 'was searched by'],
  ['secured', 'was secured by'],
]
const things =
  'eastern pier|grain warehouse|customs shed|old lighthouse|fuel depot|fish market|dry dock|container yard|rope factory|passenger terminal|signal tower|harbour bridge|cold store|boat school|tar works|salt store|pilot station|crane yard|net loft|ice house'.split(
    '|',
  )
const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday'.split('|')
const openings =
  'The fire spread faster than anyone expected|We asked for new pumps three years ago|Nobody should be blamed before the inquiry ends|The crews worked through the night without a break|Every family has now been reached|This port will open again before the winter|The alarm rang eleven minutes too late|Our records show two warnings in spring'.split(
    '|',
  )
const endings =
  'and the wind did the rest of the work|and the council turned the request down|but the questions have to be answered soon|and I have never been prouder of them|although some are still waiting for news|whatever the insurers may decide|and that delay will be examined|yet no one acted on either of them'.split(
    '|',
  )
const own =
  'Gulls had settled on the empty quay by the afternoon|A baker on the corner gave away bread to the crews|Smoke could be seen from the hills behind the town|Children watched from the windows of the boat school|The smell of tar hung over the market for hours|Anglers had left their rods leaning on the railing|A brass band cancelled its evening concert|Buses ran along the upper road instead of the shore'.split(
    '|',
  )
const ownEnds =
  'as the first tugs came back|while the bells of the chapel rang|according to people who live nearby|before the rain set in|long after the sirens had stopped|and few people were out of doors'.split(
    '|',
  )

/** A coverage of `reports` pages; the same for the same numbers. */
export function coverage(reports: number, seed = 7): readonly GeneratedPage[] {
  const shared = seeded(seed)
  const actors = roles.map((role, at) => ({ role, first: firsts[at] ?? '', last: lasts[at] ?? '' }))
  const facts = Array.from({ length: 40 }, () => makeFact(actors, shared))
  const sayings = openings.map((opening, at) => ({
    actor: pick(actors, shared),
    halves: [opening, endings[at] ?? ''] as const,
  }))
  return Array.from({ length: reports }, (_, at) => {
    const random = seeded(seed * 1_000 + at)
    return {
      name: `report-${String(at + 1).padStart(2, '0')}.html`,
      html: page(at, body(facts, sayings, actors, random)),
    }
  })
}

function makeFact(actors: readonly Actor[], random: Random): Fact {
  return {
    actor: pick(actors, random),
    deed: pick(deeds, random),
    thing: pick(things, random),
    number: 10 + Math.floor(random() * 90),
    day: pick(days, random),
  }
}

/** About 600 words: paragraphs of two or three sentences. */
function body(
  facts: readonly Fact[],
  sayings: readonly Saying[],
  actors: readonly Actor[],
  random: Random,
): readonly string[] {
  const sentences = [
    ...draw(facts, 24, random).map((fact) => wordFact(fact, random)),
    ...draw(sayings, 5, random).map((saying) => wordSaying(saying, actors, random)),
    ...draw(own, 5, random).map((start) => `${start} ${pick(ownEnds, random)}.`),
  ]
  const mixed = draw(sentences, sentences.length, random)
  const paragraphs: string[] = []
  while (mixed.length > 0) paragraphs.push(mixed.splice(0, 2 + Math.floor(random() * 2)).join(' '))
  return paragraphs
}

function wordFact({ actor, deed, thing, number, day }: Fact, random: Random): string {
  // One report in ten has another number.
  const count = random() < 0.1 ? number + 5 : number
  const who = pick(
    [`${cap(actor.role)} ${actor.first} ${actor.last}`, `The ${actor.role}, ${actor.last},`, actor.last],
    random,
  )
  return pick(
    [
      `${who} ${deed[0]} the ${thing} on ${day} after ${count} workers had left the site by boat.`,
      `On ${day} the ${thing} ${deed[1]} ${actor.role} ${actor.first} ${actor.last}, and ${count} workers left the site by boat.`,
      `Some ${count} workers left the ${thing} by boat on ${day}, and ${actor.last} ${deed[0]} it soon afterwards.`,
      `The ${thing} ${deed[1]} ${actor.last} on ${day}; ${count} workers had gone by boat.`,
    ],
    random,
  )
}

function wordSaying(
  { actor, halves: [opening, ending] }: Saying,
  actors: readonly Actor[],
  random: Random,
): string {
  // One report in eight credits somebody else.
  const speaker = random() < 0.125 ? pick(actors, random) : actor
  const name = `${cap(speaker.role)} ${speaker.first} ${speaker.last}`
  return pick(
    [
      `“${opening}, ${ending},” said ${name}.`,
      `“${opening},” ${name} told reporters.`,
      `“${opening},” said ${name}, “${ending}.”`,
      `${name} said that ${opening.charAt(0).toLowerCase()}${opening.slice(1)}, ${ending}.`,
    ],
    random,
  )
}

/** What stands around an article on a news site: about 60 kB of style, script, navigation and links. */
function page(at: number, paragraphs: readonly string[]): string {
  const links = (what: string, count: number) =>
    Array.from(
      { length: count },
      (_, n) => `<li><a href="/${what}/${n}">${what} item number ${n} of the day</a></li>`,
    ).join('\n')
  const style = Array.from(
    { length: 300 },
    (_, n) => `.c${n}{margin:${n}px;padding:0 ${n}px;color:#${String(100_000 + n)}}`,
  ).join('\n')
  const metadata = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: `Fire at Port Maren harbour, report ${at + 1}`,
    datePublished: `2026-03-${String(10 + (at % 5))}T0${at % 10}:00:00Z`,
    publisher: { '@type': 'Organization', name: `Fictional Outlet ${at + 1}` },
  }
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Fire at Port Maren harbour | Fictional Outlet ${at + 1}</title>
<style>${style}</style><script>var data=${JSON.stringify(Array.from({ length: 2_000 }, (_, n) => n))}</script>
<script type="application/ld+json">${JSON.stringify(metadata)}</script></head>
<body><nav><ul>${links('section', 60)}</ul></nav>
<main><article><h1>Fire at Port Maren harbour, report ${at + 1}</h1><p class="byline">By Fictional Reporter ${at + 1}</p>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n<div class="ad-slot"></div>\n')}
</article><aside class="related"><ul>${links('related', 80)}</ul></aside></main>
<footer><ul>${links('footer', 60)}</ul><p>Fictional outlet, made for measuring speed.</p></footer></body></html>
`
}

function cap(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** `count` items in drawn order. */
function draw<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const left = [...items]
  const drawn: Item[] = []
  while (drawn.length < count && left.length > 0)
    drawn.push(...left.splice(Math.floor(random() * left.length), 1))
  return drawn
}
