/** The same report without the articles' texts, for passing on: hashes, offsets, and short excerpts. */
import type { Alignment, Column } from '../model/alignment.js'
import type { Excerpt, Generator, InspectedArticle, Report } from '../model/report.js'
import type { Span } from '../model/span.js'
import { sha256 } from '../text/hash.js'
import { mergeSpans, totalLength } from '../text/spans.js'
import { tellers } from '../text/compared.js'
import { shorten } from '../text/trimmed.js'

const longestExcerpt = 300
const share = 0.2
const leastBudget = 400
/** Characters kept of labels, of sentences that stand in no block, of words in a finding's details. */
const longestLabel = 40
const longestNote = 120
const longestDetail = 80

/** Characters that are kept of words, by the names of their fields; `null`: the field goes; `each`: every entry of a record. */
type Kept = number | null | { readonly [field: string]: Kept }

/** Labels are trimmed wordings of the articles; all of them together would be most of a text. */
const ofLabel = { label: longestLabel, title: longestLabel }

/** Sentences of the three blocks stay whole: they are what the report says. */
const ofFinding = { detail: { edits: { removed: longestDetail }, positions: { value: longestDetail } } }
/** Places of words that differ would not stand in what is left. */
const ofNote = {
  sentence: longestNote,
  about: longestNote,
  answers: { text: longestDetail, differs: null },
}

const ofReport: Kept = {
  quotes: ofLabel,
  claims: ofLabel,
  agreement: ofLabel,
  telling: { most: ofLabel },
  findings: ofFinding,
  // Labels, modifiers and verbs with their objects would be the text again, word by word.
  actors: {
    byArticle: {
      each: {
        labels: { words: longestLabel },
        modifiers: { words: longestLabel },
        acts: { other: longestLabel },
      },
    },
  },
}

export function withoutText(report: Report): Report {
  const wanted = wantedSpans(report)
  const short = shortened(report, ofReport)
  return {
    ...short,
    generator: withoutTextOption(report.generator),
    articles: report.articles.map((article) => articleWithoutText(article, wanted.get(article.id) ?? [])),
    findings: short.findings.map((one) => (one.severity === 'note' ? shortened(one, ofNote) : one)),
  }
}

/** The same with shorter words: of a list, of each in it. */
function shortened<Value>(value: Value, kept: Kept): Value {
  const short = (one: unknown, most: Kept): unknown => {
    if (typeof one === 'string') return typeof most === 'number' ? shorten(one, most) : one
    if (Array.isArray(one)) return one.map((item: unknown) => short(item, most))
    if (typeof one !== 'object' || one === null || typeof most !== 'object' || most === null) return one
    const fields = Object.entries(one).flatMap(([name, field]: [string, unknown]) => {
      const here = most[name] ?? most['each']
      if (most[name] === null) return []
      return [[name, here == null ? field : short(field, here)] as const]
    })
    return Object.fromEntries(fields)
  }
  return short(value, kept) as Value
}

/** `wanted` in order of importance; the headline comes first. For `inspect` lines it is empty. */
export function articleWithoutText(
  article: InspectedArticle,
  wanted: readonly Span[] = [],
): InspectedArticle {
  return {
    ...article,
    ...(article.removed === undefined ? {} : { removed: [] }),
    generator: withoutTextOption(article.generator),
    text: '',
    textSha256: sha256(article.text),
    textLength: article.text.length,
    excerpts: excerptsOf(article, wanted),
  }
}

function withoutTextOption(generator: Generator): Generator {
  return { ...generator, options: { ...generator.options, text: false } }
}

/** By article: passages of evidence in the order of the findings, then those of columns told in two texts or more. */
function wantedSpans(report: Report): ReadonlyMap<string, readonly Span[]> {
  const wanted = new Map<string, Span[]>(report.articles.map((article) => [article.id, []]))
  for (const finding of report.findings) {
    for (const { article, start, end } of finding.evidence) wanted.get(article)?.push({ start, end })
  }
  for (const column of sharedColumns(report)) {
    for (const [article, cell] of Object.entries(column.cells)) {
      if (cell.state !== 'present') continue
      wanted.get(article)?.push(...cell.mentions.flatMap((mention) => mention.spans))
    }
  }
  return wanted
}

function sharedColumns({ quotes, claims }: Pick<Alignment, 'quotes' | 'claims'>): readonly Column[] {
  return [...quotes, ...claims]
    .filter((column) => tellers(column).length > 1)
    .sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1))
}

function excerptsOf(article: InspectedArticle, wanted: readonly Span[]): readonly Excerpt[] {
  const { text } = article
  const budget = Math.max(leastBudget, Math.floor(text.length * share))
  const first = article.headline === null ? [] : [article.headline]
  let kept: Span[] = []
  for (const span of [...first, ...wanted]) {
    const next = mergeSpans([...kept, cut(text, span)])
    if (totalLength(next) <= budget && next.every((one) => one.end - one.start <= longestExcerpt)) kept = next
  }
  return kept.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
}

/** At most `longestExcerpt` code units, no surrogate pair split. */
function cut(text: string, { start, end }: Span): Span {
  const limit = Math.min(end, start + longestExcerpt)
  const splits = limit < end && /[\ud800-\udbff]/.test(text.charAt(limit - 1))
  return { start, end: splits ? limit - 1 : limit }
}
