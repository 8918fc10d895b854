/**
 * Verbs of telling by the stance they take, for `attribution-verb`; lemmas as annotate gives them:
 * data/english/verb-stances.txt.
 */
import { CueStance } from '../model/annotation.js'
import { wordFile } from './word-lists.js'

export type VerbStance = CueStance

const stances: ReadonlyMap<string, VerbStance> = new Map(
  [...wordFile('verb-stances.txt').groupsOf('stances', CueStance)].flatMap(([stance, words]) =>
    words.map((word) => [word.replace('-', ' '), stance] as const),
  ),
)

export function verbStance(lemma: string | null): VerbStance | null {
  return lemma === null ? null : (stances.get(lemma) ?? null)
}
