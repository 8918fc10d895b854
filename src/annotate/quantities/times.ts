/** Times of day: `5 p.m.`, `5:30pm ET`, `17:00`, `1700 GMT`, `noon`. Value `HH:MM`; unit is the zone as printed, or null. */
import type { QuantityRule } from './found.js'

const zones =
  '(?:GMT|UTC|BST|CET|CEST|EET|MSK|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|Moscow time|local time|Eastern|Pacific)'
const tail = `(?: (?<z>${zones})\\b)?`

const patterns: readonly RegExp[] = [
  new RegExp(
    `(?<![\\d.:])(?<h>1[0-2]|0?[1-9])(?:[:.](?<m>[0-5]\\d))? ?(?<half>[ap])\\.?m\\b\\.?${tail}`,
    'giu',
  ),
  new RegExp(`(?<![\\d.:])(?<h>[01]?\\d|2[0-3]):(?<m>[0-5]\\d)(?![\\d:])${tail}`, 'gu'),
  new RegExp(`(?<![\\d.,:])(?<h>[01]\\d|2[0-3])(?<m>[0-5]\\d) (?<z>GMT|UTC|hours)\\b`, 'gu'),
  /(?<=\b(?:at|by|until|around|before|after|since|shortly before|shortly after) )(?<word>noon|midday|midnight)\b/giu,
]

export const times: QuantityRule = ({ text }) =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind: 'time' as const,
      value: valueOf(match.groups ?? {}),
      unit: match.groups?.['z'] === 'hours' ? null : (match.groups?.['z'] ?? null),
      start: match.index,
      end: match.index + match[0].length,
    })),
  )

function valueOf(groups: Readonly<Record<string, string | undefined>>): string {
  const word = groups['word']?.toLowerCase()
  if (word !== undefined) return word === 'midnight' ? '00:00' : '12:00'
  const half = groups['half']?.toLowerCase()
  const hour = Number(groups['h'])
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return `${String(hours).padStart(2, '0')}:${groups['m'] ?? '00'}`
}
