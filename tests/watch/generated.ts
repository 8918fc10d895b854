/** Invented stories, each told by several outlets in words of its own: the same for the same seed. */
import { itemAt } from '../../src/text/item-at.js'
import { seeded } from './world.js'

export type Told = { readonly story: string; readonly text: string }

const syllables = 'ba be do fa gi ka lo mi na or pe ra sa te ul va wen xi yor zan'.split(' ')
const matters = [
  'bridge',
  'harbour',
  'school',
  'tunnel',
  'hospital',
  'reservoir',
  'stadium',
  'railway',
  'museum',
  'factory',
]
const troubles = ['fire', 'flood', 'strike', 'collapse', 'leak', 'inquiry', 'landslide', 'blackout']

/** `tellings`: how many outlets tell it, in order. */
export function inventedStory(seed: number, tellings: number): readonly Told[] {
  const random = seeded(seed)
  const pick = <T>(of: readonly T[]): T => itemAt(of, Math.floor(random() * of.length))
  const name = (): string => {
    const word = [pick(syllables), pick(syllables), pick(syllables)].join('')
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const [place, person, other, firm] = [
    name(),
    `${name()} ${name()}`,
    `${name()} ${name()}`,
    `${name()} Works`,
  ]
  const [matter, trouble] = [pick(matters), pick(troubles)]
  const [count, days, cost] = [
    20 + Math.floor(random() * 900),
    2 + Math.floor(random() * 20),
    3 + Math.floor(random() * 400),
  ]
  const headlines = [
    `${place} ${matter} shut after ${trouble}, ${count} people sent away`,
    `${trouble} at ${place} ${matter}: ${firm} faces questions`,
    `${person} blames ${firm} for ${trouble} in ${place}`,
    `After the ${trouble}, ${place} waits for its ${matter}`,
  ]
  const facts: readonly (readonly string[])[] = [
    [
      `A ${trouble} at the ${matter} of ${place} drove out ${count} people on Monday, the fire service said.`,
      `The fire service said that ${count} people had left the ${matter} in ${place} after Monday's ${trouble}.`,
    ],
    [
      `Mayor ${person} said that the ${matter} would stay shut for ${days} days.`,
      `It will be ${days} days before the ${matter} opens again, according to ${person}, the mayor.`,
    ],
    [
      `${firm}, which runs the ${matter}, put the damage at ${cost} million crowns.`,
      `The damage comes to ${cost} million crowns, said ${firm}, the operator.`,
    ],
    [
      `"Nobody listened to us in spring," said ${other}, who speaks for the staff of ${firm}.`,
      `${other}, who speaks for the staff of ${firm}, said that nobody had listened to them in spring.`,
    ],
    [
      `Engineers from ${place} are to look at the walls of the ${matter} this week.`,
      `This week the walls of the ${matter} are looked at by engineers from ${place}.`,
    ],
  ]
  return Array.from({ length: tellings }, (_, i) => {
    const told = facts.filter((__, k) => k < 2 || random() < 0.8).map((ways) => pick(ways))
    const turned = [...told.slice(i % told.length), ...told.slice(0, i % told.length)]
    return { story: `i${seed}`, text: [itemAt(headlines, i % headlines.length), ...turned].join('\n\n') }
  })
}
