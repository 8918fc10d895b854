/**
 * The same quoted words credited to different people: `speaker-differs`, and as a fact that cannot be looked at two
 * ways, `conflict` of type `attribution`.
 *
 * Needs the words themselves in quotation marks on both sides and two proper names that share no word; a role, a body
 * or an unresolved source is no other speaker.
 */
import type { QuoteColumn } from '../../model/alignment.js'
import type { Evidence, Position } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { compareVersions } from '../quotes/edits.js'
import { nameWords, relateSpeakers } from '../quotes/speakers.js'
import { versionsOf, type Version } from '../quotes/version.js'
import { names, quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'
import { sliceSpans } from '../../text/spans.js'
import { entries, sentenceIndex, wordsIn } from '../context.js'

export const speakerDiffers: Lens = {
  name: 'speaker-differs',
  find: (context) => context.alignment.quotes.flatMap((column) => look(context, column)),
}

type Credit = { readonly name: string; readonly versions: readonly Version[] }

function look(context: Context, column: QuoteColumn): readonly Draft[] {
  const versions = versionsOf(context, column).filter(
    (version) => version.quotedWords.length >= 2 && isPerson(version) && isNamedCloseBy(version),
  )
  const credits = group(versions)
  const pairs = credits.flatMap((one, index) =>
    credits.slice(index + 1).map((other) => [one, other] as const),
  )
  const clash = pairs.find(
    ([one, other]) => relateSpeakers(one.name, other.name) === 'different' && sameWords(one, other),
  )
  if (!clash) return []
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
      ...version.cell.mentions
        .flatMap((mention) => mention.source)
        .map((span): Evidence => ({ article: version.view.id, ...span, role: 'label' })),
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
    ),
  }
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

function isPerson(version: Version): boolean {
  const entity = version.cell.mentions.find((mention) => mention.speaker)?.speaker?.entity
  const kind = version.view.article.entities.find((item) => item.id === entity)?.kind
  return version.speaker !== null && kind !== 'place' && kind !== 'organisation'
}

/** The speaker's name stands in the quotation's sentence or the one before: a far-fetched "he" is no ground to differ. */
function isNamedCloseBy({ view, speaker, quotedSpans }: Version): boolean {
  const last = nameWords(speaker ?? '').at(-1)
  const first = quotedSpans[0]
  if (last === undefined || !first) return false
  const index = sentenceIndex(view, first)
  const from = view.sentences[Math.max(0, index - 1)]
  const to = view.sentences[index]
  return (
    !!from && !!to && wordsIn(view, { start: from.start, end: to.end }).some((word) => word.norm === last)
  )
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
