/** Words for an outcome that is reached or not, and words that say it was reached. Own list, general news English. */
import { stem } from '../text/stem.js'

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stem))

export const outcomes = stems(
  'breakthrough progress deal agreement accord compromise settlement pact truce ceasefire resolution solution agree agreed',
)

export const reaching = {
  /** Announce an outcome by themselves. */
  alone: stems('breakthrough progress closer'),
  /** Announce one when they stand before the outcome's word. */
  verbs: stems(
    'reach reached strike struck clinch clinched seal sealed near nears nearing close secure secured hail hails agree agreed win wins toward towards',
  ),
} as const
