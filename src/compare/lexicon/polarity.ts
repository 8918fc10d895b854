/** Word lists that carry the direction of a clause. Own lists, general news English. */
import { stem } from '../../text/stem.js'

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
const stems = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stem))

export const negations =
  list(`not no never nobody none nothing neither nor without cannot n't don't doesn't didn't
  isn't aren't wasn't weren't won't wouldn't can't couldn't haven't hasn't hadn't shouldn't mustn't hardly`)

export const conditions = list('if unless until provided providing whenever once')
export const opposing = list('but however although though yet while whereas nevertheless despite except')
export const hedges =
  list(`may might could perhaps possibly probably likely apparently appears appear appeared seems
  seem seemed seemingly reportedly allegedly alleged suspected believed suggests suggest suggested some potentially
  presumably purportedly rumoured rumored`)
/** Hedges that make a clause an allegation rather than an estimate. */
export const allegationWords = stems(
  'allege alleged allegedly accuse accused accusation suspect suspected claim claimed',
)

/** Wrongdoing, blame or harm: what should not be told as fact when another report credits it to somebody. */
export const accusatory =
  stems(`corruption bribery bribe graft fraud scandal crime criminal guilty steal stolen theft
  lie lied deceive coach coached leak leaked cheat abuse abused assault rape murder kill killed attack attacks attacked
  violate violation illegal unlawful blame fault negligence sabotage threat threaten resign resigned fired dismissed
  misconduct conspire conspiracy collude collusion spy plot cover-up torture massacre atrocity genocide war-crime
  escalate terror terrorist harass harassment discriminate discrimination racist embezzle launder smuggle traffic
  accident injure injured wound crush crushed cause caused tilt tilted lean leaned cut planned`)

/** Verb families whose members stand on two sides of one question. */
export const sides: readonly {
  readonly name: string
  readonly yes: ReadonlySet<string>
  readonly no: ReadonlySet<string>
}[] = [
  { name: 'agree', yes: stems('agree agreed agreement consent'), no: stems('disagree refuse refused') },
  {
    name: 'reject',
    yes: stems(
      'accept accepted accepts acceptable welcome welcomed approve approved support supported endorse endorsed favour favor',
    ),
    no: stems(
      'reject rejected rejects refuse refused refusal oppose opposed opposes rebuff rebuffed decline declined veto vetoed block blocked exclude excluded',
    ),
  },
  {
    name: 'confirm',
    yes: stems('confirm confirmed acknowledge acknowledged concede conceded'),
    no: stems('deny denied denies dispute disputed'),
  },
  {
    name: 'rise',
    yes: stems('rise rose risen increase increased climb climbed grow grew grown gain gained surge'),
    no: stems('drop dropped decrease decreased decline shrink shrank lose lost'),
  },
  { name: 'win', yes: stems('win won winning victory'), no: stems('lose lost losing defeat defeated') },
  { name: 'open', yes: stems('open opened reopen reopened'), no: stems('close closed shut') },
  {
    name: 'start',
    yes: stems('start started begin began begun continue continued resume resumed'),
    no: stems('stop stopped halt halted cancel cancelled canceled suspend suspended end ended break broke'),
  },
  { name: 'alive', yes: stems('survive survived alive'), no: stems('die died dead killed') },
  { name: 'guilty', yes: stems('guilty convicted'), no: stems('acquitted innocent') },
  {
    name: 'allow',
    yes: stems('allow allowed permit permitted let'),
    no: stems('ban banned forbid forbidden bar barred prohibit prohibited prevent'),
  },
  { name: 'closer', yes: stems('closer converge'), no: stems('apart stalled deadlock') },
]
