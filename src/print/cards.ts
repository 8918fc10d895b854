/**
 * The passages behind a row, a card each: what a report prints, what came closest, or why that cannot be told. Two reports share a card
 * only where their words are the same, punctuation and case aside.
 */
import type { Cell, Column, Mention, PresentCell } from '../model/alignment.js'
import type { Edit, Finding, Evidence, EvidenceRole, FindingKind } from '../model/comparison.js'
import type { InspectedArticle, Report } from '../model/report.js'
import type { Span } from '../model/span.js'
import { contains, mergeSpans, overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import type { ArticleLabel, Labels } from './labels.js'
import { passageText } from './passage.js'
import {
  certaintyWords,
  cueStanceWords,
  formWords,
  reasonText,
  sourceClassWords,
  sourcingWords,
  voiceWords,
  roleWords,
} from './words.js'
import { sortedBy } from '../text/order.js'
import { shorten } from './safe-text.js'

/** The words to mark differences against. `showMissing`: also what stands there alone, for a version held against a fuller one. */
export type Against = { readonly text: string; readonly showMissing: boolean } | null

export type CardPassage = {
  readonly spans: readonly Span[]
  /** Short facts on it: `cautious wording`, `attributed to X`. */
  readonly tags: readonly string[]
  readonly against: Against
}

export type Card = {
  /** `printed`: it prints the thing; else what stands there came closest, at most. */
  readonly state: 'printed' | 'silent' | 'unread'
  /** Who prints it, or does not; the passages are of the first. */
  readonly articles: readonly string[]
  /** Where each of them has it, for a link into its text. */
  readonly places: ReadonlyMap<string, number>
  readonly note: string
  readonly passages: readonly CardPassage[]
  /** What was cut or changed here. */
  readonly edits: readonly Edit[]
}

type Version = { readonly groups: readonly EvidenceGroup[]; readonly words: string }

export function findingCards(labels: Labels, finding: Finding): readonly Card[] {
  const versions = versionsOf(labels, finding)
  return versions.flatMap((version): readonly Card[] => {
    const [first] = version.groups
    if (first === undefined) return []
    const tags = tagsOf(first, finding, labels)
    return [
      {
        state: 'printed',
        articles: version.groups.map(({ article }) => article),
        places: new Map(
          version.groups.flatMap(({ article, spans: [span] }) => (span ? [[article, span.start]] : [])),
        ),
        note: '',
        passages: [{ spans: first.spans, tags, against: against(version, versions) }],
        edits: [],
      },
    ]
  })
}

/** Those who do not say what a finding is about, with what came closest. */
export function silentCards(
  report: Report,
  labels: Labels,
  finding: Finding,
  state: 'silent' | 'unread',
  note: string,
  articles: readonly string[],
): readonly Card[] {
  const column = [...report.claims, ...report.quotes].find(({ id }) => id === finding.column)
  const cards = articles.map((id) => {
    const cell = column?.cells[id]
    const near = finding.evidence.find(({ article, role }) => article === id && role === 'nearest')
    const reason = cell?.state === 'unknown' ? `: ${reasonText(cell.reason)}` : ''
    return closestCard(state, id, note + reason, near ?? (cell && nearestOf(cell)))
  })
  return alikeTogether(cards.filter(({ articles: [id] }) => labels.of(id ?? '') !== undefined))
}

/** Cards without a passage that say the same are one. */
function alikeTogether(cards: readonly Card[]): readonly Card[] {
  const bare = new Map<string, Card>()
  for (const card of cards)
    if (card.passages.length === 0)
      bare.set(card.note, { ...card, articles: [...(bare.get(card.note)?.articles ?? []), ...card.articles] })
  return [...cards.filter(({ passages }) => passages.length > 0), ...bare.values()]
}

/** What came closest, and what stands around, are no versions of it. */
function versionsOf(labels: Labels, finding: Finding): readonly Version[] {
  const versions = new Map<string, { groups: EvidenceGroup[]; words: string }>()
  for (const group of evidenceGroups(finding.evidence, labels)) {
    if (group.role === 'nearest' || group.role === 'context') continue
    const label = labels.of(group.article)
    const words = label === undefined ? '' : passageText(label.article, group.spans)
    const plain = tokenize(words)
      .map(({ norm }) => norm)
      .join(' ')
    // Words that are withheld are not known to be the same.
    const key =
      plain === ''
        ? `${group.article} ${group.role}`
        : `${group.role === 'fuller' || group.role === 'cut' ? 'quoted' : group.role} ${plain}`
    const known = versions.get(key)
    if (known) known.groups.push(group)
    else versions.set(key, { groups: [group], words })
  }
  return [...versions.values()]
}

/** Against the fullest version where one side is fuller, against each other where there are two. */
function against(version: Version, versions: readonly Version[]): Against {
  const fuller = versions.find(({ groups }) => groups.some(({ role }) => role === 'fuller'))
  if (fuller) {
    const cut = version.groups.some(({ role }) => role === 'cut')
    return version !== fuller && cut ? { text: fuller.words, showMissing: true } : null
  }
  const other = versions.length === 2 ? versions.find((one) => one !== version) : undefined
  return other ? { text: other.words, showMissing: false } : null
}

/** One for each report that the column has a cell of; reports of which nothing is to be shown stand on one card. */
export function columnCards(labels: Labels, column: Column, findings: readonly Finding[]): readonly Card[] {
  const source = labels.of(column.fullest.article)
  const fullest = source ? passageText(source.article, column.fullest.spans) : ''
  return alikeTogether(
    labels.all.flatMap((label): readonly Card[] => {
      const { id } = label.article
      const cell = column.cells[id]
      switch (cell?.state) {
        case undefined:
          return []
        case 'present':
          return [presentCard(label, column, cell, fullest, editsOf(findings, id))]
        case 'absent':
          return [
            closestCard('silent', id, 'Does not say: nothing was found in its whole text.', cell.nearest),
          ]
        case 'unknown': {
          const why = `Cannot tell: ${reasonText(cell.reason)}.`
          return [closestCard('unread', id, why, cell.nearest, 'closest passage found')]
        }
      }
    }),
  )
}

function nearestOf(cell: Cell): Span | null {
  return cell.state === 'present' ? null : (cell.nearest ?? null)
}

function closestCard(
  state: 'silent' | 'unread',
  article: string,
  note: string,
  span: Span | null | undefined,
  tag = roleWords.nearest,
): Card {
  return {
    state,
    articles: [article],
    places: new Map(span ? [[article, span.start]] : []),
    note,
    passages: span ? [{ spans: [span], tags: [tag], against: null }] : [],
    edits: [],
  }
}

function presentCard(
  { article }: ArticleLabel,
  column: Column,
  cell: PresentCell,
  fullest: string,
  edits: readonly Edit[],
): Card {
  const own = article.id === column.fullest.article
  const isQuote = 'speaker' in column
  const mentions = withoutNested(cell.mentions)
  const [first] = mentions
  return {
    state: 'printed',
    articles: [article.id],
    places: new Map(first === undefined ? [] : [[article.id, first.start]]),
    note: '',
    passages: mentions.map((mention, index) => ({
      spans: mention.spans,
      tags: [
        ...new Set([
          ...(index === 0 && isQuote ? [own ? roleWords.fuller : formWords[cell.form]] : []),
          ...(index === 0 ? cellNotes(cell) : []),
          ...(isQuote ? creditTags(article, mention) : mentionTags(mention)),
        ]),
      ],
      against: own || !isQuote || fullest === '' ? null : { text: fullest, showMissing: true },
    })),
    edits,
  }
}

/** Changes that findings name for this article's version, each once. */
function editsOf(findings: readonly Finding[], article: string): readonly Edit[] {
  const edits = findings
    .filter((finding) => finding.articles.includes(article))
    .flatMap((finding) => finding.detail.edits ?? [])
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()]
}

/** What a telling rests on, and how certain. That a report's own words name no source goes without saying. */
export function cellNotes(cell: PresentCell): readonly string[] {
  const own = cell.mentions.every(({ voice }) => voice === 'own')
  return [
    cell.sourcing === undefined || (cell.sourcing === 'none' && own) ? '' : sourcingWords[cell.sourcing],
    cell.certainty === 'plain' ? '' : certaintyWords[cell.certainty],
  ].filter((note) => note !== '')
}

/** `attributed to Mara Holt, cautious wording` */
function mentionTags(mention: Mention): readonly string[] {
  const voice =
    mention.speaker === null
      ? mention.voice === 'attributed'
        ? 'attributed, source not recognised'
        : voiceWords[mention.voice]
      : `attributed to ${mention.speaker.name}`
  return mention.hedged ? [voice, certaintyWords.hedged] : [voice]
}

/** `attribution: “… said its director”`, who that is, what kind of source, and a verb that takes a side. */
function creditTags(article: InspectedArticle, mention: Mention): readonly string[] {
  const quote = article.quotes.find(({ id }) => id === mention.ref)
  const words = creditOf(article, mention)
  const speakers = mention.speaker === null ? [] : [mention.speaker, ...(quote?.withSpeakers ?? [])]
  return [
    words === '' ? '' : `attribution: ${words}`,
    speakers.length === 0
      ? 'source not recognised'
      : `attributed to ${speakers.map(({ name }) => name).join(' and ')}`,
    quote?.sourceClass === undefined ? '' : sourceClassWords[quote.sourceClass],
    quote?.cueLemma && quote.stance && quote.stance !== 'neutral'
      ? `“${quote.cueLemma}” ${cueStanceWords[quote.stance]}`
      : '',
  ].filter((tag) => tag !== '')
}

/** A mention that stands inside another's words is printed with it: the words are there once. */
function withoutNested(mentions: readonly Mention[]): readonly Mention[] {
  const around = (outer: Mention, inner: Mention): boolean =>
    outer !== inner && inner.spans.every((span) => outer.spans.some((one) => contains(one, span)))
  return mentions.filter(
    (one, index) =>
      !mentions.some((other, place) => around(other, one) && !(around(one, other) && index < place)),
  )
}

const longestCredit = 220

/** The sentence or sentences of the passage without the passage: who is credited, with which verb, where and when. */
function creditOf(article: InspectedArticle, mention: Mention): string {
  const parts = mergeSpans([...mention.source, ...mention.cue])
  if (parts.length === 0 || article.excerpts !== undefined) return ''
  const words = article.sentences
    .filter((sentence) => parts.some((part) => contains(sentence, part) || overlap(sentence, part) > 0))
    .map((sentence) => without(article, sentence, mention.spans))
    .join(' ')
    .replace(/(?:…\s*)+/g, '… ')
    .trim()
  return words.length > longestCredit || !/\p{L}/u.test(words)
    ? parts.map((span) => passageText(article, [span])).join(' … ')
    : words
}

function without(article: InspectedArticle, sentence: Span, gaps: readonly Span[]): string {
  let text = ''
  let reached = sentence.start
  for (const gap of mergeSpans(gaps)) {
    if (overlap(gap, sentence) === 0) continue
    text += `${article.text.slice(reached, Math.max(reached, gap.start))}… `
    reached = Math.min(sentence.end, Math.max(reached, gap.end))
  }
  return (text + article.text.slice(reached, sentence.end)).replace(/\s+/g, ' ').trim()
}

type EvidenceGroup = {
  readonly article: string
  readonly role: EvidenceRole
  readonly spans: readonly Span[]
}

export function evidenceGroups(evidence: readonly Evidence[], labels: Labels): readonly EvidenceGroup[] {
  const withPassage = new Set(evidence.filter(({ role }) => role !== 'label').map(({ article }) => article))
  const groups = new Map<string, EvidenceGroup>()
  for (const { article, role, start, end } of evidence) {
    if (role === 'label' && withPassage.has(article)) continue
    const key = `${article} ${role}`
    groups.set(key, { article, role, spans: mergeSpans([...(groups.get(key)?.spans ?? []), { start, end }]) })
  }
  const order = labels.all.map(({ article }) => article.id)
  return sortedBy(groups.values(), ({ article }) => order.indexOf(article))
}

/** What a report does that answers who mentions a thing, or quotes somebody. */
const namesWords: Readonly<Partial<Record<FindingKind, string>>> = {
  'omitted-theme': 'mentions it',
  'omitted-quote': 'quotes them',
}

/** `says this`, and after it `name used: “the president”`. */
function tagsOf(group: EvidenceGroup, { kind, evidence }: Finding, labels: Labels): readonly string[] {
  const article = labels.of(group.article)?.article
  const names = evidence
    .filter((one) => one.role === 'label' && one.article === group.article && group.role !== 'label')
    .flatMap((one) => (article ? [shorten(passageText(article, [one]), 60)] : []))
    .filter((name) => name !== '')
  const named = [...new Set(names)].map((name) => `“${name}”`)
  const does = (group.role === 'asserts' ? namesWords[kind] : undefined) ?? roleWords[group.role]
  return [does, ...(named.length === 0 ? [] : [`name used: ${named.join(', ')}`])]
}
