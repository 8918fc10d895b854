/**
 * A label that one report sets in quotation marks of its own ("scare quotes") and another uses without them: always a note
 * (kind `naming`). Words that annotate holds for nobody's utterance, against the same words in another report's own voice.
 */
import type { Marked } from '../../model/annotation.js'
import type { Evidence } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { once } from '../../text/once.js'
import { mergeSpans, overlap, touchesAny } from '../../text/spans.js'
import { sentenceIndex, wordsIn, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { tagsOf } from '../tags.js'
import { slice } from '../printed-words.js'
import { addTo } from '../../text/grouped.js'

export const namingNotes: Lens = {
  name: 'naming-notes',
  asks: () => ({
    naming: ['Or one report prints words in quotation marks that another has without.'],
  }),
  find: marks,
}

type Use = { readonly view: ArticleView; readonly words: string; readonly span: Span }

/** One note for each label, whoever sets it in quotation marks. */
function marks(context: Context): readonly Draft[] {
  const labels = new Map<string, Use[]>()
  for (const view of context.views)
    for (const marked of view.article.marked) {
      const words = markedWords(view, marked)
      if (words.length === 0) continue
      const use = { view, words: slice(view, marked), span: { start: marked.start, end: marked.end } }
      addTo(labels, words.join(' '), use)
    }
  return [...labels].sort(byKeys(([words]) => words)).flatMap(([words, uses]) => {
    // A report that has the words without marks as well sets nothing apart.
    const users = new Set(uses.map(({ view }) => view))
    const setting = [...users].filter((view) => plainUse(view, words.split(' ')) === null)
    const apart = uses.filter(({ view }) => setting.includes(view))
    const plain = context.views
      .filter((other) => !setting.includes(other))
      .flatMap((other) => plainUse(other, words.split(' ')) ?? [])
    const differs = plain.some(({ view }) => setting.some(({ id }) => context.texts([id, view.id]) > 1))
    const referent = uses[0]?.words.replace(/[“”"‘’]/gu, '').replace(/[.,]$/u, '') ?? words
    const reason = 'in quotation marks in one report, without them in another'
    return differs ? note(context, referent, [...apart, ...plain], reason, 0.6) : []
  })
}

/** The words of a label that is worth a note; none where it is somebody's title, too long, or says nothing. */
function markedWords(view: ArticleView, { kind, start, end }: Marked): readonly string[] {
  const words = wordsIn(view, { start, end })
  const says = words.some(({ key }) => key !== '')
  const norms = words.map(({ norm }) => norm)
  const fits =
    norms.length <= mostWords && norms.join('').length >= leastLetters && !isSentence(view, { start, end })
  return (kind === 'scare' || kind === 'term') && says && fits ? norms : []
}

/** "It's insane" is something said, not a label. */
function isSentence(view: ArticleView, span: Span): boolean {
  return tagsOf(view, sentenceIndex(view, span)).some(
    (tag) => overlap(tag, span) > 0 && (tag.pos === 'AUX' || tag.pos === 'PRON'),
  )
}

const mostWords = 5
const leastLetters = 5

/** The first place where a report has the words in its own voice, outside all quotation marks. */
function plainUse(view: ArticleView, words: readonly string[]): Use | null {
  for (let at = 0; at + words.length <= view.words.length; at++) {
    if (!words.every((word, index) => view.words[at + index]?.norm === word)) continue
    const span = { start: view.words[at]?.start ?? 0, end: view.words[at + words.length - 1]?.end ?? 0 }
    if (!touchesAny(notPlain(view), span)) return { view, words: slice(view, span), span }
  }
  return null
}

/** What stands in quotation marks or is credited to somebody. */
const notPlain = once((view: ArticleView) =>
  mergeSpans([
    ...view.inMarks,
    ...view.article.marked,
    ...view.article.quotes.flatMap(({ content }) => content),
  ]),
)

function note(
  context: Context,
  referent: string,
  uses: readonly Use[],
  reason: string,
  sure: number,
): readonly Draft[] {
  const views = context.views.filter((view) => uses.some((use) => use.view === view))
  const ids = views.map(({ id }) => id)
  if (context.texts(ids) < 2) return []
  const of = (view: ArticleView): readonly string[] => [
    ...new Set(uses.filter((use) => use.view === view).map(({ words }) => words.replace(/[“”"]/gu, ''))),
  ]
  return [
    draft(context, {
      kind: 'naming',
      severity: 'note',
      column: null,
      evidence: uses.map(({ view, span }): Evidence => ({
        article: view.id,
        start: span.start,
        end: span.end,
        role: 'label',
      })),
      confidence: sure,
      detail: {
        referent,
        reason,
        labels: Object.fromEntries(
          views.map((view) => [view.id, of(view)] as const).sort(byKeys(([id]) => id)),
        ),
      },
      matter: `naming note ${referent}`,
      front: false,
    }),
  ]
}
