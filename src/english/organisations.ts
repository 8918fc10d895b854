/**
 * Names of organisations compared.
 *
 * In: names as printed. Out: a key that spellings, acronyms and corporate endings share, or yes or no.
 * Never: links a short form to a longer name by one common word alone.
 */
import { fold } from '../text/fold.js'

/** Well-known bodies: the name all spellings are led back to, then the others. Own list. */
const aliasGroups: readonly (readonly string[])[] = `
United Nations|UN|U.N.
European Union|EU|E.U.
NATO|North Atlantic Treaty Organization|North Atlantic Treaty Organisation|Nato
World Health Organization|World Health Organisation|WHO
International Monetary Fund|IMF
Federal Bureau of Investigation|FBI
Central Intelligence Agency|CIA
National Security Agency|NSA
Department of Justice|Justice Department|DOJ
Department of Defense|Defense Department|Pentagon|DoD|Department of War
Department of State|State Department
Department of Homeland Security|Homeland Security Department|DHS
Department of the Treasury|Treasury Department|U.S. Treasury
Environmental Protection Agency|EPA
Food and Drug Administration|FDA
Centers for Disease Control and Prevention|CDC|Centers for Disease Control
Democratic National Committee|DNC
Republican National Committee|RNC
Republican Party|GOP
Associated Press|AP|The Associated Press
British Broadcasting Corporation|BBC
New York Times|The New York Times|The Times of New York
Agence France-Presse|AFP
International Atomic Energy Agency|IAEA
International Criminal Court|ICC
World Trade Organization|World Trade Organisation|WTO
Organization for Security and Co-operation in Europe|OSCE
European Central Bank|ECB
Federal Reserve|Fed|U.S. Federal Reserve
Securities and Exchange Commission|SEC
House of Representatives|U.S. House|US House
Supreme Court|U.S. Supreme Court|US Supreme Court
National Rifle Association|NRA
Immigration and Customs Enforcement|ICE
Islamic State|ISIS|ISIL|Islamic State group|Daesh
Palestine Liberation Organization|PLO
Federal Security Service|FSB
International Olympic Committee|IOC
National Football League|NFL
National Basketball Association|NBA
National Aeronautics and Space Administration|NASA|Nasa
`
  .trim()
  .split('\n')
  .map((line) => line.split('|'))

const canonical = new Map<string, string>()
for (const group of aliasGroups)
  for (const name of group) canonical.set(bareOrganisation(name), bareOrganisation(group[0] ?? name))

/** Folded name without article and corporate ending: `acme` for `Acme Inc.` */
function bareOrganisation(name: string): string {
  return fold(name)
    .replace(/'s?$/, '')
    .replace(/^the /, '')
    .replace(/,? (?:inc|corp|corporation|co|company|ltd|limited|llc|plc|ag|gmbh|sa|group|holdings)$/, '')
}

/** `united nations` for UN, U.N. and the United Nations. */
export function organisationKey(name: string): string {
  const bare = bareOrganisation(name)
  return canonical.get(bare) ?? bare
}

const small = new Set('of the and for on in to de la'.split(' '))

/** The acronym a name of several words would have, or null: `European Union` → `eu`. */
export function acronymOf(name: string): string | null {
  const words = fold(name)
    .split(/[\s-]+/)
    .filter((word) => word !== '' && !small.has(word))
  return words.length < 2 ? null : words.map((word) => word.charAt(0)).join('')
}

export function sameOrganisation(a: string, b: string): boolean {
  if (organisationKey(a) === organisationKey(b)) return true
  return isAcronymFor(a, b) || isAcronymFor(b, a)
}

/** Two letters fit too many names; the well-known pairs of two letters are in the list. */
function isAcronymFor(short: string, long: string): boolean {
  const letters = short.replace(/\./g, '')
  return /^\p{Lu}{3,}$/u.test(letters) && acronymOf(long) === letters.toLowerCase()
}
