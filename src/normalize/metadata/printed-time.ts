/**
 * Printed time: the clock of the place where a report was published, where the page states its time in UTC.
 *
 * In:    the stated time in ISO 8601, and the times that the page prints for its readers.
 * Out:   the same instant with the offset that the printed clock shows; the stated time where no printed one fits.
 * Never: changes the instant.
 *
 * Reason: "2023-11-09T05:30:59Z" and "8 November 2023, 11:30 p.m." are one instant, and readers know it by the second day.
 */
import { isoDate } from './dates.js'

const IN_UTC = /(?:Z|[+-]00:00)$/u
const CLOCK = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})/u
const MINUTE = 60_000
/** Offsets of inhabited places are whole or half hours, but for three; by these limits. Minutes. */
const STEP = 30
const EAST = 14 * 60
const WEST = -12 * 60

export function asPrinted(stated: string | null, printed: readonly string[]): string | null {
  if (stated === null || !IN_UTC.test(stated)) return stated
  for (const text of printed) {
    const clock = CLOCK.exec(isoDate(text) ?? '')?.[1]
    if (clock === undefined) continue
    const offset = Math.round(
      (Date.parse(`${clock}:00Z`) - Date.parse(`${stated.slice(0, 16)}:00Z`)) / MINUTE,
    )
    if (offset === 0) return stated
    if (offset % STEP === 0 && offset >= WEST && offset <= EAST)
      return `${clock}${stated.slice(16, 19)}${signed(offset)}`
  }
  return stated
}

/** `-06:00` */
function signed(offset: number): string {
  const minutes = Math.abs(offset)
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}
