/**
 * Events that readers read completely: which statements and utterances the reports of an event share, passage by passage.
 *
 * In: a folder with one folder an event (a text an outlet, facts.json). Out: its quotations, each with the statements it makes.
 */
import { readdirSync, readFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import type { Event } from '../../src/align/event.js'
import { articleBags } from '../../src/align/kinship.js'
import { Lexicon } from '../../src/likeness/lexicon.js'
import { quoteItems, type QuoteItem } from '../../src/align/quote-items.js'
import { noThinning } from '../../src/align/thinning.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import type { Span } from '../../src/model/span.js'
import { annotate } from '../../src/annotate/annotate.js'
import { normalize } from '../../src/normalize/normalize.js'
import { sha256 } from '../../src/text/hash.js'
import { byKeys } from '../../src/text/order.js'
import { readFacts } from '../matcher/real-events.js'

export type ReadEvent = {
  readonly name: string
  readonly lexicon: Lexicon
  readonly items: readonly QuoteItem[]
  /** For each item the ids of the statements and utterances (`u…`) it is part of. */
  readonly makes: readonly ReadonlySet<string>[]
  /** The numbers of the articles that give each utterance. */
  readonly utterances: readonly { readonly id: string; readonly articles: readonly number[] }[]
}

export function loadEvents(folder: string): ReadEvent[] {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'facts.json')))
    .sort()
    .map((name) => loadEvent(folder, name))
}

function loadEvent(folder: string, name: string): ReadEvent {
  const { outlets, marked } = readFacts(path.join(folder, name))
  const read = outlets.map((outlet) => ({
    outlet,
    article: readArticle(
      path.join(name, `${outlet}.txt`),
      readFileSync(path.join(folder, name, `${outlet}.txt`)),
    ),
  }))
  read.sort(byKeys(({ article }) => article.id))
  const articles = read.map(({ article }) => article)
  const lexicon = new Lexicon()
  const event: Event = {
    articles,
    lexicon,
    bags: articleBags(articles, lexicon),
    thinning: noThinning,
    independence: { groups: [], shared: [] },
  }
  const items = articles.flatMap((article, number) => quoteItems(article, number, event))
  const passages = marked.map(({ id, passages: of }) => ({
    id,
    at: read.map(({ outlet, article }) =>
      (of[outlet] ?? []).flatMap((passage) => placesOf(passage, article.text)),
    ),
  }))
  return {
    name,
    lexicon,
    items,
    makes: items.map(
      ({ number, mention }) =>
        new Set(
          passages.filter(({ at }) => at[number]?.some((place) => over(place, mention))).map(({ id }) => id),
        ),
    ),
    utterances: passages
      .filter(({ id }) => id.startsWith('u'))
      .map(({ id, at }) => ({
        id,
        articles: at.flatMap((places, number) => (places.length > 0 ? [number] : [])),
      })),
  }
}

function readArticle(name: string, bytes: Buffer): AnnotatedArticle {
  const page = normalize({
    state: 'read',
    source: { name, kind: 'file', location: name, outlet: null },
    url: null,
    fetchedAt: null,
    issues: [],
    mediaType: 'text',
    charset: null,
    bytes: bytes.toString('base64'),
    sha256: sha256(bytes),
  })
  return annotate(page, { zone: 'UTC' })
}

/** Every place where the letters and digits of the passage stand. */
function placesOf(passage: string, text: string): Span[] {
  const letters = (part: string): { char: string; at: number }[] =>
    Array.from(part, (char, at) => ({ char: char.toLowerCase(), at })).filter(({ char }) =>
      /[\p{L}\p{N}]/u.test(char),
    )
  const units = Array.from({ length: text.length }, (_, at) => text.charAt(at)).join('')
  const all = letters(units)
  const squashed = all.map(({ char }) => char).join('')
  const wanted = letters(passage)
    .map(({ char }) => char)
    .join('')
  const places: Span[] = []
  if (wanted === '' || squashed.length !== all.length) return places
  for (let k = squashed.indexOf(wanted); k >= 0; k = squashed.indexOf(wanted, k + 1)) {
    const [first, last] = [all[k], all[k + wanted.length - 1]]
    if (first && last) places.push({ start: first.at, end: last.at + 1 })
  }
  return places
}

/** A span much longer than the passage points at nothing. */
function over(passage: Span, span: Span): boolean {
  const [wanted, long] = [passage.end - passage.start, span.end - span.start]
  const common = Math.min(passage.end, span.end) - Math.max(passage.start, span.start)
  return common >= 0.3 * Math.min(wanted, long) && common > 0 && long <= Math.max(4 * wanted, wanted + 200)
}
