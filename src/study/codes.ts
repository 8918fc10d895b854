/** The user's codebook in a study: a table of codings, and a measure for each code and kind of thing. */
import { codingsOf, type Coding, codingColumns, type OfCoding } from '../editions/coding/apply.js'
import { otherTexts, plainText, sourceGuid, type ReadProject } from '../editions/coding/project.js'
import { thingsOf, type Codable } from '../editions/coding/things.js'
import { table, type Table } from '../editions/tables/table.js'
import type { Share } from '../model/audit.js'
import type { Code, Codebook, CodingScore, ThingKind } from '../model/codebook.js'
import type { Figure } from '../model/study.js'
import { passageText } from '../print/passage.js'
import { kept } from '../text/grouped.js'
import { sha256 } from '../text/hash.js'
import { once } from '../text/once.js'
import type { Judged } from './intervals.js'
import type { Measure, Unit } from './measures.js'
import type { ReadEvent } from './reading.js'

export type StudyCodes = {
  readonly measures: readonly Measure[]
  readonly tables: readonly Table<ReadEvent>[]
  /** What coders made of the things of an outlet that a measure counts. */
  readonly judged: (measure: string, outlet: string) => Judged | null
  /** What of people's codings was not taken, once all events are read. */
  readonly troubles: () => readonly string[]
}

export const noCodes: StudyCodes = { measures: [], tables: [], judged: () => null, troubles: () => [] }

const kindWords: Readonly<Record<ThingKind, string>> = {
  statement: 'statements it tells',
  utterance: 'utterances it reports',
  actor: 'people, bodies and places it means',
  finding: 'findings that rest on a passage of it',
}

export function studyCodes(
  codebook: Codebook,
  projects: readonly ReadProject[],
  score: CodingScore | null,
): StudyCodes {
  const hands = projects.flatMap(({ codings }) => codings)
  const byHand = new Set(hands.map(({ code }) => code.id))
  const looked = new Set(hands.map(({ text }) => text))
  const [texts, guids] = [new Set<string>(), new Set<string>()]
  const codedIn = once((event: ReadEvent) => {
    const codable: Codable = { ...event, articles: event.articles.map(({ article }) => article) }
    const things = thingsOf(codable)
    const codings = codingsOf(codable, codebook, hands, things)
    /** The first coding of each thing by each code. */
    const shown = new Map<string, Coding>()
    for (const coding of codings)
      kept(shown, [coding.code.id, coding.kind, coding.thing, coding.article.id].join(' '), () => coding)
    const hashes = new Map<string, string>()
    for (const article of codable.articles) {
      if (article.text === '') continue
      const hash = sha256(plainText(article.text))
      hashes.set(article.id, hash)
      texts.add(hash)
      guids.add(sourceGuid(article))
    }
    return { codings, shown, hashes, things }
  })

  function* units(event: ReadEvent, code: Code, kind: ThingKind): Iterable<Unit> {
    const { shown, things, hashes } = codedIn(event)
    const byId = new Map(event.articles.map((article) => [article.article.id, article]))
    const anchors = new Map([...event.claims, ...event.quotes].map(({ id, anchor }) => [id, anchor]))
    for (const thing of things) {
      const article = byId.get(thing.article.id)
      if (thing.kind !== kind || !article) continue
      const coding = shown.get([code.id, kind, thing.id, thing.article.id].join(' '))
      const isSeen = code.rules.length > 0 || looked.has(hashes.get(thing.article.id) ?? '')
      yield {
        article,
        state: coding ? { is: 'yes' } : isSeen ? 'no' : 'unknown',
        words: () => thing.label,
        passage: () => (coding ? passageText(thing.article, coding.spans) : ''),
        ...(kind === 'statement' || kind === 'utterance'
          ? { anchor: anchors.get(thing.id) ?? thing.id }
          : {}),
      }
    }
  }

  const figures = new Map(score?.codes.map(({ code, precision, recall }) => [code, { precision, recall }]))
  // A code for people alone is counted where people have given it.
  const counted = codebook.codes.filter(
    ({ id, isCodable, rules }) => isCodable && (rules.length > 0 || byHand.has(id)),
  )
  // Of a code that people gave here the cases are theirs too, not the rules' alone.
  const judged = new Map(
    counted
      .filter(({ id }) => !byHand.has(id))
      .flatMap((code) => {
        const row = score?.codes.find((one) => one.code === code.name)
        return (row?.outlets ?? []).map(
          ({ outlet, kind, ...sides }) => [`${measureOf(code, kind)} ${outlet}`, sides] as const,
        )
      }),
  )
  return {
    judged: (measure, outlet) => judged.get(`${measure} ${outlet}`) ?? null,
    measures: counted.flatMap((code) =>
      code.applies.map((kind): Measure => ({
        id: measureOf(code, kind),
        says: `${code.name}: ${kindWords[kind]}`,
        of: `${kindWords[kind]}; a case has the code ${code.name}, ${code.rules.length > 0 ? 'by its rules or a person' : 'by a person, in texts that people coded in'}`,
        group: 'codes',
        categories: { yes: '' },
        detector: {
          precision: figureOf(figures.get(code.name)?.precision, 'things with the code'),
          recall: figureOf(figures.get(code.name)?.recall, 'things that should have it'),
        },
        units: (event) => units(event, code, kind),
      })),
    ),
    tables: [
      table<OfCoding, ReadEvent>({
        name: 'codings',
        row: 'One row for each code that a thing has in a report, and for each person who gave it.',
        key: ['event', 'article_id', 'kind', 'thing_id', 'code', 'by', 'coder'],
        columns: codingColumns,
        of: (event) => {
          const outlets = new Map(event.articles.map(({ article, outlet }) => [article.id, outlet]))
          return codedIn(event).codings.map((coding) => ({
            ...coding,
            event: event.event,
            outlet: outlets.get(coding.article.id) ?? '',
          }))
        },
      }),
    ],
    troubles: () =>
      projects.flatMap((project) =>
        [...project.troubles, ...otherTexts(project, texts, guids)].map((one) => `${project.file}: ${one}`),
      ),
  }
}

/** By a hash: ids of other programs may begin alike, and hold what no name of a file may. */
const measureOf = ({ id }: Code, kind: ThingKind): string => `code.${kind}.${sha256(id).slice(0, 12)}`

function figureOf(share: Share | undefined, what: string): Figure | null {
  return share?.interval
    ? { value: share.value, ...share.interval, set: `the ${what} in your own double coding` }
    : null
}
