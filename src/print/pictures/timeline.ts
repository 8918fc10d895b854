/**
 * The publication timeline with shared copy: a row a report, a dot at its time, a bow between reports that share passages.
 *
 * In: a Report and its labels. Out: a drawing. Never: says who took from whom; times of publication do not tell that.
 */
import { scaleLinear, scaleUtc } from 'd3-scale'
import type { Report } from '../../model/report.js'
import { byKeys } from '../../text/order.js'
import { spanLength } from '../../text/spans.js'
import type { ArticleLabel } from '../labels.js'
import { publicationRank } from '../../text/publication.js'
import { round } from './prominence.js'

export type SharedCopy = {
  readonly letters: readonly [string, string]
  readonly passages: number
  /** Code units shared, in the first one's text. */
  readonly length: number
  /** Whether they count as one text. */
  readonly oneText: boolean
}

export type TimelineDrawing = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  /** How far above its row a name stands. */
  readonly nameAbove: number
  readonly top: number
  readonly ticks: readonly { readonly x: number; readonly words: readonly string[] }[]
  /** `x` is null where no time is given. */
  readonly rows: readonly {
    readonly label: ArticleLabel
    readonly x: number | null
    readonly y: number
  }[]
  readonly bows: readonly {
    readonly path: string
    readonly width: number
    readonly shared: SharedCopy
  }[]
}

/** On a phone names stand above their rows. */
const layouts = {
  wide: { width: 760, left: 205, right: 690, rowHeight: 30, nameAbove: 0, ticks: 5, reach: 60 },
  narrow: { width: 320, left: 0, right: 270, rowHeight: 46, nameAbove: 17, ticks: 3, reach: 38 },
} as const
export type TimelineLayout = keyof typeof layouts

const head = 44

export function sharedCopies(report: Report, labels: readonly ArticleLabel[]): readonly SharedCopy[] {
  const pairs = new Map<string, { passages: number; length: number; letters: readonly [string, string] }>()
  const letterOf = new Map(labels.map(({ article, letter }) => [article.id, letter]))
  const order = new Map(labels.map(({ letter }, index) => [letter, index]))
  for (const { spans } of report.independence.shared) {
    const byArticle = new Map(spans.map((span) => [span.article, span]))
    const letters = [...byArticle.keys()]
      .flatMap((id) => letterOf.get(id) ?? [])
      .sort(byKeys((letter) => order.get(letter) ?? 0))
    letters.forEach((a, index) => {
      for (const b of letters.slice(index + 1)) {
        const span = spans.find(({ article }) => letterOf.get(article) === a)
        const key = `${a} ${b}`
        const pair = pairs.get(key) ?? { passages: 0, length: 0, letters: [a, b] as const }
        pairs.set(key, {
          letters: pair.letters,
          passages: pair.passages + 1,
          length: pair.length + (span === undefined ? 0 : spanLength(span)),
        })
      }
    })
  }
  const groupOf = (letter: string): number =>
    report.independence.groups.findIndex((group) => group.some((id) => letterOf.get(id) === letter))
  return [...pairs.values()].map(({ letters, passages, length }) => ({
    letters,
    passages,
    length,
    oneText: groupOf(letters[0]) === groupOf(letters[1]),
  }))
}

export function drawTimeline(
  report: Report,
  labels: readonly ArticleLabel[],
  layout: TimelineLayout,
): TimelineDrawing {
  const { width, left, right, rowHeight, nameAbove, reach } = layouts[layout]
  const ordered = [...labels]
    .map((label, index) => ({ label, index, at: publicationRank(label.article.publishedAt) }))
    .sort(
      byKeys(
        ({ at }) => at,
        ({ index }) => index,
      ),
    )
  const times = ordered.map(({ at }) => at).filter(Number.isFinite)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const margin = Math.max(30 * 60_000, (last - first) * 0.04)
  const x =
    times.length === 0
      ? null
      : scaleUtc()
          .domain([first - margin, last + margin])
          .range([left + 5, right])
  const rows = ordered.map(({ label, at }, index) => ({
    label,
    x: x !== null && Number.isFinite(at) ? round(x(at)) : null,
    y: head + index * rowHeight + (rowHeight + nameAbove) / 2,
  }))
  const shared = sharedCopies(report, labels)
  const longest = Math.max(1, ...shared.map(({ length }) => length))
  const thickness = scaleLinear().domain([0, longest]).range([1.5, 8])
  return {
    width,
    height: head + rows.length * rowHeight + 8,
    left,
    right,
    nameAbove,
    top: head,
    ticks: (x?.ticks(layouts[layout].ticks) ?? []).map((date, index, all) => ({
      x: round(x?.(date) ?? 0),
      words: tickWords(date, all[index - 1], all.every(atMidnight)),
    })),
    rows,
    bows: shared.flatMap((one) => {
      const ends = one.letters.map((letter) => rows.find((row) => row.label.letter === letter))
      const [a, b] = ends
      if (!a || !b) return []
      return [{ path: bow(right + 6, a.y, b.y, reach), width: round(thickness(one.length)), shared: one }]
    }),
  }
}

/** A half ellipse to the right of the rows. */
function bow(x: number, from: number, to: number, most: number): string {
  const reach = x + Math.min(most, 12 + Math.abs(to - from) / 4)
  return `M${x} ${from}C${reach} ${from} ${reach} ${to} ${x} ${to}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `3 Dec`, `09:00`; always UTC. The day stands where it begins, the clock where it says something. */
function tickWords(date: Date, before: Date | undefined, daysAlone: boolean): readonly string[] {
  if (daysAlone) return [dayOf(date), '']
  const clock = `${String(date.getUTCHours()).padStart(2, '0')}:${String(date.getUTCMinutes()).padStart(2, '0')}`
  const sameDay = before !== undefined && dayOf(before) === dayOf(date)
  return [sameDay ? '' : dayOf(date), clock]
}

function atMidnight(date: Date): boolean {
  return date.getUTCHours() === 0 && date.getUTCMinutes() === 0
}

function dayOf(date: Date): string {
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}`
}
