/**
 * Nouns that outlets choose between for one kind of thing, and the nouns that say who a person is. Own lists, general
 * news English. A set is used only where its words name one thing for sure enough: `same` says by what.
 */
export type NamingSet = {
  /** What the set names, for "Reports name … differently". */
  readonly referent: string
  readonly heads: ReadonlySet<string>
  /** `event`: one such thing is what the event is about; `place`: the same name follows "of". */
  readonly same: 'event' | 'place'
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const namingSets: readonly NamingSet[] = [
  { referent: 'the war', heads: set('war conflict invasion operation aggression'), same: 'event' },
  {
    referent: 'the plan',
    heads: set('plan proposal blueprint initiative offer framework roadmap scheme'),
    same: 'event',
  },
  {
    referent: 'the taking of',
    heads: set('capture seizure fall liberation occupation conquest taking recapture'),
    same: 'place',
  },
  {
    referent: 'the fighters',
    heads: set('militants fighters rebels terrorists insurgents gunmen separatists partisans'),
    same: 'event',
  },
  {
    referent: 'the people on the move',
    heads: set('migrants refugees immigrants aliens caravan asylum-seekers'),
    same: 'event',
  },
  {
    referent: 'the protest',
    heads: set('protest riot demonstration rally unrest uprising march'),
    same: 'event',
  },
  { referent: 'the strike', heads: set('strike walkout stoppage'), same: 'event' },
  { referent: 'the agreement', heads: set('accord deal settlement pact capitulation'), same: 'event' },
]

/** Heads of the phrases that say who a person is. */
export const roleNouns: ReadonlySet<string> = set(
  `envoy aide adviser advisor diplomat representative investor developer lawyer professor teacher scientist analyst economist historian expert scholar academic activist leader chief head chairman chairwoman chair boss director founder billionaire businessman businesswoman businessperson tycoon negotiator mediator troubleshooter fixer fixer-in-chief man point-man woman friend ally confidant confidante critic rival opponent spokesman spokeswoman spokesperson minister secretary mayor governor general commander officer soldier veteran strongman dictator autocrat president politician lawmaker candidate journalist author doctor nurse worker docker farmer student son-in-law son daughter wife husband mother father brother sister widow suspect gunman attacker shooter killer victim criminal terrorist militant refugee migrant resident hand`.replace(
    /\s+/gu,
    ' ',
  ),
)
