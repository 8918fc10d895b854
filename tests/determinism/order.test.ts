/**
 * Reading one article depends on nothing but its bytes: many texts, read in one process in several orders and behind texts
 * made to mislead, give the same bytes each time.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { readText, root } from '../support/event.js'

type Text = { readonly name: string; readonly text: string }

const folders = [
  'tests/events/court-ruling/text',
  'tests/events/flood-toll/text',
  'tests/events/takeover/text',
]

const printed: readonly Text[] = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder)).map((name) => ({
    name: `${folder}/${name}`,
    text: readFileSync(path.join(root, folder, name), 'utf8'),
  })),
)

/** A number from 0 to `below` - 1, always the same for the same seed and place. */
function drawn(seed: number, place: number, below: number): number {
  let state = Math.imul(seed ^ 0x9e3779b9, place + 1)
  state = Math.imul(state ^ (state >>> 15), 0x85ebca6b)
  return ((state ^ (state >>> 13)) >>> 0) % below
}

const names = ['Ann Lowe', 'Tim Hale', 'Mia Torv', 'the union', 'the harbour board', 'May Rose', 'Will Price']
const verbs = ['said', 'warned', 'denied', 'reports', 'refuses', 'tweeted', 'fumed', 'alleged']
const things = ['strike', 'closed port', 'March plan', 'accord', 'report', 'Sunday talks', 'people', 'rise']

/** Short texts full of words that may be read in more than one way. */
function generated(seed: number): Text {
  const pick = (list: readonly string[], place: number): string => list[drawn(seed, place, list.length)] ?? ''
  const number = drawn(seed, 90, 3000)
  const name = pick(names, 1)
  const text = [
    `${pick(things, 2)} closes ${number} ports`,
    `${name} ${pick(verbs, 3)} that ${number} thousand people will march on ${pick(things, 4)}.`,
    `“We ${pick(verbs, 5)} the ${pick(things, 6)},” ${pick(verbs, 7)} ${pick(names, 8)}, ${20 + (number % 60)}, on Monday.`,
    `The ${pick(things, 9)} may cost $${number}.5 million, ${number} more than ${pick(names, 10)} had hoped.`,
  ].join('\n\n')
  return { name: `generated-${seed}.txt`, text }
}

/** What the tagger of another maker kept from text to text: words and numbers first met glued to others. */
const poison: readonly Text[] = Array.from({ length: 3 }, (_, part) => ({
  name: `poison-${part}.txt`,
  text: Array.from({ length: 400 }, (__, i) => {
    const number = part * 400 + i
    const word = things[number % things.length] ?? ''
    return `closed.${number} ${word.toUpperCase()} ${verbs[number % verbs.length] ?? ''}.${number} People.`
  }).join('\n\n'),
}))

const texts = [...printed, ...Array.from({ length: 60 - printed.length }, (_, seed) => generated(seed))]
const bytesOf = async ({ name, text }: Text): Promise<string> => JSON.stringify(await readText(name, text))
const alone = new Map<string, string>()

beforeAll(async () => {
  for (const text of texts) alone.set(text.name, await bytesOf(text))
}, 300_000)

async function readIn(order: readonly Text[]): Promise<string[]> {
  const other: string[] = []
  for (const text of order) {
    const bytes = await bytesOf(text)
    if (alone.has(text.name) && bytes !== alone.get(text.name)) other.push(text.name)
  }
  return other
}

it.each([
  ['backwards', [...texts].reverse()],
  [
    'shuffled, behind texts made to mislead',
    [...poison, ...[...texts].sort((a, b) => drawn(7, a.text.length, 9973) - drawn(7, b.text.length, 9973))],
  ],
])(
  'reads texts the same %s',
  async (_order, order) => {
    expect(await readIn(order)).toEqual([])
  },
  300_000,
)
