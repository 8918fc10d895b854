/**
 * A sample for double coding: things of each outlet and code, and of none, as one project for each of two coders, and the key
 * that is kept from them. Drawn report by report, so that a thousand need no more memory than ten.
 *
 * Never: what the program coded, or where a text is from, in a coder’s project; a choice that another run would make otherwise.
 */
import type { Code, Codebook, CodingKey } from '../../model/codebook.js'
import type { Report } from '../../model/report.js'
import { element } from '../../print/xml.js'
import { grouped, kept } from '../../text/grouped.js'
import { sha256 } from '../../text/hash.js'
import { itemAt } from '../../text/item-at.js'
import { byKeys } from '../../text/order.js'
import { hull } from '../../text/spans.js'
import { equalShares } from '../audit/sample.js'
import { guid } from '../exchange.js'
import type { ReportFile } from '../make.js'
import { codingsOf } from './apply.js'
import { codeElements } from './codebook.js'
import { originOf, plainText, positionsOf, projectFile, type Origin } from './project.js'
import { thingsOf } from './things.js'

type Item = CodingKey['items'][number]
type Candidate = Omit<Item, 'item' | 'stratum' | 'text' | 'passages'> & {
  readonly rank: string
  readonly source: Origin
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}
type Stratum = {
  readonly outlet: string | null
  readonly code: string | null
  size: number
  first: Candidate[]
}

const mark = (label: string): Code => ({
  id: guid('coding', label),
  name: `Synoptic / ${label}`,
  label,
  description: '',
  above: null,
  isCodable: true,
  applies: [],
  rules: [],
})
/** Codes that a coder's project has besides those of the codebook. */
export const marks = { item: mark('to code'), none: mark('no code fits'), cannotTell: mark('cannot tell') }

export type Sampler = {
  readonly add: (event: string, report: Report) => void
  /** A part of a sentence where the sample would leave a stratum out. */
  readonly draw: () => { readonly key: CodingKey; readonly files: readonly ReportFile[] } | string
}

export function sampler(codebook: Codebook, size: number, seed: string, generator: string): Sampler {
  const codes = codebook.codes.filter(({ isCodable }) => isCodable)
  const counts = new Map(codes.map(({ id }) => [id, { things: 0, coded: 0 }]))
  const strata = new Map<string, Stratum>()
  const hash = (...of: readonly string[]): string => sha256([seed, ...of].join('\0'))

  function add(event: string, report: Report): void {
    const nameOf = (kind: string, thing: string, article: string): string => [kind, thing, article].join('\0')
    const things = thingsOf(report)
    // Of this report alone: an origin holds its text, and a thousand reports are drawn from.
    const origins = new Map<string, Origin>()
    const given = grouped(codingsOf(report, codebook, [], things), (one) => [
      nameOf(one.kind, one.thing, one.article.id),
    ])
    const articles = new Map(report.articles.map((article) => [article.id, article]))
    for (const { kind, id: thing, article: of, passages } of things) {
      const article = articles.get(of.id)
      const fitting = codes.filter(({ applies }) => applies.includes(kind))
      if (fitting.length === 0 || !article?.text) continue
      const name = nameOf(kind, thing, article.id)
      const coded = (given.get(name) ?? []).map(({ code }) => code.id)
      for (const { id } of fitting) {
        const count = counts.get(id)
        if (count) count.things++
        if (count && coded.includes(id)) count.coded++
      }
      const [code = null] = [...coded].sort(byKeys((id) => hash('code', event, name, id)))
      const outlet = article.outlet.name
      const key = `${outlet}\0${code ?? ''}`
      const stratum = kept(strata, key, (): Stratum => ({ outlet, code, size: 0, first: [] }))
      stratum.size++
      const rank = hash('draw', event, name)
      const source = kept(origins, article.id, () => originOf(article))
      const spans = passages.flatMap(({ spans }) => hull(spans) ?? [])
      stratum.first.push({
        rank,
        event,
        outlet,
        article: article.id,
        kind,
        thing,
        codes: coded,
        source,
        spans,
      })
      if (stratum.first.length > 2 * size) stratum.first = lowest(stratum.first, size)
    }
  }

  function draw(): ReturnType<Sampler['draw']> {
    const all = strata.size > size ? overOutlets([...strata.values()]) : [...strata.values()]
    if (all.length > size) return `at least ${all.length}: one for each code, and one without`
    all.sort(
      byKeys(
        ({ outlet }) => outlet ?? '',
        ({ code }) => code ?? '',
      ),
    )
    const shares = equalShares(
      all.map((one) => one.size),
      size,
    )
    const drawn = all.flatMap(({ first }, stratum) =>
      lowest(first, itemAt(shares, stratum)).map((one) => ({
        ...one,
        stratum,
        item: `i-${hash('name', one.rank).slice(0, 8)}`,
      })),
    )
    const items = drawn.sort(byKeys(({ item }) => item)).map(({ source, spans, rank: _, ...item }): Item => {
      const { point } = positionsOf(source.text)
      const passages = spans.map(({ start, end }) => ({ start: point(start), end: point(end) }))
      return { ...item, text: sha256(plainText(source.text)), passages }
    })
    const key: CodingKey = {
      schema: 'synoptic/coding-key@1',
      generator,
      seed,
      codes: codes.map(({ id, name, applies, rules }) => ({
        ...{ id, name, applies, hasRules: rules.length > 0 },
        ...(counts.get(id) ?? { things: 0, coded: 0 }),
      })),
      strata: all.map(({ outlet, code, size: of }, at) => ({
        outlet,
        code,
        size: of,
        sampled: itemAt(shares, at),
      })),
      items,
    }
    return {
      key,
      files: [1, 2].map((coder) => ({ name: `coder-${coder}.qdpx`, content: project(coder, drawn) })),
    }
  }

  function project(coder: number, drawn: readonly (Candidate & { readonly item: string })[]): Uint8Array {
    const [{ id: above }, ...own] = [mark('Synoptic'), marks.none, marks.cannotTell, marks.item] as const
    const sources = [...grouped(drawn, ({ article }) => [article])].map(([article, items]) => ({
      order: hash('order', String(coder), article),
      name: `Text ${hash('text', article).slice(0, 8)}`,
      article: itemAt(items, 0).source,
      selections: items.flatMap(({ item, kind, spans }) =>
        spans.map((span, at) => ({
          ...span,
          key: [item, String(at)],
          name: `${item} ${kind}`,
          description: '',
          codes: [marks.item.id],
        })),
      ),
    }))
    return projectFile({
      name: `${codebook.name}, coder ${coder}`,
      origin: generator,
      description: instructions,
      users: [{ guid: guid('user', `coder ${coder}`), name: `Coder ${coder}` }],
      codes: [
        ...codeElements(codebook.codes),
        element(
          'Code',
          { guid: above, name: 'Synoptic', isCodable: 'false' },
          codeElements(
            own.map((one) => ({ ...one, above })),
            above,
          ),
        ),
      ],
      isBlind: true,
      sources: sources.sort(byKeys(({ order }) => order)),
    })
  }

  return { add, draw }
}

const instructions = `Each selection named i-… is one thing to judge; several with one name are one thing. Give it every code of the
codebook that fits. Where none fits, give it "${marks.none.label}"; where the text does not decide, "${marks.cannotTell.label}". What
has none of these counts as not looked at. Work alone, and leave the other selections as they are.`

const lowest = (all: readonly Candidate[], number: number): Candidate[] =>
  [...all].sort(byKeys(({ rank }) => rank)).slice(0, number)

/** Strata by code alone, where there are too many outlets. */
function overOutlets(strata: readonly Stratum[]): Stratum[] {
  return [...grouped(strata, ({ code }) => [code])].map(([code, same]) => ({
    outlet: null,
    code,
    size: same.reduce((sum, { size }) => sum + size, 0),
    first: same.flatMap(({ first }) => first),
  }))
}
