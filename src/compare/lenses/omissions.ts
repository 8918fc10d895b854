/**
 * What some reports tell and others have nothing of: `omitted-claim` and `omitted-quote` where several independent texts
 * tell it or one is silent beside others that cannot be judged; `only-here` where one text alone tells it and all others
 * were read whole and have nothing of it.
 *
 * Evidence: the passage, what is linked with it in other reports, more of the same topic in the report, and the nearest
 * passage of each silent report. What makes a report silent: left-out/topics.ts.
 */
import type { Evidence } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { overlap } from '../../text/spans.js'
import type { Context } from '../context.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { draft } from '../finding.js'
import { shareHeld } from '../left-out/passages.js'
import { topicsOf, type Topic } from '../left-out/topics.js'
import type { Draft, Lens } from '../lens.js'
import { names, quoted, slice } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

/** Topics shown for an event. */
const mostShown = 8
/** Characters of the passage shown. */
const longest = 240
/** From this share of a sentence on that stands in quotation marks it is somebody's utterance. */
const spoken = 0.5

export const omissions: Lens = {
  name: 'omissions',
  find: (context) =>
    context.allTexts < 2
      ? []
      : topicsOf(context)
          .slice(0, mostShown)
          .map((topic, _place, all) => toDraft(context, topic, all[0]?.weight ?? 1)),
}

function toDraft(context: Context, topic: Topic, heaviest: number): Draft {
  const tellers = [topic.passage.view.id, ...topic.others.map(({ view }) => view.id)]
  const silent = topic.silent.map(({ view }) => view.id)
  const texts = context.texts(tellers)
  const [telling, none] = [names(context, tellers), names(context, silent)]
  const what = quoted(slice(topic.passage.view, topic.passage.sentence), longest)
  return draft(context, {
    kind: topic.alone ? 'only-here' : isUtterance(topic) ? 'omitted-quote' : 'omitted-claim',
    severity: 'prominence',
    articles: topic.alone ? tellers : silent,
    column: null,
    evidence: evidenceOf(topic),
    confidence: 1 - Math.max(...topic.silent.map(({ told }) => told)),
    salience: heaviest === 0 ? 0 : topic.weight / heaviest,
    detail: { reason: reasonOf(topic) },
    sentence: topic.alone
      ? templates.onlyHere(telling, what, none)
      : templates.leftOut(telling, tellers.length === 1 ? 'tells' : 'tell', what, none),
    matter: `left out ${topic.passage.sentence.id}`,
    contested: Math.min(texts, context.texts(silent)) / context.allTexts,
    front: standsAlone(topic),
  })
}

/** Its subject is named and, where somebody else said it, so is who: a reader who sees the passage alone understands it. */
function standsAlone({ passage: { view, sentence } }: Topic): boolean {
  if (isTooLong(sentence)) return false
  const [first] = readingOf(view.article)
    .tree(sentence)
    .nodes.filter(({ pos }) => pos !== 'PUNCT')
  const said = view.article.quotes.filter(
    ({ content }) => totalOverlap(content, sentence) >= spoken * (sentence.end - sentence.start),
  )
  return (
    first !== undefined &&
    first.pos !== 'PRON' &&
    first.tag !== 'PRP$' &&
    said.every(({ source }) => source.some((span) => overlap(span, sentence) > 0))
  )
}

function totalOverlap(spans: readonly Span[], within: Span): number {
  return spans.reduce((sum, span) => sum + overlap(span, within), 0)
}

function isUtterance({ passage: { view, sentence } }: Topic): boolean {
  return totalOverlap(view.inMarks, sentence) >= spoken * (sentence.end - sentence.start)
}

function evidenceOf({ passage, others, parts, silent, gone }: Topic): readonly Evidence[] {
  const of = (article: string, role: Evidence['role'], { start, end }: Span): Evidence => ({
    article,
    start,
    end,
    role,
  })
  return [
    ...parts.map((part, place) => of(passage.view.id, place === 0 ? 'asserts' : 'context', part)),
    ...others.flatMap(({ view, mentions }) =>
      mentions.map((mention) =>
        of(view.id, shareHeld(view, [mention], gone) > 0 ? 'asserts' : 'context', mention),
      ),
    ),
    ...silent.flatMap(({ view, nearest }) => (nearest ? [of(view.id, 'nearest', nearest.span)] : [])),
  ]
}

/** Words named as what the silent reports lack. */
const mostWords = 4

function reasonOf({ passage, gone }: Topic): string {
  const keys = new Set(gone.map(({ key }) => key))
  const words = passage.view.words.filter(
    ({ key, start, end }) => keys.has(key) && start >= passage.sentence.start && end <= passage.sentence.end,
  )
  const printed = [...new Map(words.map((word) => [word.key, slice(passage.view, word)])).values()]
  return `searched whole: ${printed
    .slice(0, mostWords)
    .map((word) => `“${word}”`)
    .join(', ')} and words near them stand nowhere there`
}
