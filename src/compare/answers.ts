/**
 * One question about a person or a body, and what each report answers: a `conflict` whose values are printed words.
 *
 * In:    the passages of each side. Out: a Draft, the sides in order of what they print.
 * Never: decides whether the answers exclude one another; that is the lens.
 */
import type { ConflictType, Evidence, Grade, Position } from '../model/comparison.js'
import type { Span } from '../model/span.js'
import { byKeys } from '../text/order.js'
import { overlap } from '../text/spans.js'
import { mayBeTooEarly } from '../likeness/too-early.js'
import type { ArticleView } from '../likeness/view.js'
import { voiceAt } from './actors/actors.js'
import type { Context } from './context.js'
import { draft } from './finding.js'
import type { Draft } from './lens.js'
import { names, quoted, slice } from './wording/parts.js'
import { templates } from './wording/templates.js'

export type Answer = { readonly view: ArticleView; readonly span: Span }

export type Asked = {
  readonly type: ConflictType
  /** Of the question: "what became of Ann Lowe". */
  readonly matter: string
  readonly referent?: string
  readonly grade: Exclude<Grade, 'compatible'>
  readonly reason: string
  /** Each with at least one answer; the shortest stands for its side. */
  readonly sides: readonly (readonly Answer[])[]
  readonly confidence: number
  readonly front: boolean
}

/** Whether who gives one answer may have come out too early to know of the others. */
export function mayBeLater(sides: Asked['sides']): boolean {
  return sides.some((own) => {
    const others = sides.filter((side) => side !== own).flat()
    const tellers = others.map(({ view, span }) => ({ view, mentions: [span] }))
    return own.some(({ view }) => mayBeTooEarly(view, tellers))
  })
}

/** Characters of an answer that are printed. */
const longest = 80

export function draftOf(context: Context, asked: Asked): Draft {
  const positions = asked.sides
    .map((answers) => positionOf(context, answers))
    .sort(byKeys(({ value }) => value))
  const stated = positions.map(({ value, articles }) => ({ value, by: names(context, articles) }))
  const { type, grade, reason, referent } = asked
  return draft(context, {
    kind: 'conflict',
    severity: grade === 'differ' ? 'fact' : 'note',
    column: null,
    evidence: asked.sides
      .flat()
      .map(({ view, span }): Evidence => ({ article: view.id, ...span, role: 'value' })),
    confidence: asked.confidence,
    detail: { type, grade, reason, ...(referent === undefined ? {} : { referent }), positions },
    sentence:
      grade === 'differ'
        ? templates.conflict(asked.matter, stated, '', '')
        : templates.mayDiffer(asked.matter, stated, reason, '', ''),
    matter: [type, asked.matter, ...positions.map(({ value }) => value)].join(' '),
    front: asked.front,
  })
}

function positionOf(context: Context, answers: readonly Answer[]): Position {
  const articles = [...new Set(answers.map(({ view }) => view.id))]
  const isCredited = answers.every(({ view, span }) => voiceAt(view, span) === 'attributed')
  const [shortest] = [...answers].sort(byKeys(({ span }) => span.end - span.start))
  return {
    value: shortest ? quoted(slice(shortest.view, shortest.span), longest) : '',
    articles,
    texts: context.texts(articles),
    source: (isCredited && shortest ? speakerAt(shortest) : undefined) ?? null,
    voice: isCredited ? 'attributed' : 'own',
    certainty: 'plain',
  }
}

/** Who is credited with the words, as far as the report names somebody. */
function speakerAt({ view, span }: Answer): string | undefined {
  return view.article.quotes.find(({ content }) => content.some((part) => overlap(part, span) > 0))?.speaker
    ?.name
}
