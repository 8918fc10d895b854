/**
 * Double coding read back: how far the coders agree on each code, and how right the program is. Units are the sampled things, each weighing
 * what it stands for; where coders part, each counts for its share; recall takes its two intervals at their worst.
 */
import type { CodingKey, CodingRow, CodingScore } from '../../model/codebook.js'
import { grouped } from '../../text/grouped.js'
import { recall, shareText } from '../audit/score.js'
import { agreementOn, weightedMean, weightedShare } from '../statistics.js'
import { covers, type ReadProject } from './project.js'
import { marks } from './sample.js'

type Judged = ReadonlySet<string> | 'cannot-tell' | 'open'

export function scoreCodings(key: CodingKey, projects: readonly ReadProject[]): CodingScore {
  const judged = projects.map((project) => judgements(key, project))
  const given = key.items.map((item, at) => ({
    item,
    codes: judged.flatMap((one) => (one[at] instanceof Set ? [one[at]] : [])),
  }))
  const inStratum = grouped(
    given.filter(({ codes }) => codes.length > 0),
    ({ item }) => [item.stratum],
  )
  return {
    schema: 'synoptic/coding-score@1',
    items: key.items.length,
    coders: projects.map(({ file }, at) => {
      const number = (what: Judged): number => judged[at]?.filter((one) => one === what).length ?? 0
      const [cannotTell, open] = [number('cannot-tell'), number('open')]
      return { name: file, coded: key.items.length - cannotTell - open, cannotTell, open }
    }),
    codes: key.codes.map(({ id, name, applies, hasRules, things, coded }): CodingRow => {
      const ours = given.filter(({ item, codes }) => applies.includes(item.kind) && codes.length > 0)
      const units = ours.map(({ codes }) => codes.map((one) => (one.has(id) ? 'yes' : 'no')))
      /** The share of coders who say of each thing what the program says. */
      const right = (isCoded: boolean, of: readonly (typeof ours)[number][]) =>
        of
          .filter(({ item }) => item.codes.includes(id) === isCoded)
          .map(({ item, codes }) => ({
            weight: (key.strata[item.stratum]?.size ?? 0) / (inStratum.get(item.stratum)?.length ?? 1),
            value: codes.filter((one) => one.has(id) === isCoded).length / codes.length,
          }))
      const rightOf = (isCoded: boolean, some: readonly (typeof ours)[number][]) => {
        const { value, of } = weightedMean(right(isCoded, some))
        return { right: value * of, of }
      }
      const [precision, without] = [weightedShare(right(true, ours)), weightedShare(right(false, ours))]
      const parts = grouped(ours, ({ item }) => [`${item.outlet}\0${item.kind}`])
      return {
        code: name,
        judged: ours.length,
        ...agreementOn(units),
        precision: hasRules ? precision : null,
        recall: hasRules
          ? recall({ size: coded, precision }, { size: things - coded, precision: without })
          : null,
        outlets: [...parts.values()].flatMap((some) => {
          const [first] = some
          if (!hasRules || first === undefined) return []
          const { outlet, kind } = first.item
          return [{ outlet, kind, cases: rightOf(true, some), others: rightOf(false, some) }]
        }),
      }
    }),
  }
}

function judgements({ items }: CodingKey, { codings }: ReadProject): readonly Judged[] {
  const byText = grouped(codings, ({ text }) => [text])
  return items.map(({ text, passages }) => {
    const met = (byText.get(text) ?? []).filter((one) => passages.some((passage) => covers(one, passage)))
    const codes = new Set(met.map(({ code }) => code.id).filter((id) => id !== marks.item.id))
    return codes.has(marks.cannotTell.id) ? 'cannot-tell' : codes.size === 0 ? 'open' : codes
  })
}

export function codingText({ items, coders, codes }: CodingScore): string {
  const figure = (value: number | null): string => (value === null ? 'not defined' : value.toFixed(2))
  return [
    `${items} things drawn.`,
    ...coders.map(
      ({ name, coded, cannotTell, open }) =>
        `  ${name}: ${coded} coded, ${cannotTell} cannot tell, ${open} left open`,
    ),
    '',
    'Agreement on each code (Krippendorff’s alpha, 95 % interval), then the program against the coders',
    ...codes.map(({ code, shared, equal, alpha, interval, precision, recall: found }) => {
      const bounds =
        interval && alpha !== null ? ` (${figure(interval.low)} to ${figure(interval.high)})` : ''
      const alike = equal === null ? '' : `, ${Math.round(equal * 100)} % alike`
      return `  ${code}: ${shared} judged by two or more${alike}, alpha ${figure(alpha)}${bounds}; precision ${shareText(precision)}, recall ${shareText(found)}`
    }),
    '',
    'Alpha is not defined where all judgements are alike. Bounds of recall take two intervals at their worst.',
    '',
  ].join('\n')
}
