/** The stages in order. Programs call them through pooled.ts, in processes that can be stopped. */
import { align, linked } from './align/align.js'
import { withDistinctIds } from './align/distinct.js'
import { match } from './align/match.js'
import { withReference } from './align/reference.js'
import { annotate, type AnnotateOptions } from './annotate/annotate.js'
import { withDatelines } from './annotate/dated.js'
import { ask } from './asked/ask.js'
import { askedPage, askedText, type AskedText } from './asked/asked-text.js'
import { nearestSentences, type Second } from './asked/statement.js'
import { withSharedSpeakers } from './compare/actors/shared-speakers.js'
import { compare } from './compare/compare.js'
import { ruleOf } from './compare/lens-list.js'
import { front } from './front/front.js'
import { expandSources } from './ingest/expand.js'
import { ingest, type Fetchers } from './ingest/ingest.js'
import type { AnnotatedArticle } from './model/annotated-article.js'
import type { Asked, AskedAnswer } from './model/asked.js'
import type { Issue } from './model/issue.js'
import type { NotesInput } from './model/notes.js'
import type { Generator, Report } from './model/report.js'
import type { RawPage } from './model/raw-page.js'
import type { Source } from './model/source.js'
import type { StoryText } from './model/story.js'
import type { Versions } from './model/versions.js'
import { normalize } from './normalize/normalize.js'
import { checkPairs, withNotes } from './notes/notes.js'
import { eventTitle } from './report/event-title.js'
import { report } from './report/report.js'
import { strangersAmong } from './stories/strangers.js'
import { storyText } from './stories/words.js'
import { versions, type TwoVersions } from './versions/versions.js'

export { expandSources, ingest, match, normalize, ruleOf, type AnnotateOptions }

/** One source, from its name to an annotated article. Never rejects for content. */
export async function readSource(
  source: Source,
  { fetchers }: { readonly fetchers: Fetchers },
  options: AnnotateOptions,
): Promise<AnnotatedArticle> {
  return readPage(await ingest(source, fetchers), options)
}

/** Its second half: burns processor time, waits on nothing outside. */
export function readPage(page: RawPage, options: AnnotateOptions): AnnotatedArticle {
  return annotate(normalize(page), options)
}

/** A page as far as it takes to tell of which story it is. */
export function skimPage(page: RawPage): StoryText {
  const isText = page.state === 'read' && page.mediaType === 'text'
  const article = normalize(page)
  // A date in the words of a text may be any date; one that was given, or that a page states of itself, is the report's.
  return storyText(isText ? { ...article, publishedAt: page.source.publishedAt ?? null } : article)
}

export type EventInput = {
  /** Null takes one from the headlines. */
  readonly title: string | null
  readonly articles: readonly AnnotatedArticle[]
  /** What was noticed before there were articles. */
  readonly issues: readonly Issue[]
  readonly generator: Generator
  /** The text that quotations are checked against, or null. */
  readonly reference?: AnnotatedArticle | null
  /** What a second reader proposes, or null. */
  readonly notes?: NotesInput | null
}

export function compareArticles({
  title,
  articles: read,
  issues,
  generator,
  reference = null,
  notes = null,
}: EventInput): Report {
  const articles = withSharedSpeakers(withDistinctIds(withDatelines(read)))
  const pairs = notes && checkPairs(notes, articles)
  const aligned = align(articles, pairs?.verdicts)
  const alignment = reference ? withReference(aligned, articles, reference) : aligned
  const compared = compare(articles, alignment, reference, strangersAmong(articles, alignment))
  const noted = notes && pairs && withNotes(notes, pairs, articles, alignment, compared)
  const comparison = noted?.comparison ?? compared
  const all = reference ? [...articles, reference] : articles
  return report({
    title: title ?? eventTitle(articles, comparison),
    articles: all,
    issues,
    alignment,
    comparison,
    notes: noted?.checked ?? null,
    front: front({ ...alignment, ...comparison, articles: all }),
    generator,
  })
}

export function compareVersions(two: TwoVersions): Versions {
  return versions(two, linked)
}

/** What each of some articles answers to what somebody asks of it; `second`: what a second reader said of what comes near. */
export function askArticles(
  asked: Asked,
  articles: readonly AnnotatedArticle[],
  second: Second | null = null,
): readonly AskedAnswer[] {
  return ask(asked, textOf(asked), articles, second)
}

/** Of each article the sentences that come nearest to what is asked, the nearest first. */
export function nearestInArticles(asked: Asked, articles: readonly AnnotatedArticle[]): readonly string[][] {
  const text = textOf(asked)
  return articles.map((article) => nearestSentences(text, article).map((passage) => passage.text))
}

/** Too few words to tell a language by, and English is what is asked in. */
function textOf(asked: Asked): AskedText {
  return askedText(annotate({ ...normalize(askedPage(asked)), language: 'en' }, { zone: 'UTC' }), asked)
}
