/**
 * Loaded words in the reports' own voice: `loaded-words`, one finding for the event.
 *
 * Words of a published list (lexicon/loaded-words.ts names it), outside every quotation and reported speech, counted in
 * complete reports. Shown where one report has several and another, of an independent text, few or none; with every word
 * named. Counts, never a score; that a word is on a list says how raters heard it, and nothing of why it was chosen.
 */
import type { Evidence } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { loadedList } from '../../english/loaded-words.js'
import { profileOf } from '../profiles.js'
import { joinAnd, names, quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const loadedWords: Lens = {
  name: 'loaded-words',
  asks: () => ({
    'loaded-words': [
      `Words of the named list in the report’s own voice, ${least} or more in one report, and ${leastRatio} times as dense as in another.`,
    ],
  }),
  find: look,
}

/** Least count in one report, and how many times as dense as in another it has to be. */
const least = 3
const leastRatio = 3
const mostShown = 6
/** Shorter reports say little by their count. */
const leastWords = 120

function look(context: Context): readonly Draft[] {
  const views = context.views.filter(
    (view) =>
      view.article.completeness.state === 'complete' && profileOf(view.article).ownWords >= leastWords,
  )
  const dense = (view: ArticleView): number => countOf(view) / profileOf(view.article).ownWords
  const rich = views.filter(
    (view) =>
      countOf(view) >= context.limit(least) &&
      views.some(
        (other) =>
          context.texts([view.id, other.id]) > 1 && dense(view) >= context.limit(leastRatio) * dense(other),
      ),
  )
  if (rich.length === 0) return []
  const told = views.filter((view) => countOf(view) > 0)
  const none = views.filter((view) => countOf(view) === 0)
  const counts = views.map(countOf)
  return [
    draft(context, {
      kind: 'loaded-words',
      severity: 'naming',
      articles: views.map((view) => view.id),
      column: null,
      evidence: told.flatMap((view) =>
        (profileOf(view.article).loaded ?? []).map(({ start, end }): Evidence => ({
          article: view.id,
          start,
          end,
          role: 'label',
        })),
      ),
      confidence: 0.7,
      salience: Math.min(1, Math.max(...counts) / 20),
      detail: {
        reason: `list: ${loadedList}`,
        labels: Object.fromEntries(
          told.map((view) => [view.id, shown(view, Infinity)] as const).sort(byKeys(([id]) => id)),
        ),
      },
      sentence: templates.loadedWords(
        loadedList,
        told.map((view) => ({
          value: `${countOf(view)} among ${profileOf(view.article).ownWords} own words, ${joinAnd(shown(view, mostShown).map((word) => quoted(word)))}`,
          by: view.name,
        })),
        names(
          context,
          none.map((view) => view.id),
        ),
      ),
      matter: 'loaded-words',
      front: false,
    }),
  ]
}

function countOf(view: ArticleView): number {
  return profileOf(view.article).loadedInOwnWords ?? 0
}

function shown(view: ArticleView, most: number): readonly string[] {
  return (profileOf(view.article).loaded ?? []).slice(0, most).map(({ word }) => word)
}
