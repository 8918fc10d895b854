/**
 * Which exercises fit on two pages, and in which order: differences and controls in a shuffle that follows from the
 * report, so that place tells nothing.
 *
 * In:    a Report and its mask. Out: the exercises of each page. Never: more than the pages hold, by an upper estimate.
 */
import type { Report } from '../../model/report.js'
import { sha256 } from '../../text/hash.js'
import { byKeys } from '../../text/order.js'
import type { Mask } from '../masking/mask.js'
import { inSentences } from '../../print/in-sentence.js'
import { controls } from './controls.js'
import { differences } from './differences.js'
import type { Excerpt, Exercise } from './exercise.js'
import { clip, roomOf } from './room.js'

/** Characters of one excerpt; lines of a page after its head or before its foot; columns of a line. Upper estimates. */
const excerptLimit = 250
const lineColumns = 84
const linesOfPage = [52, 33] as const
const [differencesWanted, controlsWanted] = [5, 2]
/** Lines to write on: at least, at most, and what one takes of the page. */
const [fewestLines, mostLines, writeLine] = [2, 4, 1.8]

export type Page = {
  readonly exercises: readonly Exercise[]
  /** Lines to write on in each exercise. */
  readonly lines: number
}
export type Pages = readonly [Page, Page]

export function choose(report: Report, mask: Mask): Pages {
  const chosen = [
    ...differences(report).slice(0, differencesWanted),
    ...controls(report).slice(0, controlsWanted),
  ]
    .map((exercise) => inOrder(exercise, report))
    .sort(byKeys((exercise) => sha256(keyOf(exercise))))
  const pages: [Exercise[], Exercise[]] = [[], []]
  const left: [number, number] = [...linesOfPage]
  for (const exercise of chosen) {
    const lines = linesOf(exercise, report, mask)
    const page = left[0] >= lines ? 0 : left[1] >= lines ? 1 : null
    if (page === null) continue
    pages[page].push(exercise)
    left[page] -= lines
  }
  return [pageOf(pages[0], left[0]), pageOf(pages[1], left[1])]
}

/** What is left of the page goes to the lines. */
function pageOf(exercises: readonly Exercise[], left: number): Page {
  const more = Math.floor(left / (writeLine * Math.max(1, exercises.length)))
  return { exercises, lines: Math.min(mostLines, fewestLines + Math.max(0, more)) }
}

/** Excerpts in the order of the letters. */
function inOrder(exercise: Exercise, report: Report): Exercise {
  const place = ({ article }: Excerpt): number => report.articles.findIndex(({ id }) => id === article)
  return { ...exercise, excerpts: [...exercise.excerpts].sort((a, b) => place(a) - place(b)) }
}

function keyOf(exercise: Exercise): string {
  return exercise.kind === 'difference' ? exercise.finding.id : exercise.column.id
}

/** Heading, excerpts, the answer's boxes and two lines to write on. */
function linesOf({ excerpts }: Exercise, report: Report, mask: Mask): number {
  const text = excerpts.reduce(
    (sum, excerpt) => sum + Math.ceil(roomOf(excerptText(excerpt, report, mask)) / lineColumns) + 0.4,
    0,
  )
  return text + 6.5
}

export function excerptText({ article, spans }: Excerpt, report: Report, mask: Mask): string {
  const source = report.articles.find(({ id }) => id === article)
  return source === undefined
    ? ''
    : clip(mask(inSentences(source, spans, excerptLimit).join(' […] ')), excerptLimit + 90)
}
