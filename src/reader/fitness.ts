/** Whether a model is fit to be a second reader: its notes on invented events against what was planted there, and the traps. */
import { z } from 'zod'
import { lenient, listOf } from '../model/fixed.js'
import type { NoteDifference } from '../model/notes.js'

/** Words by the file in which they stand; `silent` names a file that does not tell it. */
const Sides = z.record(z.string(), z.string()).readonly()
type Sides = z.infer<typeof Sides>

const PlantedEvent = lenient({ name: z.string(), planted: listOf(Sides), traps: listOf(Sides) })
export const PlantedEvents = z.object({ events: listOf(PlantedEvent) })
export type PlantedEvent = z.infer<typeof PlantedEvent>

export type Score = {
  readonly planted: number
  readonly found: number
  /** Traps that were walked into. */
  readonly wrong: number
  readonly wordings: number
  /** Of these, not in the text. */
  readonly foreign: number
}

export function scoreOf(
  { planted, traps }: PlantedEvent,
  differences: readonly NoteDifference[],
  foreign: number,
): Score {
  const hit = (sides: Sides): boolean => differences.some((one) => sets(one, sides))
  return {
    planted: planted.length,
    found: planted.filter(hit).length,
    wrong: traps.filter(hit).length,
    wordings: differences.reduce((sum, { answers }) => sum + answers.length, 0),
    foreign,
  }
}

function sets({ answers, silent }: NoteDifference, sides: Sides): boolean {
  const isOf = (source: string, file: string): boolean => source === file || source.endsWith(`/${file}`)
  return Object.entries(sides).every(([file, words]) =>
    file === 'silent'
      ? silent.some((source) => isOf(source, words))
      : answers.some(
          ({ source, sentence, words: own }) => isOf(source, file) && (sentence ?? own).includes(words),
        ),
  )
}

export function sumOf(scores: readonly Score[]): Score {
  const sum = (field: keyof Score): number => scores.reduce((total, score) => total + score[field], 0)
  return {
    planted: sum('planted'),
    found: sum('found'),
    wrong: sum('wrong'),
    wordings: sum('wordings'),
    foreign: sum('foreign'),
  }
}

/** Chosen, not measured: a reader that finds less, or errs more, costs an editor more than it gives. */
const least = { found: 0.6, wrong: 3, foreign: 0.05 } as const

export function isFit({ planted, found, wrong, wordings, foreign }: Score): boolean {
  return found >= least.found * planted && wrong <= least.wrong && foreign <= least.foreign * wordings
}

export function scoreInWords(score: Score): string {
  const { planted, found, wrong, wordings, foreign } = score
  return `${found} of ${planted} planted differences found, ${wrong} wrong, ${foreign} of ${wordings} wordings not in the text: ${isFit(score) ? 'fit' : 'falls short'}`
}
