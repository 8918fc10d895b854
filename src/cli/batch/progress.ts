/**
 * The progress bar of a batch: a line a person watches, drawn anew as events end.
 *
 * In: how many of how many are done, and the seconds it took. Out: bar, count, rate, time left, in one line.
 * Never: knows a terminal, or reads a clock.
 */
const cells = 20

export function progressLine(done: number, total: number, seconds: number): string {
  const filled = Math.floor((done / total) * cells)
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(cells - filled)}]`
  const counted = `${bar} ${done} of ${total} events`
  // Before the first has ended there is no rate to tell.
  if (done === 0 || seconds <= 0) return counted
  return `${counted}, ${rateOf(done / seconds)}, ${timeOf(((total - done) * seconds) / done)} left`
}

/** A rate below one a minute reads better by the hour. */
function rateOf(perSecond: number): string {
  return perSecond * 60 >= 1
    ? `${(perSecond * 60).toFixed(0)} a minute`
    : `${(perSecond * 3_600).toFixed(0)} an hour`
}

function timeOf(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
