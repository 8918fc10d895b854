/** People matched over the reports of an event. */
import { samePersonName } from '../../english/names.js'
import { ranks, roles, titleWords } from '../../english/roles.js'
import type { Bearer, Described } from './bearers.js'

type Cluster = { readonly fullest: Bearer; readonly members: Bearer[] }

/** Namesakes beyond this many are a list of names, or a hostile page: the rest stay apart. */
const mostNamesakes = 50

export function people(bearers: readonly Bearer[]): readonly (readonly Bearer[])[] {
  const clusters: Cluster[] = []
  const index = new Map<string, Cluster[]>()
  const settle = (bearer: Bearer, home: Cluster | undefined): void => {
    const cluster = home ?? { fullest: bearer, members: [] }
    cluster.members.push(bearer)
    if (!home) clusters.push(cluster)
    for (const key of keysOf(bearer)) {
      const list = index.get(key)
      if (!list) index.set(key, [cluster])
      else if (list.length < mostNamesakes && !list.includes(cluster)) list.push(cluster)
    }
  }
  const known = (bearer: Bearer): readonly Cluster[] => [
    ...new Set(keysOf(bearer).flatMap((key) => index.get(key) ?? [])),
  ]
  for (const bearer of bearers.filter((one) => !isBare(one)))
    settle(bearer, only(known(bearer).filter((cluster) => cluster.members.every((one) => fits(one, bearer)))))
  const full = new Set(clusters)
  for (const bearer of bearers.filter(isBare)) settle(bearer, homeOfBare(known(bearer), full, bearer))
  return clusters.map(({ members }) => members)
}

function isBare({ person }: Bearer): boolean {
  return person.given.length === 0
}

/** Family name; all letters of the name. */
function keysOf({ key, family }: Bearer): readonly string[] {
  return [`family ${family}`, `letters ${key.replace(/[^\p{L}]/gu, '')}`]
}

function only(clusters: readonly Cluster[]): Cluster | undefined {
  return clusters.length === 1 ? clusters[0] : undefined
}

/** Two full names that can be one person's: by the parts of the name, or letter by letter ("Kim Jong-un", "Kim Jong Un"). */
function fits(a: Bearer, b: Bearer): boolean {
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return false
  if (a.key.replace(/[^\p{L}]/gu, '') === b.key.replace(/[^\p{L}]/gu, '')) return true
  return a.family === b.family && samePersonName(a.person, b.person)
}

/** The one cluster that a family name alone belongs to; none where a report keeps the two apart, or two bear it in full. */
function homeOfBare(
  clusters: readonly Cluster[],
  full: ReadonlySet<Cluster>,
  bearer: Bearer,
): Cluster | undefined {
  const named = clusters.filter((cluster) => full.has(cluster))
  const open = (named.length > 0 ? named : clusters).filter(
    ({ members }) => !members.some(({ view }) => view === bearer.view),
  )
  if (named.length === 0) return only(open.filter((cluster) => agree(cluster, bearer)))
  const tied = named.filter((cluster) => sharesOffice(cluster, bearer))
  if (tied.length > 0) {
    return only(tied.filter((cluster) => open.includes(cluster) && agree(cluster, bearer)))
  }
  if (named.length > 1 || hasOffice(bearer)) return undefined
  return only(open.filter((cluster) => agree(cluster, bearer) && goesByFamilyName(cluster)))
}

function agree({ members }: Cluster, bearer: Bearer): boolean {
  return members.every(({ gender }) => gender === null || bearer.gender === null || gender === bearer.gender)
}

const address = new Set('mr mrs ms mx miss sir lord lady'.split(' '))

function hasOffice({ titles }: Bearer): boolean {
  return [...titles].some((title) => !address.has(title))
}

/** Both have a title or description with the same office in the same rank. */
function sharesOffice({ members }: Cluster, { described }: Bearer): boolean {
  return members.some((one) => one.described.some((a) => described.some((b) => isSameOffice(a, b))))
}

function isSameOffice(a: Described, b: Described): boolean {
  const office = [...a.offices].some(
    (word) => b.offices.has(word) && !address.has(word) && (roles.has(word) || titleWords.has(word)),
  )
  return office && [...ranks].every((rank) => a.words.has(rank) === b.words.has(rank))
}

/** A report that names the person in full goes on with the family name. */
function goesByFamilyName({ fullest, members }: Cluster): boolean {
  const surname = fullest.person.surname
  return members.some(({ view, mentions }) =>
    mentions.some(({ start, end }) => view.text.slice(start, end).toLowerCase() === surname),
  )
}
