/** Word lists that carry the direction of a clause. Own lists, general news English. */
import { stem } from '../text/stem.js'

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
const stems = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stem))

export const negations =
  list(`not no never nobody none nothing neither nor without cannot n't don't doesn't didn't
  isn't aren't wasn't weren't won't wouldn't can't couldn't haven't hasn't hadn't shouldn't mustn't hardly`)

export const conditions = list('if unless until provided providing whenever once')
export const opposing = list('but however although though yet while whereas nevertheless despite except')
export const hedges =
  list(`may might could perhaps possibly probably likely apparently appears appear appeared seems
  seem seemed seemingly reportedly allegedly alleged suspected believed suggests suggest suggested potentially
  presumably purportedly rumoured rumored`)
/** Whether a word hedges where it stands: "May" with a capital is the month. */
export function isHedge({ norm, proper }: { readonly norm: string; readonly proper: boolean }): boolean {
  return hedges.has(norm) && !(norm === 'may' && proper)
}
/** Hedges that make a clause an allegation rather than an estimate. */
export const allegationWords = stems(
  'allege alleged allegedly accuse accused accusation suspect suspected claim claimed',
)

/** Words of doubt that say nothing of the matter itself. */
export const doubtWords: ReadonlySet<string> = new Set([
  ...hedges,
  ...list('could believed thought expected understood reported presumed assumed feared rumoured rumored'),
])

/** Wrongdoing and blame: what should not be told as fact when another report credits it to somebody. */
export const accusatory =
  stems(`corruption bribery bribe graft fraud scandal crime criminal guilty steal stole stolen theft
  lie lied deceive coach coached leak leaked cheat abuse abused assault rape murder
  violate violation illegal unlawful fault negligence sabotage threat threaten
  misconduct conspire conspiracy collude collusion spy plot cover-up torture massacre atrocity genocide war-crime
  terror terrorist harass harassment discriminate discrimination racist embezzle launder smuggle`)
/** Harm and who answers for it: words that tell what happened as often as they accuse. */
export const harm =
  stems(`kill killed attack attacks attacked blame escalate resign resigned fired dismissed accident injure injured
  wound crush crushed cause caused`)
