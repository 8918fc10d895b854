/** The party and state behind a politician’s name: "(R-Ohio)", ", D-Calif.,", ", Republican of South Carolina,". */
import { knownPlace } from './places.js'

/** Parties whose members go by their name, with the adjective; "the Republican nominee" is no Democrat. */
const parties: Readonly<Record<string, string>> = {
  d: 'democrat',
  r: 'republican',
  i: 'independent',
  democrat: 'democrat',
  democratic: 'democrat',
  republican: 'republican',
  gop: 'republican',
  independent: 'independent',
}

/** Null for a word that names no party. */
export function partyOf(word: string): string | null {
  return parties[word.toLowerCase()] ?? null
}

type PartyAndState = { readonly party: string; readonly words: readonly string[] }

const furthest = 40
const short = /^,?\s\(?([DRI])-([\p{Lu}][\p{L}.]+(?: [\p{Lu}][\p{L}.]+)?)/u
const long =
  /^,\s(?:a )?(Democrat|Republican|[Ii]ndependent) (?:of|from) ([\p{Lu}][\p{L}]+(?: [\p{Lu}][\p{L}]+)?)/u

export function partyBehind(text: string, end: number): PartyAndState | null {
  const behind = text.slice(end, end + furthest)
  const [, name = '', place = ''] = short.exec(behind) ?? long.exec(behind) ?? []
  const party = partyOf(name)
  if (party === null) return null
  const state = knownPlace(place)?.name ?? place
  return { party, words: [party, ...state.toLowerCase().split(' ')] }
}
