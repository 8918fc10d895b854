/**
 * Cue words: lemma of a verb, noun or phrase that introduces what somebody tells, asks, wants or thinks, with the
 * stance it lends to the teller or to what is told.
 *
 * Source: this project's own list. Classes follow Thompson and Ye (1991, the writer's stance: endorsing, doubting, neutral),
 * Kiparsky and Kiparsky (1970, factives: conceding, endorsing), Hooper (1975, assertives: insisting, denying) and
 * Caldas-Coulthard (1994, expressive and paralinguistic verbs: emotive); a verb not listed is `neutral`. Licence: as the
 * package (MIT).
 */
import type { CueStance } from '../model/annotation.js'

const byStance: Readonly<Record<CueStance, string>> = {
  neutral:
    'say tell add ask write tweet note state report announce explain continue reply respond answer describe remark ' +
    'comment observe mention recall recount relate post read conclude suggest indicate think believe know expect ' +
    'predict propose recommend promise pledge vow offer plan hope want wish intend call declare inform cite quote ' +
    'testify speak talk discuss claim# argue# feel see find consider learn hear understand repeat reiterate joke ' +
    'email text message release publish estimate forecast project caution begin interject chime opine figure guess ' +
    'reckon wonder agree decide demand# request order instruct advise urge# signal hint imply outline detail ' +
    'disclose clarify specify elaborate brief relay according-to per',
  doubting:
    'claim allege purport assert contend maintain speculate suspect suppose pretend profess accuse insinuate',
  endorsing:
    'confirm show prove reveal point-out demonstrate establish verify realize recognize remind highlight',
  conceding: 'acknowledge admit concede confess allow grant own-up apologize accept',
  insisting:
    'insist stress emphasize underline underscore warn argue urge demand reaffirm vow swear assure press',
  denying:
    'deny reject dispute refute rebut dismiss refuse decline disagree contradict doubt question oppose object',
  emotive:
    'fear worry lament complain boast brag rant blast slam denounce decry criticize condemn attack praise hail ' +
    'celebrate thank cheer gloat fume scoff quip mock ridicule cry exclaim shout yell scream whisper murmur mutter ' +
    'sigh laugh snap bark growl protest bemoan deplore regret welcome applaud rejoice plead beg grumble sneer crow',
}

const stances = new Map<string, CueStance>()
for (const [stance, words] of Object.entries(byStance) as [CueStance, string][])
  for (const word of words.split(' ')) {
    const lemma = word.replace('#', '').replace('-', ' ')
    if (!word.endsWith('#') && (!stances.has(lemma) || stance !== 'neutral')) stances.set(lemma, stance)
  }

/** Nouns of telling and wanting with the verb whose stance they have. */
const verbOfNoun: ReadonlyMap<string, string> = new Map(
  (
    'accusation:accuse acknowledgement:acknowledge admission:admit allegation:allege announcement:announce ' +
    'argument:argue assertion:assert assurance:assure belief:believe claim:claim complaint:complain conclusion:conclude ' +
    'concern:worry concession:concede confirmation:confirm contention:contend denial:deny estimate:estimate ' +
    'expectation:expect fear:fear forecast:forecast hope:hope insistence:insist insinuation:insinuate ' +
    'pledge:pledge prediction:predict promise:promise remark:remark report:report speculation:speculate ' +
    'statement:state suggestion:suggest suspicion:suspect testimony:testify vow:vow warning:warn worry:worry'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

export const tellingNouns: ReadonlySet<string> = new Set(verbOfNoun.keys())

/** Stance of a listed cue, null for a word the list does not hold. */
export function stanceOf(lemma: string): CueStance | null {
  return stances.get(lemma) ?? null
}

/** Stance of a cue by its lemma; a noun of telling, in the plural too, has that of its verb; `neutral` beyond the list. */
export function cueStance(lemma: string): CueStance {
  const verb = verbOfNoun.get(lemma) ?? verbOfNoun.get(lemma.replace(/s$/u, ''))
  return stanceOf(lemma) ?? stanceOf(verb ?? '') ?? 'neutral'
}

/** Verbs that take an utterance or a that-clause nearly always. */
export const speechVerbs: ReadonlySet<string> = new Set(
  (
    'say tell add write tweet note state announce explain reply respond remark observe recall conclude suggest ' +
    'argue claim allege assert contend maintain insist stress emphasize warn acknowledge admit concede confess deny ' +
    'confirm believe think predict declare testify reiterate joke quip caution complain lament boast interject ' +
    'exclaim ask continue estimate report reveal vow'
  ).split(' '),
)

/** Verbs that tell by the word they take: "made clear", "gave assurances". The word's lemma, for each verb's. */
const lightCues: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    make: 'clear plain known public explicit',
    give: 'assurance notice warning word evidence',
    issue: 'warning statement reminder denial apology',
    offer: 'assurance apology',
    voice: 'concern fear hope doubt support regret alarm',
    express: 'concern fear hope doubt support regret alarm confidence',
    sound: 'alarm warning',
    raise: 'concern fear doubt',
  }).map(([verb, words]) => [verb, new Set(words.split(' '))]),
)

/** Whether words, by their lemmas, are such a verb and end with a word it takes. */
export function isLightCue(lemmas: readonly string[]): boolean {
  const last = lemmas.at(-1) ?? ''
  return lemmas.slice(0, -1).some((lemma) => lightCues.get(lemma)?.has(last) ?? false)
}
