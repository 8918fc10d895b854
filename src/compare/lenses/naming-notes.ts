/**
 * Small differences of naming, always notes (kind `naming`): one name in two spellings ("Kiev", "Kyiv"), and a label that
 * one report sets in quotation marks of its own ("scare quotes") and another uses without them.
 *
 * Spelling: names of one person or place (text/names.ts, text/places.ts) whose last words differ. Marks: words that
 * annotate holds for nobody's utterance, against the same words, three letters or more, in another report's own voice.
 */
import type { Marked } from '../../model/annotation.js'
import type { Evidence } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { fold } from '../../text/fold.js'
import { parsePersonName, samePerson } from '../../english/names.js'
import { byKeys } from '../../text/order.js'
import { overlap } from '../../text/spans.js'
import { placeKey } from '../../english/places.js'
import { wordsIn, type ArticleView, type Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { quoted, slice } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const namingNotes: Lens = {
  name: 'naming-notes',
  find: (context) => [...spellings(context), ...marks(context)],
}

type Use = { readonly view: ArticleView; readonly words: string; readonly span: Span }

type Named = { readonly name: string; readonly uses: (Use & { readonly form: string })[] }

function spellings(context: Context): readonly Draft[] {
  const groups: Named[] = []
  const people: Named[] = []
  const places = new Map<string, Named>()
  for (const view of context.views)
    for (const entity of view.article.entities) {
      const [span] = entity.mentions
      const person = entity.kind === 'person'
      if (!span || (!person && entity.kind !== 'place')) continue
      const form = fold(person ? parsePersonName(entity.name).surname : entity.name)
      if (form === '') continue
      const use = { view, words: entity.name, span, form }
      const place = person ? '' : placeKey(entity.name)
      const known = person ? people.find(({ name }) => isOnePerson(name, entity.name)) : places.get(place)
      if (known) {
        known.uses.push(use)
        continue
      }
      const group = { name: entity.name, uses: [use] }
      groups.push(group)
      if (person) people.push(group)
      else places.set(place, group)
    }
  return groups.flatMap(({ name, uses }) => {
    const forms = new Set(uses.map(({ form }) => form))
    const [one = '', other = ''] = forms
    return forms.size > 1 && isVariant(one, other)
      ? note(context, name, uses, 'one name in two spellings', 0.7)
      : []
  })
}

/** "kiev" and "kyiv", not "ariz" for "arizona" nor "america" for "united states". */
function isVariant(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const letters = short.split('').filter((letter) => long.includes(letter)).length
  return (
    short.length > 3 &&
    long.length - short.length <= 2 &&
    long.startsWith(short.charAt(0)) &&
    !long.startsWith(short) &&
    letters * 3 >= short.length * 2
  )
}

function isOnePerson(a: string, b: string): boolean {
  const [x, y] = [parsePersonName(a), parsePersonName(b)]
  // Bare surnames that sound alike may be two people's.
  if (x.given.length === 0 || y.given.length === 0) return false
  return samePerson(a, b) || (x.given[0] === y.given[0] && oneLetterApart(fold(x.surname), fold(y.surname)))
}

/** "Tally" and "Talley", "Hansen" and "Hanson". */
function oneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short.charAt(at) === long.charAt(at)) at++
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}

/** One note for each label, whoever sets it in quotation marks. */
function marks(context: Context): readonly Draft[] {
  const labels = new Map<string, Use[]>()
  for (const view of context.views)
    for (const marked of view.article.marked) {
      const words = markedWords(view, marked)
      if (words.length === 0) continue
      const use = { view, words: slice(view, marked), span: { start: marked.start, end: marked.end } }
      const known = labels.get(words.join(' '))
      if (known) known.push(use)
      else labels.set(words.join(' '), [use])
    }
  return [...labels].sort(byKeys(([words]) => words)).flatMap(([words, uses]) => {
    const setting = uses.map(({ view }) => view)
    const plain = context.views.flatMap((other) =>
      setting.includes(other) ? [] : (plainUse(other, words.split(' ')) ?? []),
    )
    const apart = plain.some(({ view }) => setting.some(({ id }) => context.texts([id, view.id]) > 1))
    const referent = uses[0]?.words.replace(/[“”"‘’]/gu, '') ?? words
    const reason = 'in quotation marks in one report, without them in another'
    return apart ? note(context, referent, [...uses, ...plain], reason, 0.6) : []
  })
}

/** The words of a label that is worth a note; none where it is somebody's title, too long, or says nothing. */
function markedWords(view: ArticleView, { kind, start, end }: Marked): readonly string[] {
  const words = wordsIn(view, { start, end })
  const says = words.some(({ key }) => key !== '')
  const norms = words.map(({ norm }) => norm)
  const fits = norms.length <= mostWords && norms.join('').length >= leastLetters
  return (kind === 'scare' || kind === 'term') && says && fits ? norms : []
}

const mostWords = 5
const leastLetters = 5

/** The first place where a report has the words in its own voice, outside all quotation marks. */
function plainUse(view: ArticleView, words: readonly string[]): Use | null {
  for (let at = 0; at + words.length <= view.words.length; at++) {
    if (!words.every((word, index) => view.words[at + index]?.norm === word)) continue
    const span = { start: view.words[at]?.start ?? 0, end: view.words[at + words.length - 1]?.end ?? 0 }
    const quotedHere =
      view.inMarks.some((item) => overlap(item, span) > 0) ||
      view.article.marked.some((item) => overlap(item, span) > 0) ||
      view.article.quotes.some((quote) => quote.content.some((item) => overlap(item, span) > 0))
    if (!quotedHere) return { view, words: slice(view, span), span }
  }
  return null
}

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
  const marked = (view: ArticleView): boolean =>
    uses.some((use) => use.view === view && /^[“"‘']/u.test(use.words))
  return [
    draft(context, {
      kind: 'naming',
      severity: 'note',
      articles: ids,
      column: null,
      evidence: uses.map(({ view, span }): Evidence => ({
        article: view.id,
        start: span.start,
        end: span.end,
        role: 'label',
      })),
      confidence: sure,
      salience: ids.length / context.views.length,
      detail: {
        referent,
        reason,
        labels: Object.fromEntries(
          views.map((view) => [view.id, of(view)] as const).sort(byKeys(([id]) => id)),
        ),
      },
      sentence: templates.naming(
        referent,
        views.map((view) => ({
          value: `${of(view)
            .map((words) => quoted(words, 60))
            .join(' and ')}${marked(view) ? ' in quotation marks' : ''}`,
          by: view.name,
        })),
      ),
      matter: `naming note ${referent}`,
      contested: 0,
      front: false,
    }),
  ]
}
