/**
 * Who is heard: each report's words as own, quoted and reported, and how many words each speaker has in each report.
 *
 * In: profiles and labels. Out: shares and their drawing. Never: a score.
 */
import { scaleLinear, scaleSqrt } from 'd3-scale'
import type { Profile } from '../../model/comparison.js'
import { parsePersonName, samePerson } from '../../english/names.js'
import { byKeys } from '../../text/order.js'
import type { ArticleLabel } from '../labels.js'
import { round } from './prominence.js'

type VoiceBar = {
  readonly letter: string
  readonly outlet: string
  readonly y: number
  readonly parts: readonly {
    readonly kind: 'own' | 'quoted' | 'reported'
    readonly x: number
    readonly width: number
  }[]
  /** The shares in percent, in the order of the parts. */
  readonly shares: readonly number[]
}

export type VoicesDrawing = {
  readonly width: number
  readonly height: number
  readonly barHeight: number
  /** How far above its bar a name stands. */
  readonly nameAbove: number
  readonly ticks: readonly { readonly x: number; readonly words: string }[]
  readonly bars: readonly VoiceBar[]
  /** Where the columns of figures end. */
  readonly figures: readonly number[]
}

/** The shares in figures stand right of the bars; on a phone, names and figures stand above them. */
const layouts = {
  wide: { width: 800, left: 190, figuresRoom: 172, rowHeight: 34, barHeight: 20, nameAbove: 0 },
  narrow: { width: 320, left: 0, figuresRoom: 0, rowHeight: 50, barHeight: 16, nameAbove: 20 },
} as const
export type VoicesLayout = keyof typeof layouts
const figureWidth = 58
const head = 26

export function drawVoices(
  profiles: readonly Profile[],
  labels: readonly ArticleLabel[],
  layout: VoicesLayout,
): VoicesDrawing {
  const { width, left, figuresRoom, rowHeight, barHeight, nameAbove } = layouts[layout]
  const x = scaleLinear()
    .domain([0, 1])
    .range([left, width - figuresRoom])
  const rows = labels.flatMap((label) => {
    const profile = profiles.find(({ article }) => article === label.article.id)
    return profile === undefined || profile.words === 0 ? [] : [{ label, profile }]
  })
  return {
    width,
    height: head + rows.length * rowHeight + 6,
    barHeight,
    nameAbove,
    figures: [2, 1, 0].map((place) => width - place * figureWidth),
    // On a phone the heads of the figures stand where the scale would.
    ticks: (nameAbove > 0 ? [] : x.ticks(5)).map((share) => ({
      x: round(x(share)),
      words: `${Math.round(share * 100)} %`,
    })),
    bars: rows.map(({ label, profile }, index) => {
      const all = Math.max(profile.words, profile.ownWords + profile.quotedWords + profile.reportedWords)
      let reached = 0
      const part = (kind: 'own' | 'quoted' | 'reported', words: number) => {
        const from = x(reached / all)
        reached += words
        return { kind, x: round(from), width: round(Math.max(0, x(reached / all) - from)) }
      }
      return {
        letter: label.letter,
        outlet: label.outlet,
        y: head + index * rowHeight + nameAbove,
        parts: [
          part('own', profile.ownWords),
          part('quoted', profile.quotedWords),
          part('reported', profile.reportedWords),
        ],
        shares: [profile.ownWords, profile.quotedWords, profile.reportedWords].map((words) =>
          Math.round((100 * words) / all),
        ),
      }
    }),
  }
}

export type SpeakerRow = {
  readonly name: string
  /** Words by report, in the order of the labels; 0 where not heard. */
  readonly words: readonly number[]
  readonly total: number
}

export const mostSpeakers = 10

/** Speakers of the profiles, those with most words first; a person under the fullest name that a report gives. */
export function speakerRows(
  profiles: readonly Profile[],
  labels: readonly ArticleLabel[],
): readonly SpeakerRow[] {
  const fullest = fullestNames(profiles, labels)
  const wordsIn = (article: string, name: string): number =>
    profiles
      .filter((profile) => profile.article === article)
      .flatMap(({ speakers }) => speakers.filter((speaker) => fullest.get(speaker.name) === name))
      .reduce((sum, { words }) => sum + words, 0)
  return [...new Set(fullest.values())]
    .map((name) => {
      const words = labels.map(({ article }) => wordsIn(article.id, name))
      return { name, words, total: words.reduce((sum, one) => sum + one, 0) }
    })
    .sort(
      byKeys(
        (row) => -row.total,
        (row) => row.name,
      ),
    )
}

/** `Holt` is `Mara Holt` where both are people and no other Holt speaks; every other name is its own. */
function fullestNames(
  profiles: readonly Profile[],
  labels: readonly ArticleLabel[],
): ReadonlyMap<string, string> {
  const names = [...new Set(profiles.flatMap((profile) => profile.speakers.map(({ name }) => name)))]
  const people = new Set(
    labels.flatMap(({ article }) =>
      article.entities.flatMap(({ kind, name }) => (kind === 'person' ? [name] : [])),
    ),
  )
  const isFull = (name: string): boolean => people.has(name) && parsePersonName(name).given.length > 0
  return new Map(
    names.map((name) => {
      const fuller = names.filter((other) => isFull(other) && samePerson(other, name))
      const [only] = fuller
      return [name, people.has(name) && only !== undefined && fuller.length === 1 ? only : name]
    }),
  )
}

export type SpeakersDrawing = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly nameAbove: number
  readonly lanes: readonly { readonly x: number; readonly letter: string }[]
  readonly rows: readonly {
    readonly name: string
    readonly y: number
    readonly dots: readonly { readonly x: number; readonly r: number; readonly words: number }[]
  }[]
}

const speakerLayouts = {
  wide: { rowHeight: 38, nameAbove: 0 },
  narrow: { rowHeight: 62, nameAbove: 28 },
} as const

const wideGap = 72
const tightGap = 44
/** A dot and the figure of three digits beside it leave the next dot free. */
const largest = { [wideGap]: 17, [tightGap]: 10 } as const

/** A dot's area is its words. */
export function drawSpeakers(
  speakers: readonly SpeakerRow[],
  labels: readonly ArticleLabel[],
  layout: VoicesLayout,
): SpeakersDrawing {
  const { width, left } = layouts[layout]
  const { rowHeight, nameAbove } = speakerLayouts[layout]
  const shown = speakers.slice(0, mostSpeakers)
  const most = Math.max(1, ...shown.flatMap((row) => row.words))
  const gap = labels.length > 10 || (nameAbove > 0 && labels.length * wideGap > width) ? tightGap : wideGap
  const r = scaleSqrt().domain([0, most]).range([0, largest[gap]])
  const x = (index: number): number => left + gap / 2 + index * gap
  return {
    width: left + labels.length * gap + 8,
    height: head + shown.length * rowHeight + 6,
    left,
    nameAbove,
    lanes: labels.map(({ letter }, index) => ({ letter, x: x(index) })),
    rows: shown.map((row, index) => ({
      name: row.name,
      y: head + index * rowHeight + (rowHeight + nameAbove) / 2,
      dots: row.words.flatMap((words, lane) =>
        words === 0 ? [] : [{ x: x(lane), r: round(Math.max(2, r(words))), words }],
      ),
    })),
  }
}
