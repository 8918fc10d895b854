/** The least number below `last` from which on all hold, by halving; `last` where none does. */
export function firstThat(last: number, holds: (number: number) => boolean): number {
  let [low, high] = [0, last]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
