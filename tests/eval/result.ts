/**
 * What a pack's run gives, and how sure its figures are.
 * In: figures computed from units (pages, articles, stories). Out: a PackResult. The spread is the bootstrap's standard
 * deviation over units (Efron 1979), drawn by a seeded generator, so that it is the same each time.
 */
export type Figure = {
  /** A share from 0 to 1 (or Pearson's r from -1 to 1). */
  readonly value: number
  /** Standard deviation over resampled units, or null where it was not computed. */
  readonly spread: number | null
}

export type PackResult = {
  readonly pack: string
  readonly part: string
  readonly figures: Readonly<Record<string, Figure>>
  readonly counts: Readonly<Record<string, number>>
  readonly seconds: number
}

/** A run of one pack: the folder of the gold, the part, and how many units at most. */
export type PackRun = (gold: string, part: string, limit: number) => Promise<PackResult>

export function plain(value: number): Figure {
  return { value, spread: null }
}

const rounds = 300

/** Figures of all units, with their spread. */
export function spreadOf<Unit>(
  units: readonly Unit[],
  figures: (units: readonly Unit[]) => Readonly<Record<string, number>>,
): Record<string, Figure> {
  const whole = figures(units)
  const random = seeded(20_251_202)
  const samples =
    units.length < 2 ? [] : Array.from({ length: rounds }, () => figures(resample(units, random)))
  return Object.fromEntries(
    Object.entries(whole).map(([name, value]) => [
      name,
      { value, spread: deviation(samples.map((sample) => sample[name] ?? 0)) },
    ]),
  )
}

function resample<Unit>(units: readonly Unit[], random: () => number): Unit[] {
  return units.flatMap(() => units.slice(Math.floor(random() * units.length)).slice(0, 1))
}

function deviation(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

/** Mulberry32: numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
