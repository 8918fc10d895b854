/**
 * The same quoted words credited to different people: `speaker-differs`, and as a fact that cannot be looked at two
 * ways, `conflict` of type `attribution`.
 *
 * Needs the words themselves in quotation marks on both sides and two proper names that share no word; a role or an
 * unresolved source is no other speaker, nor is who is quoted inside a quotation. A report that credits both has both say
 * it, and stands on no side. Somebody who speaks for the other (a spokeswoman, a body) is a note.
 */
import type { QuoteColumn } from '../../model/alignment.js'
import type { Entity } from '../../model/annotation.js'
import type { Evidence, Position } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { compareVersions } from '../quotes/edits.js'
import { nameWords, relateSpeakers } from '../quotes/speakers.js'
import { versionsOf, type Version } from '../quotes/version.js'
import { names, quoted } from '../wording/parts.js'
import { silentReports } from '../wording/silent.js'
import { templates } from '../wording/templates.js'
import type { Span } from '../../model/span.js'
import { overlap, sliceSpans } from '../../text/spans.js'
import { entries, sentenceIndex, wordsIn, type Word } from '../context.js'

export const speakerDiffers: Lens = {
  name: 'speaker-differs',
  find: (context) => context.alignment.quotes.flatMap((column) => look(context, column)),
}

type Credit = { readonly name: string; readonly versions: readonly Version[] }

function look(context: Context, column: QuoteColumn): readonly Draft[] {
  const versions = versionsOf(context, column).filter(
    (version) =>
      version.quotedWords.length >= 2 &&
      version.quotes.some((quote) => quote.parent === undefined) &&
      isNamed(version) &&
      isNamedCloseBy(version),
  )
  const all = group(versions)
  const undecided = creditingTwo(all)
  const credits = all.flatMap((credit): Credit[] => {
    const own = credit.versions.filter(({ view }) => !undecided.has(view.id))
    return own.length > 0 ? [{ ...credit, versions: own }] : []
  })
  const pairs = credits.flatMap((one, index) =>
    credits.slice(index + 1).map((other) => [one, other] as const),
  )
  const clash = pairs.find(
    ([one, other]) => relateSpeakers(one.name, other.name) === 'different' && sameWords(one, other),
  )
  if (!clash) return []
  const [one, other] = clash
  const onBehalf = onBehalfOf(one, other) || onBehalfOf(other, one)
  if (!onBehalf && clash.some(isBody)) return []
  return drafts(context, column, clash, onBehalf)
}

/** Articles that credit the words to more than one speaker. */
function creditingTwo(credits: readonly Credit[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { versions } of credits)
    for (const id of new Set(versions.map(({ view }) => view.id)))
      if (seen.has(id)) twice.add(id)
      else seen.add(id)
  return twice
}

const spokes =
  /\b(?:spokes(?:man|woman|person)|press secretary|on behalf of|speaking for|representative of)\b/iu

/** One side is a spokesperson whose sentence names the other, or a body whose member the other is. */
function onBehalfOf(one: Credit, other: Credit): boolean {
  const last = nameWords(other.name).at(-1)
  return one.versions.some((version) => {
    const first = version.quotedSpans[0]
    const sentence = first ? version.view.sentences[sentenceIndex(version.view, first)] : undefined
    if (!sentence) return false
    const named = wordsIn(version.view, sentence).some((word) => word.norm === last)
    const spoken = spokes.test(version.view.text.slice(sentence.start, sentence.end))
    return named && (spoken || isBody(other))
  })
}

const isBody = ({ versions }: Credit): boolean =>
  versions.some((version) => kindOf(version) === 'organisation')

function drafts(
  context: Context,
  column: QuoteColumn,
  credits: readonly Credit[],
  onBehalf: boolean,
): readonly Draft[] {
  const involved = credits.flatMap((credit) => credit.versions)
  const ids = involved.map((version) => version.view.id)
  const shortest = involved.reduce((best, version) =>
    version.quotedWords.length < best.quotedWords.length ? version : best,
  )
  const none = entries(column).flatMap(([id, cell]) => (cell.state === 'absent' ? [id] : []))
  const positions = credits.map((credit): Position => ({
    value: credit.name,
    articles: credit.versions.map((version) => version.view.id),
    texts: context.texts(credit.versions.map((version) => version.view.id)),
    source: credit.name,
    voice: 'attributed',
    certainty: 'plain',
  }))
  const common = {
    articles: ids,
    column: column.id,
    evidence: involved.flatMap((version) => [
      ...version.quotedSpans.map((span): Evidence => ({ article: version.view.id, ...span, role: 'value' })),
      ...[...version.cell.mentions.flatMap((mention) => mention.source), ...nameBehind(version)].map(
        (span): Evidence => ({ article: version.view.id, ...span, role: 'label' }),
      ),
    ]),
    confidence: Math.min(...involved.map((version) => version.cell.confidence)),
    salience: column.salience,
    contested: Math.min(...positions.map((position) => position.texts)) / context.allTexts,
    matter: `speaker ${column.id}`,
    sentence: templates.speakerDiffers(
      quoted(sliceSpans(shortest.view.text, shortest.quotedSpans)),
      credits.map((credit) => ({
        value: credit.name,
        by: names(
          context,
          credit.versions.map((version) => version.view.id),
        ),
      })),
      names(context, none),
      silentReports(context, column),
    ),
  }
  if (onBehalf)
    return [
      draft(context, {
        ...common,
        kind: 'speaker-differs',
        severity: 'note',
        detail: { positions, reason: 'one of the two may speak for the other' },
        front: false,
      }),
    ]
  const reason = 'the same quoted words, two names; two people may have said them'
  return [
    draft(context, {
      ...common,
      kind: 'conflict',
      severity: 'contradiction',
      detail: {
        type: 'attribution',
        grade: shortest.quotedWords.length >= 5 ? 'differ' : 'may-differ',
        reason,
        positions,
      },
      front: true,
    }),
    draft(context, {
      ...common,
      kind: 'speaker-differs',
      severity: 'quotation',
      detail: { positions, reason },
      front: true,
    }),
  ]
}

function kindOf({ cell, view }: Version): Entity['kind'] | null {
  const entity = cell.mentions.find((mention) => mention.speaker)?.speaker?.entity
  return view.article.entities.find((item) => item.id === entity)?.kind ?? null
}

/** A person or a body that the report knows by name. */
function isNamed(version: Version): boolean {
  const kind = kindOf(version)
  return version.speaker !== null && (kind === 'person' || kind === 'organisation')
}

/** The speaker's name stands in the quotation's sentence or the one before: a far-fetched "he" is no ground to differ. */
const isNamedCloseBy = (version: Version): boolean => namesCloseBy(version).length > 0

function namesCloseBy({ view, speaker, quotedSpans }: Version): readonly Word[] {
  const last = nameWords(speaker ?? '').at(-1)
  const first = quotedSpans[0]
  if (last === undefined || !first) return []
  const index = sentenceIndex(view, first)
  const from = view.sentences[Math.max(0, index - 1)]
  const to = view.sentences[index]
  if (!from || !to) return []
  return wordsIn(view, { start: from.start, end: to.end }).filter((word) => word.norm === last)
}

/** Where the words are credited to "he", the nearest name before it: a reader must see whom the credit names. */
function nameBehind(version: Version): readonly Span[] {
  const source = version.cell.mentions.flatMap((mention) => mention.source)[0]
  const close = namesCloseBy(version)
  if (!source || close.some((word) => overlap(word, source) > 0)) return []
  const name = close.findLast((word) => word.end <= source.start)
  return name ? [{ start: name.start, end: name.end }] : []
}

/** Versions by speaker, in the order of the speaker's name; the fullest name stands for the speaker. */
function group(versions: readonly Version[]): readonly Credit[] {
  const credits: { name: string; versions: Version[] }[] = []
  for (const version of [...versions].sort(
    byKeys(
      (item) => -(item.speaker?.length ?? 0),
      (item) => item.speaker ?? '',
      (item) => item.view.id,
    ),
  )) {
    const name = version.speaker ?? ''
    const known = credits.find((credit) => relateSpeakers(credit.name, name) === 'same')
    if (known) known.versions.push(version)
    else if (relateSpeakers(name, name) === 'same') credits.push({ name, versions: [version] })
  }
  return credits.sort(byKeys((credit) => credit.name))
}

function sameWords(one: Credit, other: Credit): boolean {
  return one.versions.some((a) =>
    other.versions.some((b) => {
      const comparison = compareVersions(a, b)
      const shorter = Math.min(a.quotedWords.length, b.quotedWords.length)
      return !!comparison && comparison.common >= Math.max(2, 0.8 * shorter)
    }),
  )
}
