/** The same report without the articles' texts, for passing on: hashes, offsets, and short excerpts. */
import type { Actor } from '../model/actor.js'
import type { Alignment, Column } from '../model/alignment.js'
import type { Finding } from '../model/comparison.js'
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

export function withoutText(report: Report): Report {
  const wanted = wantedSpans(report)
  return {
    ...report,
    generator: withoutTextOption(report.generator),
    articles: report.articles.map((article) => articleWithoutText(article, wanted.get(article.id) ?? [])),
    quotes: report.quotes.map(shortLabel),
    claims: report.claims.map(shortLabel),
    findings: report.findings.map(shortFinding),
    ...(report.actors && { actors: report.actors.map(shortActor) }),
    ...(report.agreement && { agreement: report.agreement.map(shortLabel) }),
    ...(report.telling && {
      telling: { ...report.telling, most: report.telling.most.map(shortLabel) },
    }),
  }
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

/** Labels are trimmed wordings of the articles; all of them together would be most of a text. */
function shortLabel<C extends Pick<Column, 'label' | 'title'>>(column: C): C {
  const { label, title } = column
  return {
    ...column,
    label: shorten(label, longestLabel),
    ...(title !== undefined && { title: shorten(title, longestLabel) }),
  }
}

/** Labels, modifiers and verbs with their objects would be the text again, word by word. */
function shortActor(actor: Actor): Actor {
  const short = <Entry extends { readonly words: string }>(entry: Entry): Entry => ({
    ...entry,
    words: shorten(entry.words, longestLabel),
  })
  const byArticle = Object.entries(actor.byArticle).map(([id, here]) => [
    id,
    {
      ...here,
      labels: here.labels.map(short),
      modifiers: here.modifiers.map(short),
      acts: here.acts.map((act) => ({
        ...act,
        other: act.other === null ? null : shorten(act.other, longestLabel),
      })),
    },
  ])
  return { ...actor, byArticle: Object.fromEntries(byArticle) as Actor['byArticle'] }
}

/** Places of words that differ would not stand in what is left. */
function shortNote({ sentence, about, answers }: Finding): Partial<Finding> {
  return {
    sentence: shorten(sentence, longestNote),
    ...(about !== undefined && { about: shorten(about, longestNote) }),
    ...(answers && {
      answers: answers.map(({ differs: _, ...answer }) => ({
        ...answer,
        text: shorten(answer.text, longestDetail),
      })),
    }),
  }
}

/** Sentences of the three blocks stay whole: they are what the report says. */
function shortFinding(finding: Finding): Finding {
  const { edits, positions } = finding.detail
  const short = (words: string): string => shorten(words, longestDetail)
  return {
    ...finding,
    ...(finding.severity === 'note' ? shortNote(finding) : {}),
    detail: {
      ...finding.detail,
      ...(edits && { edits: edits.map((edit) => ({ ...edit, removed: short(edit.removed) })) }),
      ...(positions && { positions: positions.map((side) => ({ ...side, value: short(side.value) })) }),
    },
  }
}
