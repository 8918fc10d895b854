/** The finding that reports have other words for one thing. In: labels. Out: a Draft, in the tables alone. */
import type { Evidence, Finding } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft } from '../lens.js'
import { slice } from '../printed-words.js'

/** Words of a report for one person, thing or act, where they stand. */
export type Label = { readonly view: ArticleView; readonly span: Span }

/** A report is shown with so many. */
const most = 3

export type About = {
  readonly kind: Extract<Finding['kind'], 'naming' | 'agency'>
  /** Who or what is meant. */
  readonly referent: string
  readonly sure: number
}

export function labelDraft(context: Context, labels: readonly Label[], about: About): Draft {
  const byView = context.views.flatMap((view) => {
    const own = labels.filter((label) => label.view === view)
    return own.length === 0 ? [] : [{ view, words: wordsOf(own) }]
  })
  return draft(context, {
    kind: about.kind,
    severity: 'naming',
    column: null,
    evidence: labels.map(({ view, span }): Evidence => ({ article: view.id, ...span, role: 'label' })),
    confidence: about.sure,
    detail: {
      referent: about.referent,
      labels: Object.fromEntries(
        [...byView].sort(byKeys(({ view }) => view.id)).map(({ view, words }) => [view.id, words]),
      ),
    },
    matter: `${about.kind} ${about.referent}`,
    contested: 0.5,
    front: false,
  })
}

/** Each once, whatever its case. */
function wordsOf(labels: readonly Label[]): readonly string[] {
  const words = labels.map(({ view, span }) => slice(view, span).replace(/\s+/gu, ' '))
  return [...new Map(words.map((one) => [one.toLowerCase(), one])).values()].slice(0, most)
}
