/** Rulings as people and programs see them: by whom, where two part, and as the reviews that commands read. */
import type { DeskRuling, GivenReview } from '../model/desk.js'
import { compareCodeUnits } from '../text/order.js'
import { iso } from './comparison-view.js'

/** Two people of one name are told apart by their keys. */
export function namesOf(rulings: readonly DeskRuling[]): ReadonlyMap<string, string> {
  const last = new Map(rulings.map(({ by }) => [by.key, by.name]))
  const shared = (name: string): boolean => [...last.values()].filter((one) => one === name).length > 1
  return new Map([...last].map(([key, name]) => [key, shared(name) ? `${name} (${key})` : name]))
}

/** A review a person, of all who ruled or of one. */
export function givenOf(rulings: readonly DeskRuling[], of: string | null = null): readonly GivenReview[] {
  return [...namesOf(rulings)]
    .filter(([key]) => of === null || key === of)
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([key, reviewer]) => ({
      reviewer,
      rulings: rulings.filter(({ by }) => by.key === key).flatMap(reviewRuling),
    }))
}

function reviewRuling({ finding, verdict, correction, note, sentence, at }: DeskRuling) {
  if (verdict === 'none') return []
  return [{ target: { kind: 'finding', finding } as const, verdict, correction, note, at: iso(at), sentence }]
}

type Parted = {
  readonly finding: string
  readonly sentence: string
  readonly rulings: readonly DeskRuling[]
}

/** Findings on which two people who are sure say different things. */
export function partedOf(rulings: readonly DeskRuling[]): readonly Parted[] {
  const sure = rulings.filter(({ verdict }) => verdict !== 'unsure' && verdict !== 'none')
  return [...new Set(sure.map(({ finding }) => finding))].flatMap((finding) => {
    const said = sure.filter((one) => one.finding === finding)
    const differ = new Set(said.map(({ verdict }) => verdict)).size > 1
    return differ ? [{ finding, sentence: said[0]?.sentence ?? '', rulings: said }] : []
  })
}
