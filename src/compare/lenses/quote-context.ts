/**
 * The same quoted words about another object, or on another occasion: `quote-context`.
 *
 * Occasion: the sentence that prints the words, or the clause that credits them, names one occasion in one report
 * ("in an interview") and an excluding one in another ("in a written statement"), or another day.
 * Object: words of one to six quoted within the outlet's sentence, where the sentences name different people, bodies or
 * places, none in common beside the speaker, and share hardly a content word.
 * Silent unless the words themselves are the same in both, and credited to nobody else (that is `speaker-differs`).
 */
import type { Evidence, Position } from '../../model/comparison.js'
import type { QuoteColumn } from '../../model/alignment.js'
import type { Span } from '../../model/span.js'
import { sliceSpans } from '../../text/spans.js'
import { sentenceIndex, wordsIn, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { share } from '../../likeness/soft-cover.js'
import { draft } from '../finding.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { occasions } from '../../english/occasions.js'
import { compareVersions } from '../quotes/edits.js'
import { nameWords, relateSpeakers } from '../../english/speakers.js'
import { versionsOf, type Version } from '../quotes/version.js'
import { termsOf, type Term } from '../../likeness/terms.js'
import { quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const quoteContext: Lens = {
  name: 'quote-context',
  asks: () => ({
    'quote-context': [
      'The same quoted words stand beside another occasion, or beside other names with hardly a word in common around them.',
      `Needs ${printed(sameWords)} of the shorter version’s words in common, and no two speakers.`,
    ],
  }),
  find: (context) => context.alignment.quotes.flatMap((column) => look(context, column)),
}

/** Quoted words that both versions must have, as a share of the shorter. */
const sameWords = 0.8
const leastQuoted = 2
/** Longer quotations carry their object with them. */
const longestFragment = 6
/** More common matter than this in the surrounding sentences, and the object is taken to be one. */
const mostCommon = 0.25

type Setting = { readonly version: Version; readonly sentence: Span; readonly value: string }
type Clash = { readonly a: Setting; readonly b: Setting; readonly what: string }

function look(context: Context, column: QuoteColumn): readonly Draft[] {
  const versions = versionsOf(context, column).filter(({ quotedWords }) => quotedWords.length >= leastQuoted)
  for (const [index, one] of versions.entries())
    for (const other of versions.slice(index + 1)) {
      if (context.texts([one.view.id, other.view.id]) < 2 || !same(context, one, other)) continue
      const clash = occasionClash(one, other) ?? objectClash(context, one, other)
      if (clash) return [toDraft(context, column, clash)]
    }
  return []
}

function same(context: Context, a: Version, b: Version): boolean {
  if (a.speaker !== null && b.speaker !== null && relateSpeakers(a.speaker, b.speaker) === 'different')
    return false
  const shorter = Math.min(a.quotedWords.length, b.quotedWords.length)
  return (compareVersions(a, b)?.common ?? 0) >= context.limit(sameWords) * shorter
}

function sentenceOf({ view, quotedSpans }: Version): Span | null {
  const first = quotedSpans[0]
  const index = first ? sentenceIndex(view, first) : -1
  return view.sentences[index] ?? null
}

/** The sentence's own words: what stands in quotation marks is cut out. */
function around(view: ArticleView, sentence: Span): string {
  let text = ''
  let at = sentence.start
  for (const marked of view.inMarks) {
    if (marked.end <= sentence.start || marked.start >= sentence.end) continue
    text += `${view.text.slice(at, Math.max(at, marked.start))} `
    at = Math.max(at, marked.end)
  }
  return (text + view.text.slice(at, Math.max(at, sentence.end))).toLowerCase()
}

function occasionClash(one: Version, other: Version): Clash | null {
  const a = sentenceOf(one)
  const b = sentenceOf(other)
  if (!a || !b) return null
  const here = occasionsIn(around(one.view, a))
  const there = occasionsIn(around(other.view, b))
  const [first] = here
  const [second] = there
  // A sentence with two occasions tells of two things.
  if (!first || !second || here.length > 1 || there.length > 1 || first === second) return null
  return {
    a: { version: one, sentence: a, value: first },
    b: { version: other, sentence: b, value: second },
    what: 'occasion',
  }
}

function occasionsIn(text: string): readonly string[] {
  return occasions.flatMap(({ name, pattern }) => (pattern.test(text) ? [name] : []))
}

function objectClash(context: Context, one: Version, other: Version): Clash | null {
  const words = Math.min(one.quotedWords.length, other.quotedWords.length)
  const a = sentenceOf(one)
  const b = sentenceOf(other)
  if (!a || !b || words > longestFragment) return null
  if (standsAlone(one, a) || standsAlone(other, b)) return null
  const here = namesIn(one, a)
  const there = namesIn(other, b)
  const [first] = here
  const [second] = there
  if (
    !first ||
    !second ||
    here.some((name) => there.some((item) => relateSpeakers(name, item) !== 'different'))
  )
    return null
  if (share(termsIn(one, a), termsIn(other, b)) > context.limit(mostCommon)) return null
  return {
    a: { version: one, sentence: a, value: first },
    b: { version: other, sentence: b, value: second },
    what: 'object',
  }
}

/** A fragment within the outlet's sentence has an object there; a quotation that is a sentence does not. */
function standsAlone(version: Version, sentence: Span): boolean {
  const outside = wordsIn(version.view, sentence).length - version.quotedWords.length
  return outside < 5
}

/** Names in the sentence, without the speaker's. */
function namesIn(version: Version, sentence: Span): readonly string[] {
  const speaker = new Set(nameWords(version.speaker ?? ''))
  return version.view.article.entities.flatMap((entity) =>
    entity.mentions.some((span) => span.start >= sentence.start && span.end <= sentence.end) &&
    !nameWords(entity.name).some((word) => speaker.has(word))
      ? [entity.name]
      : [],
  )
}

function termsIn(version: Version, sentence: Span): readonly Term[] {
  const quotedAt = new Set(version.quotedWords.map((word) => word.start))
  const words = wordsIn(version.view, sentence).filter((word) => !quotedAt.has(word.start))
  return termsOf(words)
}

function toDraft(context: Context, column: QuoteColumn, { a, b, what }: Clash): Draft {
  const settings = [a, b]
  const position = ({ version, value }: Setting): Position => ({
    value,
    articles: [version.view.id],
    texts: 1,
    source: version.speaker,
    voice: 'attributed',
    certainty: 'plain',
  })
  return draft(context, {
    kind: 'quote-context',
    severity: 'quotation',
    articles: settings.map(({ version }) => version.view.id),
    column: column.id,
    evidence: settings.flatMap(({ version, sentence }): Evidence[] => [
      ...version.quotedSpans.map((span): Evidence => ({ article: version.view.id, ...span, role: 'value' })),
      { article: version.view.id, start: sentence.start, end: sentence.end, role: 'context' },
    ]),
    confidence: what === 'occasion' ? 0.7 : 0.6,
    salience: column.salience,
    detail: { reason: `the same words, another ${what}`, positions: settings.map(position) },
    sentence: templates.quoteContext(
      quoted(sliceSpans(a.version.view.text, a.version.quotedSpans), 120),
      what,
      settings.map(({ version, sentence }) => ({
        value: quoted(version.view.text.slice(sentence.start, sentence.end), 200),
        by: version.view.name,
      })),
    ),
    matter: `context ${column.id}`,
    contested: 0,
    front: false,
  })
}
