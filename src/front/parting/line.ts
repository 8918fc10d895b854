/** In: a row and labels. Out: the row as text: `duration. Pay goes up by ___: over three years (A); over two years (B, C)`. */
import type { Labels } from '../../print/labels.js'
import { blank, wordsOfAnswer, type PartingRow } from './row.js'

export type RowLine = { readonly question: string; readonly answers: string }

export function rowLine({ question, about, answers }: PartingRow, labels: Labels): RowLine {
  return {
    question: [question, about.replaceAll(blank, '___')].filter((part) => part !== '').join(' '),
    answers: answers
      .map((answer) => `${wordsOfAnswer(answer)} (${labels.letters(answer.articles)})`)
      .join('; '),
  }
}

/** `8 of 27` */
export function shareOf(rows: readonly unknown[], all: number): string {
  return `${rows.length} of ${all}`
}
