/** What was compared, and how far: the extent in one phrase, how much of each report was read, what could not be, what is not covered. */
import type { Profile } from '../model/comparison.js'
import type { Report, InspectedArticle } from '../model/report.js'
import { grouped } from '../text/grouped.js'
import { inQuotes } from '../text/in-quotes.js'
import { sortedBy } from '../text/order.js'
import { publicationRank, timeOfText } from '../text/publication.js'
import { comparedGroups, isCompared, isReadable, reportsIn, strangersIn } from '../text/compared.js'
import { labelArticles, type ArticleLabel, type Labels } from './labels.js'
import { passageText } from './passage.js'
import { shorten } from './safe-text.js'
import { commonZone, inZone, readableTime, timeRange } from './values.js'
import { count, reasonText } from './words.js'
import type { Issue, Severity } from '../model/issue.js'

/** Without those that seem to be of another event. */
function heldIn(report: Report): Report {
  const strangers = strangersIn(report)
  return { ...report, articles: report.articles.filter(({ id }) => !strangers.has(id)) }
}

/** `D may be about another event …`, or that nobody can tell which; '' for reports of one event. */
export function strangersNote(report: Report): string {
  const strangers = [...strangersIn(report)]
  if (strangers.length > 0)
    return `${labelArticles(report).letters(strangers)} may be about another event, so it is not compared with the others. Check whether it belongs here.`
  return report.issues.some(({ code }) => code === 'perhaps-unrelated')
    ? 'These reports have little in common: they may be about two events.'
    : ''
}

export function extent(whole: Report): string {
  const report = heldIn(whole)
  const reports = reportsIn(whole)
  const time =
    publishedIn(reports) === ''
      ? ['no time of publication given', ...changedIn(whole), ...ofDays(whole)]
      : [`published ${publishedIn(reports)}`, ...changedIn(whole), ...undated(whole)]
  const lost = reports.filter((article) => !isReadable(article)).length
  const aside = strangersIn(whole).size
  const foreign = reports.filter((article) => isReadable(article) && !isCompared(article)).length
  return [
    count(reports.length, 'report'),
    ...(lost === 0 ? [] : [`${lost} of them could not be read`]),
    ...(aside === 0 ? [] : [`${aside} of them not compared`]),
    ...(foreign === 0 ? [] : [`${foreign} of them not in English and not compared`]),
    `${independent(comparedGroups(report).length, reportsIn(report).length)}${sharing(report)}`,
    time.join('; '),
  ].join(', ')
}

function independent(texts: number, reports: number): string {
  return texts === reports && texts > 1 ? 'none a copy of another' : count(texts, 'independent text')
}

/** `13 May 2031, 09:30 to 12:00`, of all reports that are counted. */
function publishedIn(reports: readonly InspectedArticle[]): string {
  const times = sortedBy(reports, ({ publishedAt }) => publicationRank(publishedAt)).flatMap(
    ({ publishedAt }) => publishedAt ?? [],
  )
  const zone = commonZone(times)
  const [from, to] = [times[0], times.at(-1)]
  return from === undefined || to === undefined ? '' : timeRange(inZone(from, zone), inZone(to, zone))
}

/** `last changed 13 May 2031 (B)`, where that alone is stated. */
function changedIn(report: Report): readonly string[] {
  return reportsIn(report).flatMap(({ id, publishedAt, modifiedAt }) =>
    publishedAt === null && modifiedAt !== null
      ? [`last changed ${readableTime(modifiedAt)} (${labelArticles(report).letters([id])})`]
      : [],
  )
}

/** `no date or time given in B, C`, of the reports that could be read. */
function undated(report: Report): readonly string[] {
  const without = reportsIn(report).filter((one) => isReadable(one) && timeOfText(one) === null)
  const letters = labelArticles(report).letters(without.map(({ id }) => id))
  return letters === '' ? [] : [`no date or time given in ${letters}`]
}

/** `news of Sunday (B), of Monday (A, C)`, where they are of two days or more. */
export function ofDays(
  report: Report,
  articles: readonly string[] = report.articles.map(({ id }) => id),
): readonly string[] {
  const labels = labelArticles(report)
  const dated = Object.entries(report.newsDays ?? {}).filter(([id]) => articles.includes(id))
  const days = grouped(dated, ([, day]) => [day])
  const parts = [...days].map(([day, of]) => `of ${day} (${labels.letters(of.map(([id]) => id))})`)
  return parts.length < 2 ? [] : [`news ${parts.join(', ')}`]
}

/** Of two texts that count apart, this share of the shorter may still be word for word the other's. */
const muchShared = 0.15

/** " (2 share some passages)": passages in common that are too few to make one text of two. */
function sharing(report: Report): string {
  const apart = (ids: readonly string[]): boolean =>
    !report.independence.groups.some((group) => ids.every((id) => group.includes(id)))
  const common = new Map<string, number>()
  for (const { spans } of report.independence.shared) {
    if (!apart(spans.map(({ article }) => article))) continue
    for (const { article, start, end } of spans) common.set(article, (common.get(article) ?? 0) + end - start)
  }
  // Without the texts nobody can tell what share it is.
  const many = report.articles.filter(
    ({ id, text }) => text !== '' && (common.get(id) ?? 0) >= muchShared * text.length,
  )
  return many.length < 2 ? '' : ` (${many.length} share some passages)`
}

/** Why a report's silence says nothing, in short; '' where it was read whole. */
export function whyUnread(article: InspectedArticle): string {
  if (!isReadable(article)) return 'could not be read'
  if (!isCompared(article)) return 'not in English: not compared'
  return article.completeness.state === 'truncated' ? 'read in part' : ''
}

/** The file or address that a report was given by: of a path the name. */
export function sourceName({ source }: InspectedArticle): string {
  return /^https?:/.test(source) ? source : (source.split(/[/\\]/).at(-1) ?? source)
}

/** Whose headline the title is, or whose first sentence where a text has none; null where whoever compared gave one. */
export function titledBy({ event, articles }: Report): { what: string; articles: readonly string[] } | null {
  const titled = articles.filter(
    (one) => one.headline !== null && passageText(one, [one.headline]) === event.title,
  )
  if (titled.length === 0) return null
  const isSentence = /[.][”"’]?$/u.test(event.title)
  return { what: isSentence ? 'first sentence' : 'headline', articles: titled.map(({ id }) => id) }
}

/** In quotation marks where it is a report's headline or sentence: nobody is to take it for words of the program. */
export function titleOf(report: Report, most = Infinity): string {
  const title = shorten(report.event.title, most)
  return titledBy(report) === null ? title : inQuotes(title)
}

/** `complete: 41 sentences; 3 menus, ads and the like taken out` */
export function completenessText(article: InspectedArticle): string {
  const { state, reasons } = article.completeness
  const words = { complete: 'complete', truncated: 'in part', unreadable: 'not at all' }[state]
  const why = reasons.length === 0 ? '' : ` (${reasons.map(reasonText).join('; ')})`
  const taken = article.removedCount ?? 0
  const furniture = taken === 0 ? '' : `; ${taken} menus, ads and the like taken out`
  return `${words}${why}: ${count(article.sentences.length, 'sentence')}${furniture}`
}

/** `published 13 May 2031, 09:30`, then when it was changed and fetched. */
export function timesOf({ publishedAt, modifiedAt, fetchedAt }: InspectedArticle): readonly string[] {
  const times = { published: publishedAt, changed: modifiedAt, fetched: fetchedAt }
  return Object.entries(times).flatMap(([what, time]) =>
    time === null ? [] : [`${what} ${readableTime(time)}`],
  )
}

/** With which reports passages are shared, and how much; nobody is said to have taken them. */
export function sharedWith(
  { independence: { groups, shared } }: Report,
  { all }: Labels,
  { id }: InspectedArticle,
): readonly string[] {
  return all.flatMap(({ article, letter }) => {
    const passages = shared.filter(({ spans }) =>
      [id, article.id].every((one) => spans.some((span) => span.article === one)),
    )
    if (article.id === id || passages.length === 0) return []
    const length = passages
      .flatMap(({ spans }) => spans.filter((span) => span.article === id))
      .reduce((sum, { start, end }) => sum + end - start, 0)
    const oneText = groups.some((group) => group.includes(id) && group.includes(article.id))
    return [
      `with ${letter}: ${count(passages.length, 'passage')}, ${count(length, 'character')}${oneText ? '; they count as one text' : ''}`,
    ]
  })
}

/** `3 passages, 45 words` */
export function heardWords({ quotes, words }: Profile['speakers'][number]): string {
  return `${count(quotes, 'passage')}, ${count(words, 'word')}`
}

export function versionRows({ generator, schema }: Report): readonly (readonly [string, string])[] {
  const { name, version, options, versions } = generator
  return [
    ['program', `${name} ${version}`],
    ['file format', schema],
    ...Object.entries(versions).map(([key, value]) => [partWords[key] ?? key, value] as const),
    ...Object.entries(options).map(
      ([key, value]) =>
        [partWords[key] ?? key, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)] as const,
    ),
  ]
}

const partWords: Readonly<Record<string, string>> = {
  normalize: 'page reader, version',
  annotate: 'statement finder, version',
  align: 'matcher of statements, version',
  compare: 'comparer, version',
  icu: 'Unicode library (ICU), version',
  unicode: 'Unicode, version',
  zone: 'time zone of dates',
  text: 'full texts in the report',
}

export type Trouble = {
  readonly severity: Severity
  /** `Not read`, `Take care`: what the sentence opens with. */
  readonly lead: string
  /** Null for what concerns the event, or a source that gave no article. */
  readonly label: ArticleLabel | null
  readonly words: string
}

const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Not read',
  warning: 'Take care',
  info: 'Note',
}

export function troublesOf(issues: readonly Issue[], labels: Labels): readonly Trouble[] {
  const groups = new Map<string, Trouble>()
  for (const { severity, source, article, message } of issues) {
    const key = JSON.stringify([severity, source, article])
    const label = (article === null ? null : labels.of(article)) ?? null
    const words = label === null ? message : withoutSource(message, source)
    const lead = source === null && severity === 'error' ? 'Not compared' : severityWords[severity]
    const before = groups.get(key)
    groups.set(key, { severity, lead, label, words: before ? `${before.words} ${words}` : words })
  }
  return [...groups.values()]
}

/** The source stands in the entry's name: what follows it is a sentence of its own. */
function withoutSource(message: string, source: string | null): string {
  const named = source === null ? '' : `${source}: `
  if (named === '' || !message.startsWith(named)) return message
  const rest = message.slice(named.length)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** What the program does, in the order it does it. */
export const methodSteps: readonly string[] = [
  'Each source is read as it was given; menus, advertisements and captions are taken out of the page, and the text that is left never changes again.',
  'In each text, sentences, names, figures and quotations are found, and who said what.',
  'Texts that copy one another count as one. Two reports that quote the same words are no copies.',
  'Statements and quotations that seem to say the same are put in one row.',
  'Where a report does not seem to say something, its whole text is searched again, more loosely. The closest passage is shown.',
  'In each row the reports are compared: figures, speakers, certainty, wording, names. Each difference shows its passages.',
  'Differences in facts come first. Of the rest, those that headlines and several reports are about come before others.',
]

export function limits(report: Report): readonly string[] {
  const excerptsOnly = report.articles.some((article) => article.excerpts !== undefined)
  return [
    `These ${count(report.articles.length, 'report')} were chosen by whoever made this comparison; nothing here speaks of the outlets at large.`,
    '“Left out”, “does not say”: nothing was found in the text as read here. Nobody can tell from this why.',
    '“Cannot tell”: the program is not sure. There is something like it, which may not mean the same; or the report may be too early, breaks off, could not be read, or is not in English. It never counts as left out.',
    'Texts that share most of their wording count as one. That reports agree proves nothing by itself.',
    'Cautious and charged words are looked for in the reports’ own words alone, not in quotations.',
    'A program put passages side by side. It misses some and puts others together in error: read the passages.',
    'There is no score of outlets and no ranking of them. “Longest version” means the longest in these reports, not the original.',
    'English text alone is analysed.',
    ...(excerptsOnly
      ? [
          'Made without article texts: excerpts and hashes alone. Offsets count UTF-16 units in the text whose hash is given.',
        ]
      : []),
  ]
}
