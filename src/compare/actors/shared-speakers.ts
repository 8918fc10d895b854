/** Speakers under an office that another report ties to them: "the Texas governor" is Perry where one report names both. */
import type { AnnotatedArticle } from '../../model/annotated-article.js'
import type { Quote, Speaker } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { shareReading } from '../../english/reading.js'
import { viewsOf, type ArticleView } from '../../likeness/view.js'
import { appearancesOf, type Appearances } from './appearances.js'

export function withSharedSpeakers(articles: readonly AnnotatedArticle[]): readonly AnnotatedArticle[] {
  const views = viewsOf(articles)
  const told = appearancesOf({ views })
  return articles.map((article) => {
    const view = views.find((one) => one.article === article)
    const open = article.quotes.filter(({ speaker, source }) => isUnnamed(speaker) && source.length > 0)
    return view && open.length > 0 ? resolved(view, told) : article
  })
}

function resolved(view: ArticleView, told: readonly Appearances[]): AnnotatedArticle {
  const offices = told.flatMap((one) => {
    const speaker = speakerIn(view, one)
    const roles = (one.references.get(view) ?? []).filter(({ kind }) => kind === 'role')
    return speaker ? roles.map((span) => ({ span, speaker })) : []
  })
  if (offices.length === 0) return view.article
  const quotes = view.article.quotes.map((quote): Quote => {
    if (!isUnnamed(quote.speaker)) return quote
    const speaker = offices.find(({ span }) => isSource(view, quote, span))?.speaker
    return speaker === undefined ? quote : { ...quote, speaker }
  })
  const article = { ...view.article, quotes }
  shareReading(view.article, article)
  return article
}

/** Nobody, or an office by the words printed. */
function isUnnamed(speaker: Speaker | null): boolean {
  return (speaker?.entity ?? null) === null
}

/** The source is the office with its article, and what stands behind it. */
function isSource({ text }: ArticleView, { source: [source] }: Quote, office: Span): boolean {
  if (!source || office.start < source.start || office.end > source.end) return false
  return /^(?:the\s+)?$/iu.test(text.slice(source.start, office.start))
}

function speakerIn(view: ArticleView, { identity }: Appearances): Speaker | null {
  const own = identity.bearers.find((bearer) => bearer.view === view && bearer.entity !== null)
  return own ? { entity: own.entity, name: own.name } : null
}
