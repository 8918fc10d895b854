/** Reads treebank files (CoNLL-U): sentences with forms, tags, heads and labels. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

export type GoldSentence = {
  readonly forms: readonly string[]
  readonly lemmas: readonly string[]
  /** Universal and Penn part of speech, `AUX VBZ`. */
  readonly tags: readonly string[]
  /** Numbered from 1; 0 is the root. */
  readonly heads: readonly number[]
  readonly labels: readonly string[]
}

/** Sentences of the files of a folder whose name ends so, in order of names. */
export function readTreebank(folder: string, ending: string): GoldSentence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .flatMap((name) => readConllu(readFileSync(path.join(folder, name), 'utf8')))
}

export function readConllu(text: string): GoldSentence[] {
  return text
    .split(/\n\n+/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([id]) => id !== undefined && /^\d+$/.test(id)),
    )
    .filter((rows) => rows.length > 0)
    .map((rows) => ({
      forms: rows.map((row) => row[1] ?? ''),
      lemmas: rows.map((row) => row[2] ?? ''),
      tags: rows.map((row) => `${row[3] ?? 'X'} ${row[4] ?? 'X'}`),
      heads: rows.map((row) => Number(row[6])),
      labels: rows.map((row) => row[7] ?? 'dep'),
    }))
}
