/**
 * Events that readers read completely, with the statements that each claim makes by what they marked.
 *
 * In:    a folder with one folder an event: a text an outlet, facts.json. Out: a ReadEvent each, in the alphabet's order.
 * Never: writes any of the texts anywhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { annotate } from '../../src/annotate/annotate.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import type { Span } from '../../src/model/span.js'
import { normalize } from '../../src/normalize/normalize.js'
import { textPage } from '../../tests/support/event.js'

const Passages = z.record(z.string(), z.array(z.string()))
const Facts = z.object({
  outlets: z.array(z.string()),
  shared: z.array(z.object({ id: z.string(), passages: Passages })),
  utterances: z.array(
    z.object({
      id: z.string(),
      versions: z.record(z.string(), z.object({ passages: z.array(z.string()) })),
    }),
  ),
})

export type Statement = {
  readonly id: string
  /** Where each article makes it, by article id. */
  readonly at: ReadonlyMap<string, readonly Span[]>
}

export type ReadEvent = {
  readonly name: string
  readonly articles: readonly AnnotatedArticle[]
  readonly statements: readonly Statement[]
}

export function readEvents(folder: string): ReadEvent[] {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'facts.json')))
    .sort()
    .map((name) => readEvent(path.join(folder, name), name))
}

/** The outlets of an event, and what readers marked as one statement or utterance (`u…`), passage by passage and outlet. */
export function readFacts(folder: string) {
  const { outlets, shared, utterances } = Facts.parse(
    JSON.parse(readFileSync(path.join(folder, 'facts.json'), 'utf8')),
  )
  const marked = [
    ...shared,
    ...utterances.map(({ id, versions }) => ({
      id,
      passages: Object.fromEntries(Object.entries(versions).map(([outlet, own]) => [outlet, own.passages])),
    })),
  ]
  return { outlets, marked }
}

function readEvent(folder: string, name: string): ReadEvent {
  const { outlets, marked } = readFacts(folder)
  const byOutlet = new Map(
    outlets.map((outlet) => {
      const text = readFileSync(path.join(folder, `${outlet}.txt`), 'utf8')
      return [outlet, annotate(normalize(textPage(`${outlet}.txt`, text)), { zone: 'UTC' })] as const
    }),
  )
  const statements = marked.map(({ id, passages }) => ({
    id,
    at: new Map(
      Object.entries(passages).flatMap(([outlet, own]) => {
        const article = byOutlet.get(outlet)
        return article ? [[article.id, own.flatMap((passage) => placesOf(passage, article.text))]] : []
      }),
    ),
  }))
  const articles = [...byOutlet.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { name, articles, statements }
}

/** The statements that a passage of an article makes. */
export function statementsOf({ statements }: ReadEvent, article: string, span: Span): ReadonlySet<string> {
  return new Set(
    statements
      .filter(({ at }) => at.get(article)?.some((place) => pointsAt(place, span)))
      .map(({ id }) => id),
  )
}

/** A good part of the shorter, and not much longer than what was marked. */
const PART = 0.3

function pointsAt(marked: Span, span: Span): boolean {
  const [own, length] = [marked.end - marked.start, span.end - span.start]
  const common = Math.min(marked.end, span.end) - Math.max(marked.start, span.start)
  return common > 0 && common >= PART * Math.min(own, length) && length <= Math.max(4 * own, own + 200)
}

type Letters = { readonly text: string; readonly at: readonly number[] }

/** Letters and digits alone, with where they stand. */
function lettersOf(text: string): Letters {
  const at: number[] = []
  let letters = ''
  for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
    const lower = match[0].toLowerCase()
    letters += lower
    at.push(...new Array<number>(lower.length).fill(match.index))
  }
  return { text: letters, at }
}

/** Every place where the letters and digits of the passage stand. */
function placesOf(passage: string, text: string): Span[] {
  const [sought, all] = [lettersOf(passage).text, lettersOf(text)]
  const found: Span[] = []
  if (sought === '') return found
  for (let k = all.text.indexOf(sought); k >= 0; k = all.text.indexOf(sought, k + 1))
    found.push({ start: all.at[k] ?? 0, end: (all.at[k + sought.length - 1] ?? 0) + 1 })
  return found
}
