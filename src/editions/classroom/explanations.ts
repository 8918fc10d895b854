/**
 * Innocent explanations: why honest reports of one event differ.
 *
 * In:    nothing (the list), or an exercise and the report (what speaks for one of them here).
 * Out:   sentences. Never: a cause that the data do not show put as a fact.
 */
import type { InspectedArticle, Report } from '../../model/report.js'
import { labelArticles } from '../../print/labels.js'
import { inWords } from '../../print/words.js'
import { articlesOf, type Exercise } from './exercise.js'

export const explanations: readonly (readonly [string, string])[] = [
  ['Deadline', 'one report was finished before the other, when less was known or something else was said.'],
  ['Length', 'an editor had room for fewer words and cut from the end or the middle.'],
  ['Translation', 'the words were spoken in another language and put into English by two people.'],
  ['Sources', 'the reporters spoke to different people, or heard them at different times.'],
  ['Shared copy', 'both print the text of one agency, so two reports are one.'],
  ['House style', 'an outlet has rules for names, titles, numbers and verbs of saying.'],
  ['Rounding', 'figures were rounded, or count different days, units or groups.'],
  ['Correction', 'a report was changed later, and we see one version of it.'],
]

const hour = 3_600_000

/** What the data say for one of them, for the key. */
export function hints(exercise: Exercise, report: Report): readonly string[] {
  const labels = labelArticles(report)
  const articles = articlesOf(exercise).flatMap(
    (id) => report.articles.find((article) => article.id === id) ?? [],
  )
  const name = (article: InspectedArticle): string => `Report ${labels.of(article.id)?.letter ?? ''}`
  return [
    ...timeHint(articles, name),
    ...lengthHint(articles, report, name),
    ...articles
      .filter(({ completeness }) => completeness.state === 'truncated')
      .map((article) => `${name(article)} was read in part.`),
    ...articles.flatMap((article) =>
      article.credit === null ? [] : [`${name(article)} credits ${article.credit}.`],
    ),
    ...kindHint(exercise),
  ]
}

type Name = (article: InspectedArticle) => string

function timeHint(articles: readonly InspectedArticle[], name: Name): readonly string[] {
  const timed = articles
    .flatMap((article) => {
      const time = Date.parse(article.publishedAt ?? '')
      return Number.isNaN(time) ? [] : [{ article, time }]
    })
    .sort((a, b) => a.time - b.time)
  const [first, last] = [timed[0], timed.at(-1)]
  if (first === undefined || last === undefined || last.time - first.time < hour) return []
  const hours = Math.floor((last.time - first.time) / hour)
  return [
    `${name(first.article)} was published ${inWords(hours)} ${hours === 1 ? 'hour' : 'hours'} before ${name(last.article)}.`,
  ]
}

function lengthHint(articles: readonly InspectedArticle[], report: Report, name: Name): readonly string[] {
  const sized = articles
    .flatMap((article) => {
      const words = report.profiles.find((profile) => profile.article === article.id)?.words
      return words === undefined ? [] : [{ article, words }]
    })
    .sort((a, b) => a.words - b.words)
  const [short, long] = [sized[0], sized.at(-1)]
  if (short === undefined || long === undefined || short.words * 2 > long.words) return []
  return [`${name(short.article)} has ${short.words} words, ${name(long.article)} ${long.words}.`]
}

function kindHint(exercise: Exercise): readonly string[] {
  if (exercise.kind === 'control') return []
  const { kind, detail } = exercise.finding
  if (kind === 'conflict' && detail.grade === 'may-differ')
    return ['Units, days or sources may not be the same.']
  if (kind.startsWith('quote-')) return ['If the speaker used another language, both may be translations.']
  return []
}
