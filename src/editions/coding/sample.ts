/** A sample for double coding: a project for each of two coders, and the key. No coder sees what the program coded, or where a text is from. */
import { CodingKey, type Code, type Codebook } from '../../model/codebook.js'
import type { Report } from '../../model/report.js'
import { element } from '../../print/xml.js'
import { writeJson } from '../../report/json.js'
import { grouped, kept } from '../../text/grouped.js'
import { sha256 } from '../../text/hash.js'
import { itemAt } from '../../text/item-at.js'
import { firstBy, sortedBy } from '../../text/order.js'
import { hull } from '../../text/spans.js'
import { guid, positionsOf } from '../exchange.js'
import { strataOf, type Sample } from '../strata.js'
import { codingsOf } from './apply.js'
import { codeElements, codeOf } from './codebook.js'
import { originOf, plainText, projectFile, type Origin } from './project.js'
import { thingsOf } from './things.js'

type Item = CodingKey['items'][number]
type Candidate = Omit<Item, 'item' | 'stratum' | 'text' | 'passages'> & {
  readonly source: Origin
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}
type Drawn = { readonly item: string; readonly thing: Candidate }

const mark = (label: string): Code =>
  codeOf(label, null, { id: guid('coding', label), name: `Synoptic / ${label}` })
export const marks = { item: mark('to code'), none: mark('no code fits'), cannotTell: mark('cannot tell') }

export type Sampler = {
  readonly add: (event: string, report: Report) => void
  /** The number is how many a sample must have at least. */
  readonly draw: () => Sample<CodingKey> | number
}

export function sampler(codebook: Codebook, size: number, seed: string, generator: string): Sampler {
  const codes = codebook.codes.filter(({ isCodable }) => isCodable)
  const counts = new Map(codes.map(({ id }) => [id, { things: 0, coded: 0 }]))
  const hash = (...of: readonly string[]): string => sha256([seed, ...of].join('\0'))
  const strata = strataOf<Candidate>(size, hash)

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
      const code = firstBy(coded, (id) => hash('code', event, name, id)) ?? null
      const outlet = article.outlet.name
      strata.add(code ?? '', outlet, [event, name], {
        ...{ event, outlet, article: article.id, kind, thing, codes: coded },
        source: kept(origins, article.id, () => originOf(article)),
        spans: passages.flatMap(({ spans }) => hull(spans) ?? []),
      })
    }
  }

  function draw(): ReturnType<Sampler['draw']> {
    const drawn = strata.draw()
    if (typeof drawn === 'number') return drawn
    const items = drawn.items.map(({ item, stratum, thing: { source, spans, ...thing } }): Item => {
      const { point } = positionsOf(source.text)
      const passages = spans.map(({ start, end }) => ({ start: point(start), end: point(end) }))
      return { ...thing, item, stratum, text: sha256(plainText(source.text)), passages }
    })
    const key: CodingKey = {
      schema: 'synoptic/coding-key@1',
      generator,
      seed,
      codes: codes.map(({ id, name, applies, rules }) => ({
        ...{ id, name, applies, hasRules: rules.length > 0 },
        ...(counts.get(id) ?? { things: 0, coded: 0 }),
      })),
      strata: drawn.strata.map(({ name, ...one }) => ({ ...one, code: name || null })),
      items,
    }
    const names = new Map(codes.map(({ id, name }) => [id, name]))
    return {
      key,
      files: [
        ...[1, 2].map((coder) => ({ name: `coder-${coder}.qdpx`, content: project(coder, drawn.items) })),
        { name: 'coding-key.json', content: `${writeJson(CodingKey, key)}\n` },
      ],
      lines: key.strata.map(
        ({ outlet, code, size: all, sampled }) =>
          `${outlet ?? 'all outlets'}, ${names.get(code ?? '') ?? 'no code'}: ${sampled} of ${all}`,
      ),
    }
  }

  function project(coder: number, drawn: readonly Drawn[]): Uint8Array {
    const [{ id: above }, ...own] = [mark('Synoptic'), marks.none, marks.cannotTell, marks.item] as const
    const sources = [...grouped(drawn, ({ thing }) => [thing.article])].map(([article, items]) => ({
      order: hash('order', String(coder), article),
      name: `Text ${hash('text', article).slice(0, 8)}`,
      article: itemAt(items, 0).thing.source,
      selections: items.flatMap(({ item, thing: { kind, spans } }) =>
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
      sources: sortedBy(sources, ({ order }) => order),
    })
  }

  return { add, draw }
}

const instructions = `Each selection named i-… is one thing to judge; several with one name are one thing. Give it every code of the
codebook that fits. Where none fits, give it "${marks.none.label}"; where the text does not decide, "${marks.cannotTell.label}". What
has none of these counts as not looked at. Work alone, and leave the other selections as they are.`
