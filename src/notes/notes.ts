/**
 * Notes: what a second reader proposes, located in the texts, tested, and merged with what the program found itself.
 *
 * In:    the articles; a notes file; later their Alignment and Comparison.
 * Out:   verdicts on pairs of passages, for align; the Comparison with the findings that stand; what became of every note.
 * Never: prints what is in no text, or hides that a note was refused.
 */
import type { Alignment, PairVerdict } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Comparison, Finding } from '../model/comparison.js'
import type { CheckedNotes, NotesInput, RefusedNote, TakenNote } from '../model/notes.js'
import { viewsOf } from '../likeness/view.js'
import { sortedBy } from '../text/order.js'
import { checkDifference } from './difference.js'
import { findingOf, merged } from './findings.js'
import { answerPairs, checkPair } from './pairs.js'

export type PairsChecked = {
  readonly verdicts: readonly PairVerdict[]
  readonly taken: readonly TakenNote[]
  readonly refused: readonly RefusedNote[]
}

/** Before align: what the reader says of pairs, and which passages answer one question. */
export function checkPairs({ notes }: NotesInput, articles: readonly AnnotatedArticle[]): PairsChecked {
  const views = viewsOf(articles)
  const verdicts: PairVerdict[] = []
  const taken: TakenNote[] = []
  const refused: RefusedNote[] = []
  for (const [index, pair] of notes.pairs.entries()) {
    const [note, result] = [`pairs/${index}`, checkPair(pair, views)] as const
    if (typeof result === 'string') refused.push({ note, reason: result })
    else {
      verdicts.push(result)
      taken.push({ note, finding: null, outcome: 'printed', checks: [{ check: 'pair', outcome: 'held' }] })
    }
  }
  verdicts.push(...notes.differences.flatMap((difference) => answerPairs(difference, views)))
  return { verdicts, taken, refused }
}

export function withNotes(
  { notes, sha256 }: NotesInput,
  pairs: PairsChecked,
  articles: readonly AnnotatedArticle[],
  alignment: Alignment,
  comparison: Comparison,
): { readonly comparison: Comparison; readonly checked: CheckedNotes } {
  const views = viewsOf(articles)
  const namesSpeakers = notes.differences.some(({ answers }) => answers.some(({ by }) => by != null))
  const reports = { views, columns: [...alignment.claims, ...alignment.quotes], namesSpeakers }
  const taken: TakenNote[] = []
  const refused: RefusedNote[] = []
  const found = new Map<string, Finding>()
  notes.differences.forEach((difference, note) => {
    const { checks, ...result } = checkDifference(difference, reports)
    if ('refused' in result) {
      refused.push({ note, reason: result.refused, checks })
      return
    }
    const noted = { note, weight: difference.weight, checked: result.checked }
    const finding = findingOf(noted, views.length, alignment.independence)
    const known = found.get(finding.id)
    found.set(finding.id, known ? { ...known, notes: [...(known.notes ?? []), note] } : finding)
    taken.push({ note, finding: finding.id, outcome: result.checked.outcome, checks })
  })
  const weightOf = ({ notes: from = [] }: Finding): number => notes.differences[from[0] ?? 0]?.weight ?? 1
  const noted = sortedBy(found.values(), (finding) => [-weightOf(finding), finding.notes?.[0] ?? 0])
  return {
    comparison: { ...comparison, findings: merged(noted, comparison.findings) },
    checked: {
      reader: notes.reader,
      sha256,
      taken: [...taken, ...pairs.taken],
      refused: [...refused, ...pairs.refused],
    },
  }
}
