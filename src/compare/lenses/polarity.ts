/**
 * Statements that point opposite ways: `conflict` of type `polarity` ("agreed" and "did not agree", "rejects" and "did
 * not rule out").
 *
 * Two clauses take opposite sides of one verb family and are about the same thing. Clauses of one column need less in
 * common than clauses that align did not put together. Whatever takes both sides within one report is left out.
 */
import type { Claim } from '../../model/annotation.js'
import type { Certainty } from '../../model/alignment.js'
import type { Evidence, Position } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import { quantise } from '../../text/quantise.js'
import { blockKindAt, presentCells, wordsIn, type ArticleView, type Context } from '../context.js'
import { draft } from '../finding.js'
import { share } from '../facts/link.js'
import type { Draft, Lens } from '../lens.js'
import { likeness, type Term } from '../search/likeness.js'
import { aboutOf, stancesIn, type Stance } from '../stances/stance.js'
import { names, quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const polarity: Lens = {
  name: 'polarity',
  find: (context) => groups(context, statements(context)).flatMap((group) => toDraft(context, group)),
}

type Statement = {
  readonly view: ArticleView
  readonly claim: Claim
  readonly stance: Stance
  readonly about: readonly Term[]
  /** Keys of the clause's own words. */
  readonly near: ReadonlySet<string>
  readonly columns: ReadonlySet<string>
}

/** Least share of common matter for two clauses to be about one thing. */
const leastShare = { column: 0.25, apart: 0.4, loose: 0.6 } as const
/** Least number of content words that both have. */
const leastCommon = { column: 1, apart: 2 } as const
/** Families common enough in any story that align must have put the clauses together. */
const loose = new Set(['rise', 'win', 'open', 'start', 'closer'])
/** From this likeness on two words count as one. */
const sameWord = 0.8

function statements(context: Context): readonly Statement[] {
  const columns = new Map<string, Set<string>>()
  for (const column of context.alignment.claims) {
    for (const [, cell] of presentCells(column)) {
      for (const { ref } of cell.mentions) columns.set(ref, (columns.get(ref) ?? new Set()).add(column.id))
    }
  }
  return context.views.flatMap((view) =>
    view.article.claims
      .filter((claim) => !isTitle(view, claim))
      .flatMap((claim) =>
        stancesIn(view, claim).map((stance) => ({
          view,
          claim,
          stance,
          about: aboutOf(view, claim, stance.span),
          near: new Set(wordsIn(view, claim).map((word) => word.key)),
          columns: columns.get(claim.id) ?? new Set<string>(),
        })),
      ),
  )
}

/** Headlines and subheads abridge; the body says it in full. */
function isTitle(view: ArticleView, claim: Claim): boolean {
  const kind = blockKindAt(view, claim.start)
  return kind === 'headline' || kind === 'subhead'
}

type Pair = { readonly a: Statement; readonly b: Statement; readonly score: number }
type Group = { readonly statements: readonly Statement[]; readonly score: number }

function groups(context: Context, all: readonly Statement[]): readonly Group[] {
  const pairs: Pair[] = []
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      if (a.view.id === b.view.id || a.stance.side !== b.stance.side) continue
      const score = quantise(share(a.about, b.about))
      const together = [...a.columns].some((column) => b.columns.has(column))
      const kind = together ? 'column' : 'apart'
      if (loose.has(a.stance.side) && (!together || score < context.limit(leastShare.loose))) continue
      if (score >= context.limit(leastShare[kind]) && common(a, b) >= leastCommon[kind])
        pairs.push({ a, b, score })
    }
  })
  const opposed = pairs.filter(({ a, b }) => a.stance.positive !== b.stance.positive)
  return join(opposed, pairs)
}

/** Content words of both clauses themselves, not of the sentences around them. */
function common(a: Statement, b: Statement): number {
  const own = (statement: Statement): readonly Term[] =>
    statement.about.filter((term) => term.weight > 0 && statement.near.has(term.key))
  return own(a).filter((term) => own(b).some((other) => likeness(term, other) >= sameWord)).length
}

const key = (statement: Statement): string =>
  `${statement.view.id} ${statement.claim.start} ${statement.stance.span.start}`

/** One group a matter: opposed pairs that share a statement, and the statements that agree with either. */
function join(opposed: readonly Pair[], pairs: readonly Pair[]): readonly Group[] {
  const sorted = [...opposed].sort(
    byKeys(
      (pair) => -pair.score,
      (pair) => key(pair.a),
      (pair) => key(pair.b),
    ),
  )
  const taken = new Set<Claim>()
  const found: Group[] = []
  for (const { a, b, score } of sorted) {
    if (taken.has(a.claim) || taken.has(b.claim)) continue
    const members = new Set([a, b])
    for (const pair of pairs) {
      if (members.has(pair.a) && !taken.has(pair.b.claim)) members.add(pair.b)
      else if (members.has(pair.b) && !taken.has(pair.a.claim)) members.add(pair.a)
    }
    for (const member of members) taken.add(member.claim)
    if (!contradictsItself([...members])) found.push({ statements: [...members], score })
  }
  return found
}

/** One report on both sides: the two clauses are about different things, or it reports a debate. */
function contradictsItself(members: readonly Statement[]): boolean {
  return members.some((a) =>
    members.some((b) => a.view.id === b.view.id && a.stance.positive !== b.stance.positive),
  )
}

function toDraft(context: Context, group: Group): readonly Draft[] {
  const sorted = [...group.statements].sort(byKeys((item) => (item.stance.positive ? 0 : 1), key))
  const ids = sorted.map((item) => item.view.id)
  const positions = [true, false].map((positive): Position => {
    const own = sorted.filter((item) => item.stance.positive === positive)
    const articles = [...new Set(own.map((item) => item.view.id))]
    const sources = own.map((item) => speakerOf(item))
    const first = own[0]
    return {
      value: first ? first.view.text.slice(first.claim.start, first.claim.end) : '',
      articles,
      texts: context.texts(articles),
      source: sources.find((source) => source !== null) ?? null,
      voice: own.every((item) => item.claim.voice === 'attributed') ? 'attributed' : 'own',
      certainty: certaintyOf(own),
    }
  })
  const rest = context.views.filter((view) => !ids.includes(view.id))
  const whole = (view: ArticleView): boolean => view.article.completeness.state === 'complete'
  const column = sorted.flatMap((item) => [...item.columns])[0] ?? null
  return [
    draft(context, {
      kind: 'conflict',
      severity: 'contradiction',
      articles: ids,
      column,
      evidence: sorted.map((item): Evidence => ({
        article: item.view.id,
        start: item.claim.start,
        end: item.claim.end,
        role: item.stance.positive ? 'asserts' : 'denies',
      })),
      confidence: Math.min(1, 0.4 + group.score),
      salience: new Set(ids).size / context.views.length,
      detail: {
        type: 'polarity',
        grade: 'differ',
        reason: `one side is negated or takes the opposite verb`,
        positions,
      },
      sentence: templates.conflict(
        'one point',
        positions.map(({ value, articles }) => ({ value: quoted(value), by: names(context, articles) })),
        names(
          context,
          rest.filter(whole).map((view) => view.id),
        ),
        names(
          context,
          rest.filter((view) => !whole(view)).map((view) => view.id),
        ),
      ),
      matter: `polarity ${sorted.map(key).join(' ')}`,
      contested: Math.min(...positions.map((position) => position.texts)) / context.allTexts,
      front: true,
    }),
  ]
}

function speakerOf({ view, claim }: Statement): string | null {
  const quote = claim.quote === null ? undefined : view.quotes.get(claim.quote)
  return quote?.speaker?.name ?? null
}

function certaintyOf(own: readonly Statement[]): Certainty {
  return own.some((item) => item.claim.hedged) ? 'hedged' : 'plain'
}
