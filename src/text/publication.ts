/** When reports were published, as their pages say it in ISO 8601. Never: asks the machine for a zone. */
export const isoTime = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/

/** When the text came out as it was read: where no page says when it was published, its last change. */
export function timeOfText(text: {
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
}): string | null {
  return text.publishedAt ?? text.modifiedAt
}

/** Whether it says no more than the day. */
export const isDay = (time: string): boolean => /^\d{4}-\d\d-\d\d$/.test(time)

/** Order of publication: known times first, by instant; undated last. A time without a zone counts as UTC. */
export function publicationRank(time: string | null): number {
  const instant = time === null ? Number.NaN : instantOf(time)
  return Number.isNaN(instant) ? Number.POSITIVE_INFINITY : instant
}

export function instantOf(time: string): number {
  const [, , , , clock, zone] = isoTime.exec(time) ?? []
  return Date.parse(clock !== undefined && zone === undefined ? `${time}Z` : time)
}
