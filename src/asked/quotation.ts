/**
 * Whether a report has some words, and how: in one run anywhere; else what stands in quotation marks, piece by piece, matched word by word
 * (Myers' diff); else the learned matcher over reported speech. Silence is no absence where the report was not read to its end.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { AskedWording, CheckedQuotation } from '../model/asked.js'
import type { PlacedWords, Span } from '../model/span.js'
import { quoteItems } from '../align/quote-columns.js'
import { matcherModel, scoredPairs } from '../align/matcher.js'
import { unknownReason } from '../align/unknown.js'
import { compareTwo } from '../compare/quotes/edits.js'
import { longestRun, matched, type Pair } from '../compare/quotes/matching.js'
import { surface } from '../compare/quotes/pieces.js'
import type { Quoted } from '../compare/quotes/version.js'
import { organisationHeads } from '../english/organisations.js'
import { roles } from '../english/roles.js'
import { nameWords, relateSpeakers } from '../english/speakers.js'
import { bodyNouns, crowdNouns } from '../english/telling-verbs.js'
import { Lexicon } from '../likeness/lexicon.js'
import { closest, needleOfSpan } from '../likeness/second-search.js'
import { createView, wordsIn, type ArticleView, type Word } from '../likeness/view.js'
import { firstBy, sortedBy } from '../text/order.js'
import { overlap, spanLength, totalLength } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { type AskedText, isSealed } from './asked-text.js'

export function checkQuotation(
  asked: AskedText,
  saidBy: string | null,
  article: AnnotatedArticle,
): CheckedQuotation {
  const view = createView(article, article.outlet.name)
  const known = {
    schema: 'synoptic/check-quotation@1',
    source: article.source,
    url: article.url,
    outlet: article.outlet.name,
    reason: null,
  } as const
  const untold = unknownReason(article)
  const nothing = { wording: null, speaker: null, missing: [], edits: [] } as const
  const isRead = !isSealed(untold)
  const found = isRead ? (printed(asked, view) ?? reported(asked, view)) : null
  if (found === null) {
    const near = isRead ? closest(view, [needleOfSpan(asked.view, asked.span)]) : null
    const evidence = near && near.score >= leastNear ? [passageOf(view, near.span)] : []
    const form = untold === null ? 'not-found' : 'unreadable'
    return { ...known, ...nothing, form, evidence, reason: untold }
  }
  const speaker = speakerOf(view, found.spans, saidBy)
  const isOthers = saidBy !== null && speaker !== null && areTwo(saidBy, speaker, view)
  const evidence = found.spans.map((span) => passageOf(view, span))
  const { wording, missing, edits } = found
  const form = isOthers ? 'credited-otherwise' : wording
  return { ...known, form, wording, speaker, evidence, missing, edits }
}

/** A name within a description of its bearer is no other one: "A lawyer for Ms. Grimm, William Poe of Patton Boggs". */
function areTwo(asked: string, credited: string, view: ArticleView): boolean {
  const relation = relateSpeakers(asked, credited)
  if (relation === 'unclear') return isNoneOf(nameWords(asked).at(-1), credited, view)
  if (relation === 'same') return false
  const [one, other] = [asked, credited].map((name) => new Set(tokenize(name).map(({ norm }) => norm)))
  const family = nameWords(credited).at(-1)
  const askedFamily = nameWords(asked).at(-1)
  return !(family && one?.has(family)) && !(askedFamily && other?.has(askedFamily))
}

/** Several people, a body, or somebody kept nameless in a report that has the other's name: no description of one person who has one. */
function isNoneOf(family: string | undefined, credited: string, view: ArticleView): boolean {
  if (family === undefined) return false
  const words = tokenize(credited.split(/,| (?:at|by|for|from|in|of|on|who|with) /u)[0] ?? '')
  const [first = '', head = ''] = [words[0]?.norm, words.at(-1)?.norm]
  if ([bodyNouns, crowdNouns, organisationHeads].some((nouns) => nouns.has(head))) return true
  if (head.endsWith('s') && roles.has(head.slice(0, -1))) return true
  return ['a', 'an', 'another', 'one'].includes(first) && view.words.some(({ norm }) => norm === family)
}

/** Of the search's score, 0 to 1: below it a passage shares words with what was asked, and no matter. */
const leastNear = 0.3

type Found = Pick<CheckedQuotation, 'missing' | 'edits'> & {
  readonly wording: AskedWording
  readonly spans: readonly Span[]
}

function passageOf({ text }: ArticleView, { start, end }: Span): PlacedWords {
  return { start, end, text: text.slice(start, end) }
}

/** Words in quotation marks, or the same words in one run anywhere. */
function printed({ view: asking, span }: AskedText, view: ArticleView): Found | null {
  const asked: Quoted = { view: asking, quotedSpans: [span], quotedWords: wordsIn(asking, span) }
  const run = runOf(asked.quotedWords, view)
  if (run) return { wording: 'verbatim', spans: [run], missing: [], edits: [] }
  const pieces = piecesOf(asked, view)
  const [first] = pieces
  if (!first) return null
  const held = new Set(pieces.flatMap(({ pairs }) => pairs.map(({ a }) => a)))
  const gone = asked.quotedWords.filter((_, index) => !held.has(index))
  const quotedSpans = sortedBy(
    pieces.map(({ span: own }) => own),
    ({ start }) => start,
  )
  const version: Quoted = { view, quotedSpans, quotedWords: quotedSpans.flatMap((own) => wordsIn(view, own)) }
  const isAltered = pieces.some(({ pairs, words }) => pairs.length < words.length)
  return {
    wording: isAltered ? 'altered' : gone.length > 0 ? 'cut' : 'verbatim',
    spans: quotedSpans,
    missing: gone.length === 0 ? [] : surface(asked, gone).split(' … '),
    edits: compareTwo(asked, version)?.edits ?? [],
  }
}

/** Where all of the words stand, one behind the other; in quotation marks before elsewhere. */
function runOf(asked: readonly Word[], view: ArticleView): Span | null {
  const [first] = asked
  if (!first) return null
  const places = view.words.flatMap(({ norm, start }, at): Span[] => {
    if (norm !== first.norm || !asked.every((word, k) => view.words[at + k]?.norm === word.norm)) return []
    return [{ start, end: view.words[at + asked.length - 1]?.end ?? start }]
  })
  const isMarked = (place: Span): boolean => view.inMarks.some((marked) => overlap(marked, place) > 0)
  return places.find(isMarked) ?? places[0] ?? null
}

type Piece = { readonly span: Span; readonly words: readonly Word[]; readonly pairs: readonly Pair[] }

/** Of what stands between the first and the last asked word of a piece, so many have to be asked ones … */
const leastShare = 0.6
/** … so many of them in a row, and so many of them content words, unless all of what stands in marks is asked for. */
const fewest = { inRow: 3, content: 2 } as const
/** A piece has to bring so many of its words anew: a headline repeats what the text quotes. */
const leastNew = 0.5

function piecesOf(asked: Quoted, view: ArticleView): readonly Piece[] {
  // Every word of a transcript is somebody's.
  const isTranscript = view.article.role === 'reference'
  const whole = view.article.quotes.flatMap(({ kind, content }) => (kind === 'direct' ? content : []))
  const unmarked = whole.filter((span) => !view.inMarks.some((marked) => overlap(marked, span) > 0))
  const candidates = sortedBy(
    (isTranscript ? view.sentences : [...view.inMarks, ...unmarked]).flatMap(
      (span) => pieceIn(asked, view, span) ?? [],
    ),
    ({ pairs, span }) => [-pairs.length, -span.start],
  )
  const held = new Set<number>()
  return candidates.filter(({ pairs }) => {
    const fresh = pairs.filter(({ a }) => !held.has(a))
    if (fresh.length < leastNew * pairs.length) return false
    for (const { a } of pairs) held.add(a)
    return true
  })
}

function pieceIn(asked: Quoted, view: ArticleView, span: Span): Piece | null {
  const all = wordsIn(view, span)
  const pairs = matched(asked, all)
  const [first, last] = [pairs?.[0], pairs?.at(-1)]
  if (!pairs || !first || !last) return null
  const words = all.slice(first.b, last.b + 1)
  const content = pairs.filter(({ b }) => all[b]?.key !== '').length
  const isWhole = pairs.length === all.length && content > 0
  const isEnough = longestRun(pairs) >= fewest.inRow && content >= fewest.content
  if (!(isWhole || isEnough) || pairs.length < leastShare * words.length) return null
  const place = { start: all[first.b]?.start ?? span.start, end: all[last.b]?.end ?? span.end }
  return { span: place, words, pairs }
}

function reported({ view: asking }: AskedText, view: ArticleView): Found | null {
  const lexicon = new Lexicon()
  const items = [...quoteItems(asking.article, 0, lexicon), ...quoteItems(view.article, 1, lexicon)]
  const { found } = scoredPairs(items, 'quotations', { lexicon })
  const best = firstBy(
    found.filter(({ i, j }) => i === 0 && j > 0),
    ({ score, j }) => [-score, j],
  )
  const quote = best && best.score >= matcherModel().quotations.join ? items[best.j]?.quote : undefined
  if (!quote) return null
  return { wording: 'paraphrased', spans: quote.content, missing: [], edits: [] }
}

/** Who is credited with most of the words; of several the one that was named. */
function speakerOf(view: ArticleView, spans: readonly Span[], saidBy: string | null): string | null {
  const over = sortedBy(
    view.article.quotes
      .map((quote) => ({
        name: quote.speaker?.name ?? null,
        shared: quote.content.reduce(
          (sum, piece) => sum + spans.reduce((own, span) => own + overlap(piece, span), 0),
          0,
        ),
        length: totalLength(quote.content),
      }))
      .filter(({ name, shared }) => name !== null && shared > 0),
    ({ shared, length }) => [-shared, length],
  )
  const all = spans.reduce((sum, span) => sum + spanLength(span), 0)
  const most = over.filter(({ shared }) => shared >= 0.5 * Math.min(all, over[0]?.shared ?? 0))
  const named = most.find(
    ({ name }) => saidBy !== null && name !== null && relateSpeakers(saidBy, name) === 'same',
  )
  return (named ?? most[0])?.name ?? null
}
