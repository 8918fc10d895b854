/**
 * An event set with planted differences: its gold, and gold spans placed in the text that the program read.
 * In: the set's folder, a report. Out: facts, quotations, conflicts and the rest with spans in the report's own texts.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { InspectedArticle, Span } from '../metrics.js'

export type OutletId = string
export type Version = {
  readonly kind: string
  readonly speaker: string | null
  readonly spans: readonly Span[]
}
export type EventGold = {
  readonly outlets: readonly { readonly id: OutletId; readonly text: string; readonly html: string }[]
  readonly facts: readonly {
    readonly id: string
    readonly core: boolean
    readonly mentions: Readonly<Record<OutletId, readonly Span[]>>
  }[]
  readonly quotes: readonly {
    readonly speaker: string
    readonly versions: Readonly<Record<OutletId, Version>>
  }[]
  readonly conflicts: readonly {
    readonly kind: string
    readonly values: Readonly<Record<OutletId, string>>
    readonly spans: Readonly<Record<OutletId, Span | readonly Span[]>>
  }[]
  readonly voice: readonly { readonly fact: string; readonly own: readonly OutletId[] }[]
  readonly sharedText: readonly { readonly spans: readonly (Span & { readonly outlet: OutletId })[] }[]
}
export type PlacedSpan = Span & { readonly outlet: OutletId }

export function readEventGold(folder: string): EventGold {
  return JSON.parse(readFileSync(path.join(folder, 'gold.json'), 'utf8')) as EventGold
}

/** Letters and digits alone, lower case, with the place of each in the text. */
type Squashed = { readonly letters: string; readonly places: readonly number[] }

function squash(text: string): Squashed {
  let letters = ''
  const places: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    if (!/[\p{L}\p{N}]/u.test(unit)) continue
    letters += unit.toLowerCase()
    places.push(at)
  }
  return { letters, places }
}

/** Finds gold spans in the texts as read, where other furniture may stand around them. */
export class Placing {
  /** Gold spans that the texts as read do not hold. */
  lost = 0
  readonly #gold = new Map<OutletId, { readonly text: string } & Squashed>()
  readonly #read = new Map<OutletId, { readonly text: string } & Squashed>()

  constructor(folder: string, gold: EventGold, articles: readonly InspectedArticle[]) {
    for (const [index, outlet] of gold.outlets.entries()) {
      const text = readFileSync(path.join(folder, outlet.text), 'utf8')
      this.#gold.set(outlet.id, { text, ...squash(text) })
      const article = articles[index]
      if (article !== undefined) this.#read.set(outlet.id, { text: article.text, ...squash(article.text) })
    }
  }

  place(outlet: OutletId, span: Span): PlacedSpan | null {
    const [gold, read] = [this.#gold.get(outlet), this.#read.get(outlet)]
    const found = gold === undefined || read === undefined ? null : nearest(gold, read, span)
    if (found === null) this.lost += 1
    return found === null ? null : { ...found, outlet }
  }

  placeAll(outlet: OutletId, spans: readonly Span[]): readonly PlacedSpan[] {
    return spans.flatMap((span) => this.place(outlet, span) ?? [])
  }
}

/** The occurrence of the span's letters that is nearest to the same place in the gold text. */
function nearest(
  gold: { readonly text: string } & Squashed,
  read: { readonly text: string } & Squashed,
  span: Span,
): Span | null {
  if (read.text === gold.text) return { start: span.start, end: span.end }
  const { letters } = squash(gold.text.slice(span.start, span.end))
  if (letters === '') return null
  const expected = gold.places.findIndex((place) => place >= span.start)
  let [best, distance] = [-1, Infinity]
  for (let at = read.letters.indexOf(letters); at >= 0; at = read.letters.indexOf(letters, at + 1)) {
    if (Math.abs(at - expected) >= distance) continue
    ;[best, distance] = [at, Math.abs(at - expected)]
  }
  const [start, last] = [read.places[best], read.places[best + letters.length - 1]]
  return start === undefined || last === undefined ? null : { start, end: last + 1 }
}
