/** Results as lines for a terminal. In: PackResults. Out: text. Figures are percentages, ± one bootstrap deviation. */
import type { Figure, PackResult } from './result.js'

export function tableOf(results: readonly PackResult[]): string {
  return results.map(lines).join('\n')
}

function lines({ pack, part, figures, counts, seconds }: PackResult): string {
  const head = `${pack} ${part}  (${seconds.toFixed(1)} s)`
  const rows = Object.entries(figures).map(
    ([name, figure]) =>
      `  ${name.padEnd(30)} ${percent(figure).padStart(6)}${spread(figure)}${of(counts, name)}`,
  )
  const rest = Object.entries(counts)
    .filter(([name]) => !name.endsWith(', of'))
    .map(([name, count]) => `${name} ${count}`)
  return [head, ...rows, `  ${rest.join(' · ')}`, ''].join('\n')
}

function percent({ value }: Figure): string {
  return (100 * value).toFixed(1)
}

function spread({ spread }: Figure): string {
  return spread === null ? '' : ` ± ${(100 * spread).toFixed(1)}`
}

function of(counts: PackResult['counts'], name: string): string {
  const count = counts[`${name}, of`]
  return count === undefined ? '' : `  of ${count}`
}
