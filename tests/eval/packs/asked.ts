/**
 * The two questions put to reports of real events: whether they have some words, and whether they make a statement.
 *
 * In:    `real/<part>`: texts, and what readers found in them (`facts.json`).
 * Out:   of printed quotations held against another report's text: forms that are right, of those where what is right follows
 *        from both texts; asked as another person's of the event, of reports that have them and say whose they are: those that
 *        are told to be somebody else's; of statements in readers' words: right and wrong answers of reports that tell them, and that do not.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { CheckedQuotation, FoundStatement } from '../../../src/model/asked.js'
import type { AnnotatedArticle } from '../../../src/model/annotated-article.js'
import { askArticles, readPage } from '../../../src/pipeline.js'
import { tokenize } from '../../../src/text/tokens.js'
import { textPage } from '../../support/event.js'
import { share } from '../metrics.js'
import { spreadOf, type PackRun } from '../result.js'

type Passages = Readonly<Record<string, readonly string[]>>
type Facts = {
  readonly shared: readonly { readonly statement: string; readonly passages: Passages }[]
  readonly utterances: readonly {
    readonly versions: Readonly<
      Record<string, { readonly speaker: string | null; readonly passages: readonly string[] }>
    >
  }[]
}

const nothing = {
  quotations: 0,
  formRight: 0,
  credited: 0,
  creditedRight: 0,
  told: 0,
  toldRight: 0,
  toldWrong: 0,
  untold: 0,
  untoldRight: 0,
  untoldWrong: 0,
}
type Counts = { -readonly [Name in keyof typeof nothing]: number }

export const asked: PackRun = async (gold, part, limit) => {
  const folder = path.join(gold, 'real', part)
  const events = readdirSync(folder).slice(0, limit)
  const started = performance.now()
  const units = events.map((event) => countsOf(path.join(folder, event)))
  const sum = (some: readonly Counts[], name: keyof Counts): number =>
    some.reduce((total, unit) => total + unit[name], 0)
  return Promise.resolve({
    pack: 'asked',
    part,
    figures: spreadOf(units, (some) => {
      const of = (name: keyof Counts, all: keyof Counts): number => share(sum(some, name), sum(some, all))
      return {
        'quotations, form right': of('formRight', 'quotations'),
        'quotations, another speaker told': of('creditedRight', 'credited'),
        'statements told, right': of('toldRight', 'told'),
        'statements told, wrong': of('toldWrong', 'told'),
        'statements not told, right': of('untoldRight', 'untold'),
        'statements not told, wrong': of('untoldWrong', 'untold'),
      }
    }),
    counts: {
      events: events.length,
      quotations: sum(units, 'quotations'),
      credited: sum(units, 'credited'),
      told: sum(units, 'told'),
      untold: sum(units, 'untold'),
    },
    seconds: (performance.now() - started) / 1_000,
  })
}

function countsOf(event: string): Counts {
  const facts = JSON.parse(readFileSync(path.join(event, 'facts.json'), 'utf8')) as Facts
  const outlets = ['fox', 'hpo', 'nyt'].filter((name) => existsSync(path.join(event, `${name}.txt`)))
  const articles = outlets.map((name) =>
    readPage(textPage(`${name}.txt`, readFileSync(path.join(event, `${name}.txt`), 'utf8')), { zone: 'UTC' }),
  )
  const counts: Counts = { ...nothing }
  for (const { statement, passages } of facts.shared) {
    const answers = askArticles({ for: 'statement', words: statement }, articles) as readonly FoundStatement[]
    for (const [at, { state }] of answers.entries()) {
      const isTold = passages[outlets[at] ?? ''] !== undefined
      const says = state === 'says' || state === 'other-value'
      counts[isTold ? 'told' : 'untold']++
      if (isTold ? says : state === 'absent') counts[isTold ? 'toldRight' : 'untoldRight']++
      else if (state !== 'unknown') counts[isTold ? 'toldWrong' : 'untoldWrong']++
    }
  }
  for (const { versions } of facts.utterances)
    for (const [outlet, { speaker, passages }] of Object.entries(versions))
      for (const words of passages.flatMap((passage) =>
        printedIn(passage, articles[outlets.indexOf(outlet)]),
      )) {
        const others = articles.filter((_, at) => outlets[at] !== outlet)
        const answers = askArticles({ for: 'quotation', words, saidBy: speaker }, others)
        for (const [at, answer] of answers.entries()) {
          const expected = formIn(words, others[at], versions)
          if (expected === null) continue
          counts.quotations++
          if (((answer as CheckedQuotation).wording ?? 'not-found') === expected) counts.formRight++
        }
        const own = namesIn([{ versions }]).join(' ')
        const another = namesIn(facts.utterances).find((name) => isFullName(name) && !sharesWord(name, own))
        if (another === undefined) continue
        const credited = articles.filter(
          (article, at) =>
            typeof versions[outlets[at] ?? '']?.speaker === 'string' &&
            ['verbatim', 'cut'].includes(formIn(words, article, versions) ?? ''),
        )
        for (const answer of askArticles({ for: 'quotation', words, saidBy: another }, credited)) {
          counts.credited++
          if ((answer as CheckedQuotation).form === 'credited-otherwise') counts.creditedRight++
        }
      }
  return counts
}

function namesIn(utterances: Facts['utterances']): readonly string[] {
  return utterances.flatMap(({ versions }) => Object.values(versions).flatMap(({ speaker }) => speaker ?? []))
}

/** As one would type it, of a person. */
const isFullName = (name: string): boolean =>
  /^(?!The )\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*)+$/u.test(name)

function sharesWord(one: string, other: string): boolean {
  const words = new Set(tokenize(other).map(({ norm }) => norm))
  return tokenize(one).some(({ norm }) => words.has(norm))
}

const wordsOf = (text: string): string =>
  ` ${tokenize(text)
    .map(({ norm }) => norm.replace(/'/gu, ''))
    .join(' ')} `
const marked = /[“"]([^“”"]+)[”"]?/gu

/** What of a passage stands in quotation marks: within it, or around it. */
function printedIn(passage: string, article: AnnotatedArticle | undefined): readonly string[] {
  const inside = [...passage.matchAll(marked)].flatMap(([, words]) => words ?? [])
  const at = article?.text.indexOf(passage) ?? -1
  const isInside = at > 0 && /[“"]$/u.test(article?.text.slice(0, at) ?? '')
  return (inside.length > 0 ? inside : isInside ? [passage] : []).filter(
    (words) => tokenize(words).length >= 4,
  )
}

/** What both texts say of it for certain; null where a part of it stands there or it is told in other words. */
function formIn(
  words: string,
  article: AnnotatedArticle | undefined,
  versions: Facts['utterances'][number]['versions'],
): 'verbatim' | 'not-found' | 'cut' | null {
  if (!article) return null
  const own = wordsOf(words)
  if (wordsOf(article.text).includes(own)) return 'verbatim'
  const version = versions[article.source.replace('.txt', '')]
  if (!version) return 'not-found'
  const pieces = version.passages.flatMap((passage) => printedIn(passage, article)).map(wordsOf)
  const cut = pieces.filter((piece) => own.includes(piece))
  return cut.length > 0 && cut.length === pieces.length ? 'cut' : null
}
