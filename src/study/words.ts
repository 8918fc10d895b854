/** How the page and the method note print numbers of a study. */
import type { Interval } from '../model/audit.js'
import type { Rate, StudyMeasure } from '../model/study.js'

/** `12 %`, `3.4 %` */
export function percent(share: number): string {
  const hundredths = share * 100
  const digits = hundredths < 9.95 ? Math.round(hundredths * 10) / 10 : Math.round(hundredths)
  return `${digits} %`
}

const bare = (share: number): string => percent(share).replace(' %', '')

/** `12 % (9 to 15)` */
export function withInterval(value: number, { low, high }: Interval): string {
  return `${percent(value)} (${bare(low)} to ${bare(high)})`
}

/** `48 of 400 in 23 events, 30 cannot tell` */
export function countWords({ cases, of, events, unknown }: Rate): string {
  const open = unknown === 0 ? '' : `, ${unknown} cannot tell`
  return `${cases} of ${of} in ${events} ${events === 1 ? 'event' : 'events'}${open}`
}

/** `When tested, 81 % (77 to 84) of 443 such findings in … were right; how many were missed was not measured.` */
export function figureWords({ precision, recall }: Pick<StudyMeasure, 'precision' | 'recall'>): string {
  if (precision === null && recall === null) return 'How often this is right was not measured.'
  const right =
    precision === null
      ? 'how often such findings are right was not measured'
      : `${withInterval(precision.value, precision)} of ${precision.set} were right`
  const found =
    recall === null
      ? 'how many were missed was not measured'
      : `${withInterval(recall.value, recall)} of ${recall.set} were found`
  return `When tested, ${right}; ${found}.`
}
