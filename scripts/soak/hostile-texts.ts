/**
 * Texts made to be costly, each with one honest report beside it, as bodies of requests.
 * In: a seed. Out: a name, and what is sent. Never: a body that honest work would send.
 */
import { threeReports } from '../../tests/support/service.js'
import { chance, savedPages } from './setup.js'

export type HostileRequest = { readonly name: string; readonly body: string }

const kilobyte = 1_000
const megabyte = 1_000_000

/** Fragments that open a new reading with each repetition, and how much of them. */
const repeated: readonly (readonly [string, number])[] = [
  ['he said that ', 20 * kilobyte],
  ['Anna said that Jon told Mary that ', 20 * kilobyte],
  ['according to Anna ', 20 * kilobyte],
  ['http://a.b/c ', 64 * kilobyte],
  ['1-2 to 3 ', 20 * kilobyte],
  ['aged 5, ', 20 * kilobyte],
  ['The mayor said that 12 people were hurt on Friday. ', 64 * kilobyte],
  ['“It is ” he said, ', 20 * kilobyte],
  ['word ', 64 * kilobyte],
  ['One sentence that fills a body. ', 8 * megabyte],
]

/** The same inside a page. */
const inPages: readonly (readonly [string, number])[] = [
  ['he said that ', 8 * kilobyte],
  ['<p>Anna told Jon that she had 5 to 6 of 7. ', 8 * kilobyte],
  ['<div><b><i>', 8 * kilobyte],
  ['<table><tr><td>a, b and c said ', 8 * kilobyte],
]

export function hostileRequests(seed: number): HostileRequest[] {
  const [, honest = ''] = Object.values(threeReports(0))
  const beside = (name: string, source: object): HostileRequest => ({
    name,
    body: JSON.stringify({ sources: [source, { text: honest, name: 'honest.txt' }] }),
  })
  return [
    ...repeated.map(([text, bytes]) =>
      beside(`${size(bytes)} of “${text}”`, { text: fill(text, bytes), name: 'hostile.txt' }),
    ),
    ...inPages.map(([text, bytes]) =>
      beside(`a page with ${size(bytes)} of “${text}”`, {
        html: `<!doctype html><html lang="en"><title>Much</title><article><h1>Much</h1><p>${fill(text, bytes)}`,
        name: 'hostile.html',
      }),
    ),
    { name: 'twenty articles of 1,000 words', body: JSON.stringify({ sources: longArticles(20, seed) }) },
    { name: '8 MB of items that are no sources', body: `{"sources":[${fill('{"x":1},', 8 * megabyte)}0]}` },
    { name: '8 MB of brackets', body: `{"sources":${'['.repeat(8 * megabyte)}` },
  ]
}

function fill(text: string, bytes: number): string {
  return text.repeat(Math.ceil(bytes / text.length))
}

function size(bytes: number): string {
  return bytes >= megabyte ? `${bytes / megabyte} MB` : `${bytes / kilobyte} kB`
}

/** Each of sentences of the saved pages in an order of its own. */
function longArticles(count: number, seed: number): { text: string; name: string }[] {
  const random = chance(seed)
  const sentences = savedPages()
    .flatMap(({ html }) => [...html.matchAll(/<p[^>]*>([^<]{60,})<\/p>/gu)])
    .map(([, text]) => text ?? '')
  return Array.from({ length: count }, (_, number) => {
    const paragraphs = ['Talks go on']
    for (let words = 0; words < 1_000;) {
      const paragraph = sentences[Math.floor(random() * sentences.length)] ?? ''
      paragraphs.push(paragraph)
      words += paragraph.split(' ').length
    }
    return { text: paragraphs.join('\n\n'), name: `long-${number}.txt` }
  })
}
