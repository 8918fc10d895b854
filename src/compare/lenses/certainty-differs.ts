/**
 * Told as certain in one report, with a hedge in another: `certainty-differs`.
 *
 * Within one claim column, where the link is sure and the hedge is a word of the clause itself ("may", "appears to",
 * "alleged"). A hedge in another clause of the sentence, or inside somebody's quotation alone, does not count.
 */
import type { ClaimColumn, Mention } from '../../model/alignment.js'
import type { Evidence } from '../../model/comparison.js'
import { overlap } from '../../text/spans.js'
import { inHeadline, presentCells, wordsIn, type ArticleView, type Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { quoted, slice } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const certaintyDiffers: Lens = {
  name: 'certainty-differs',
  find: (context) => context.alignment.claims.flatMap((column) => look(context, column)),
}

/** Passages linked less surely than this do not count as telling the same. */
const leastLink = 0.7
/** Words that leave open whether the thing is so. Estimates ("some"), wishes and "whether" are none. */
const doubts: ReadonlySet<string> = new Set(
  `may might perhaps possibly probably likely apparently appears appear appeared seemingly reportedly allegedly alleged
  allegations suspected suspicion purportedly presumably unconfirmed`.split(/\s+/),
)
/** Content words both wordings must have. */
const leastCommon = 2

type Told = { readonly view: ArticleView; readonly mention: Mention; readonly hedged: boolean }

function look(context: Context, column: ClaimColumn): readonly Draft[] {
  const all = presentCells(column).flatMap(([id, cell]): Told[] => {
    const view = context.view(id)
    const mention =
      view && cell.mentions.find((item) => !inHeadline(view, item.start) && !isQuoted(view, item))
    return view && mention && cell.confidence >= context.limit(leastLink)
      ? [{ view, mention, hedged: hasHedge(view, mention) }]
      : []
  })
  const hedged = all.filter((item) => item.hedged)
  const plain = all.filter((item) => !item.hedged && isAbout(item, hedged))
  const told = [...plain, ...hedged]
  const ids = told.map(({ view }) => view.id)
  if (plain.length === 0 || hedged.length === 0 || context.texts(ids) < 2) return []
  const stated = (list: readonly Told[]): { value: string; by: string }[] =>
    list.map(({ view, mention }) => ({ value: quoted(slice(view, mention)), by: view.name }))
  return [
    draft(context, {
      kind: 'certainty-differs',
      severity: 'attribution',
      articles: plain.map(({ view }) => view.id),
      column: column.id,
      evidence: told.map(({ view, mention, hedged: isHedged }): Evidence => ({
        article: view.id,
        start: mention.start,
        end: mention.end,
        role: isHedged ? 'fuller' : 'asserts',
      })),
      confidence: Math.min(...told.map(({ view }) => confidenceOf(column, view))),
      salience: column.salience,
      detail: {
        positions: told.map(({ view, mention, hedged: isHedged }) => ({
          value: slice(view, mention),
          articles: [view.id],
          texts: 1,
          source: mention.speaker?.name ?? null,
          voice: mention.voice,
          certainty: isHedged ? 'hedged' : 'plain',
        })),
      },
      sentence: templates.certainty(stated(plain), stated(hedged)),
      matter: `certainty ${column.id}`,
      contested: Math.min(plain.length, hedged.length) / context.allTexts,
      front: false,
    }),
  ]
}

function confidenceOf(column: ClaimColumn, view: ArticleView): number {
  const cell = column.cells[view.id]
  return cell?.state === 'present' ? cell.confidence : 0
}

function isQuoted(view: ArticleView, mention: Mention): boolean {
  return view.inMarks.some((span) => overlap(span, mention) * 2 > mention.end - mention.start)
}

function hasHedge(view: ArticleView, mention: Mention): boolean {
  return wordsIn(view, mention).some((word) => doubts.has(word.norm))
}

/** The plain wording holds enough of the hedged one's content words to be about the same. */
function isAbout(plain: Told, hedged: readonly Told[]): boolean {
  const own = new Set(wordsIn(plain.view, plain.mention).map((word) => word.key))
  return hedged.some(({ view, mention }) => {
    const keys = new Set(wordsIn(view, mention).flatMap((word) => (word.key === '' ? [] : [word.key])))
    return [...keys].filter((key) => own.has(key)).length >= leastCommon
  })
}
