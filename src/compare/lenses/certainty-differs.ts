/**
 * Statement as certain in one report, with a hedge or as a charge not proved in another: `certainty-differs`.
 *
 * Clause against clause, within a claim column: the certain wording has a verb for what the hedged one tells, and the two
 * share most of their matter. The doubt is the mention's own (`hedged`, `allegation`, from annotate), not that of another
 * clause. An allegation told as fact needs the outlet's own voice: no source, no quotation marks. A report that tells the
 * same thing with the doubt elsewhere has lost nothing, and where most reports tell it plainly it is taken for established. A
 * charge that a report tells a conviction of is a note.
 */
import type { ClaimColumn, Mention } from '../../model/alignment.js'
import type { Certainty } from '../../model/alignment.js'
import type { Evidence } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import { overlap } from '../../text/spans.js'
import { inHeadline, sentenceIndex, wordsIn, type ArticleView } from '../../likeness/view.js'
import { presentCells } from '../../likeness/columns.js'
import type { Context, Event } from '../context.js'
import { draft } from '../finding.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { doubtWords } from '../../english/hedges.js'
import { accusatory, charging } from '../../english/accusations.js'
import { charges } from '../../english/allegations.js'
import { once } from '../../text/once.js'
import { sameAct, sharedTerms } from '../../likeness/same-word.js'
import { termOf, termsOf, type Term } from '../../likeness/terms.js'
import { share } from '../../likeness/soft-cover.js'
import { predicatesOf, within } from '../stances/predicates.js'
import { tagsOf } from '../tags.js'
import { isSettled } from '../verdicts.js'
import { loosest } from '../thresholds.js'
import { quoted, slice } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const certaintyDiffers: Lens = {
  name: 'certainty-differs',
  asks: () => ({
    'certainty-differs': [
      'One clause holds a word of doubt on its act (may, reportedly, alleged …), another of the same row does not, and has the verb of that act.',
      `Needs ${printed(leastShare)} of the words in common and links of at least ${printed(leastLink)}. A charge that a report tells a conviction of is a note.`,
    ],
  }),
  find: (context) => {
    const here = ({ view }: Statement): boolean => context.view(view.id) !== undefined
    const pairs = alike(context.event).filter(
      ({ plain, doubted, score }) => here(plain) && here(doubted) && score >= context.limit(leastShare),
    )
    return byPlain(pairs).flatMap((group) => look(context, group))
  },
}

/** Passages linked less surely than this do not count as telling the same. */
const leastLink = 0.55
/** Least share of the content words, doubt aside, that both clauses have. */
const leastShare = 0.45
/** Content words both wordings must have. */
const leastCommon = 2

type Statement = {
  readonly view: ArticleView
  readonly column: ClaimColumn
  readonly confidence: number
  readonly mention: Mention
  readonly certainty: Certainty
  /** Content words without those of doubt. */
  readonly terms: readonly Term[]
}
type Pair = { readonly plain: Statement; readonly doubted: Statement; readonly score: number }

/** Certain and doubted tellings of one thing in two reports; no re-run changes that. */
const alike = once((event: Event): readonly Pair[] =>
  event.alignment.claims.flatMap((column) => {
    const told = tellings(event, column)
    const doubted = told.filter(({ certainty }) => certainty !== 'plain')
    return told
      .filter(({ certainty }) => certainty === 'plain')
      .flatMap((plain) => doubted.flatMap((other) => pairOf(plain, other) ?? []))
  }),
)

function tellings(event: Event, column: ClaimColumn): readonly Statement[] {
  return presentCells(column).flatMap(([id, { confidence, mentions }]) => {
    const view = event.view(id)
    if (!view || confidence < loosest(leastLink)) return []
    return mentions
      .filter((mention) => !inHeadline(view, mention.start) && !isQuoted(view, mention))
      .map((mention): Statement => {
        const certainty = mention.allegation === true ? 'allegation' : mention.hedged ? 'hedged' : 'plain'
        return { view, column, confidence, mention, certainty, terms: termsIn(view, mention) }
      })
      .filter(({ certainty, mention }) => certainty !== 'hedged' || doubtsAct(view, mention))
  })
}

function termsIn(view: ArticleView, mention: Mention): readonly Term[] {
  const words = mention.spans
    .flatMap((span) => wordsIn(view, span))
    .filter((word) => !charging.has(word.stem) && !doubtWords.has(word.norm))
  return termsOf(words)
}

/** Null where the two tell two things, or the certain one is credited to somebody and the other is a charge. */
function pairOf(plain: Statement, doubted: Statement): Pair | null {
  if (plain.view === doubted.view) return null
  if (doubted.certainty === 'allegation' && !isOwn(plain)) return null
  const common = sharedTerms(plain.terms, doubted.terms)
  if (common.length < leastCommon || !oneAct(plain, doubted)) return null
  if (doubted.certainty === 'allegation' && !chargesIt(plain, doubted, common)) return null
  const score = share(plain.terms, doubted.terms)
  return score >= loosest(leastShare) ? { plain, doubted, score } : null
}

/** The first verb of the certain clause is told for real, and stands in the doubted one too. */
function oneAct(plain: Statement, doubted: Statement): boolean {
  const act = actOf(plain)
  return act !== null && doubted.terms.some((other) => sameAct(act, other))
}

function actOf({ view, mention }: Statement): Term | null {
  const first = predicatesOf(view).find(({ claim }) => claim?.id === mention.ref)
  if (!first || first.negated || first.governs) return null
  // "does not know the student the image was sent to": the clause's own verb is another.
  const before = within(first.tree, { start: mention.start, end: first.word.start })
  if (before.some(({ pos }) => pos === 'VERB')) return null
  const told = first.modal === null || first.modal === 'will'
  const [word] = wordsIn(view, first.word)
  return told && word && !whether.test(view.text.slice(mention.start, mention.end)) ? termOf(word) : null
}

const whether = /\b(?:whether|if)\b/iu

/** What is charged is the act, which then stands behind the word of charge, or both hold one word of blame. */
function chargesIt(plain: Statement, { view, mention }: Statement, common: readonly Term[]): boolean {
  if (common.some((term) => accusatory.has(term.stem))) return true
  const act = actOf(plain)
  const words = wordsIn(view, mention)
  const charge = words.findIndex(
    ({ stem, norm }, at) => charging.has(stem) || charges(norm, words[at + 1]?.norm ?? ''),
  )
  if (charge < 0 && mention.cue.length === 0) return false
  return words.some(
    (word, at) => at > charge && word.key !== '' && act !== null && sameAct(act, termOf(word)),
  )
}

/** "may have passed", "reportedly fled": not "a possible grant", and not what is expected and may since have come. */
function doubtsAct(view: ArticleView, mention: Mention): boolean {
  const tags = tagsOf(view, sentenceIndex(view, mention)).filter(
    (tag) => tag.start >= mention.start && tag.end <= mention.end,
  )
  return tags.some(
    ({ lower, pos }, at) =>
      doubtWords.has(lower) && lower !== 'expected' && !(pos === 'ADJ' && tags[at + 1]?.pos === 'NOUN'),
  )
}

function isQuoted(view: ArticleView, mention: Mention): boolean {
  return view.inMarks.some((span) => overlap(span, mention) * 2 > mention.end - mention.start)
}

function isOwn({ view, mention }: Statement): boolean {
  return (
    mention.voice === 'own' &&
    !view.inMarks.some((span) => overlap(span, mention) > 0) &&
    !view.article.quotes.some((quote) => quote.content.some((span) => overlap(span, mention) > 0))
  )
}

/** The pairs of each certain telling, in the order of the columns. */
function byPlain(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const groups = new Map<Statement, Pair[]>()
  for (const pair of pairs) groups.set(pair.plain, [...(groups.get(pair.plain) ?? []), pair])
  return [...groups.values()]
}

function look(context: Context, pairs: readonly Pair[]): readonly Draft[] {
  const plain = pairs[0]?.plain
  if (!plain) return []
  const best = new Map<string, Statement>()
  for (const { doubted } of [...pairs].sort(
    byKeys(
      ({ score }) => -score,
      ({ doubted: { mention } }) => mention.ref,
    ),
  ))
    if (!best.has(doubted.view.id)) best.set(doubted.view.id, doubted)
  const doubted = [...best.values()]
  const ids = doubted.map(({ view }) => view.id)
  if (context.texts([plain.view.id, ...ids]) < 2 || doubtsElsewhere(plain)) return []
  const plainly = alsoPlain(context, doubted).filter((id) => !ids.includes(id))
  if (plainly.length > ids.length) return []
  return [toDraft(context, plain, doubted)]
}

/** The report itself tells it with doubt in another place of the column. */
function doubtsElsewhere({ view, column, mention, terms }: Statement): boolean {
  const cell = column.cells[view.id]
  return (
    cell?.state === 'present' &&
    cell.mentions.some(
      (other) =>
        other.ref !== mention.ref &&
        (other.hedged || other.allegation === true) &&
        sharedTerms(termsIn(view, other), terms).length >= leastCommon,
    )
  )
}

/** Reports with a certain telling of what these doubt. */
function alsoPlain(context: Context, doubted: readonly Statement[]): readonly string[] {
  const found = alike(context.event)
    .filter((pair) => doubted.includes(pair.doubted) && context.view(pair.plain.view.id) !== undefined)
    .map(({ plain }) => plain.view.id)
  return [...new Set(found)]
}

function toDraft(context: Context, plain: Statement, doubted: readonly Statement[]): Draft {
  const told = [plain, ...doubted]
  const alleged = doubted.some(({ certainty }) => certainty === 'allegation')
  const settled = alleged && isSettled(context.views, plain.view, plain.mention)
  const stated = (list: readonly Statement[]): { value: string; by: string }[] =>
    list.map(({ view, mention }) => ({ value: quoted(slice(view, mention)), by: view.name }))
  return draft(context, {
    kind: 'certainty-differs',
    severity: settled ? 'note' : alleged ? 'allegation' : 'attribution',
    articles: [plain.view.id],
    column: plain.column.id,
    evidence: told.map(({ view, mention, certainty }): Evidence => ({
      article: view.id,
      start: mention.start,
      end: mention.end,
      role: certainty === 'plain' ? 'asserts' : 'fuller',
    })),
    confidence: Math.min(...told.map(({ confidence }) => confidence)),
    salience: plain.column.salience,
    detail: {
      positions: told.map(({ view, mention, certainty }) => ({
        value: slice(view, mention),
        articles: [view.id],
        texts: 1,
        source: mention.speaker?.name ?? null,
        voice: mention.voice,
        certainty,
      })),
      reason: alleged
        ? 'a charge in one report, a fact in the other'
        : 'a hedge in one report, none in the other',
    },
    sentence: alleged
      ? templates.toldAsFact(stated([plain]), stated(doubted))
      : templates.certainty(stated([plain]), stated(doubted)),
    matter: `sure ${plain.column.id}`,
    contested: context.texts(doubted.map(({ view }) => view.id)) / context.allTexts / 2,
    front: false,
  })
}
