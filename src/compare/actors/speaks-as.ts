/**
 * As whom an actor speaks: by the titles and descriptions that the reports give it, by the words of a body's name.
 *
 * In: an Identity and what is said of it. Out: a VoiceClass. Never: a class from outside the reports.
 */
import { voiceClassOf } from '../../english/telling-verbs.js'
import { VoiceClass } from '../../model/actor.js'
import { knownPlace } from '../../english/places.js'
import type { Description } from './descriptions.js'
import type { Identity } from './identities.js'
import { countsOf } from '../../text/grouped.js'

/** `nouns`: by which the reports mean a group, singular. */
export function speaksAs(
  { kind, name, bearers }: Pick<Identity, 'kind' | 'name' | 'bearers'>,
  descriptions: readonly Description[],
  nouns: readonly string[],
): VoiceClass {
  if (kind === 'place') return knownPlace(name) ? 'official' : 'other'
  const titles = bearers.flatMap((bearer) => [...bearer.titles])
  const heads = descriptions.flatMap((one) => (one.kind === 'apposition' ? [one.head.lemma] : []))
  const words = wordsFor(kind, { titles: titles.map(lastWord), heads, nouns, name })
  const counts = countsOf(words.flatMap((word) => voiceClassOf(word) ?? []))
  const most = Math.max(0, ...counts.values())
  // Of classes that are given equally often the one listed first.
  return VoiceClass.options.find((one) => most > 0 && counts.get(one) === most) ?? 'other'
}

type Said = Readonly<Record<'titles' | 'heads' | 'nouns', readonly string[]>> & { readonly name: string }

function wordsFor(kind: Identity['kind'], { titles, heads, nouns, name }: Said): readonly string[] {
  if (kind === 'group') return nouns
  return kind === 'person' ? [...titles, ...heads] : [...heads, ...wordsOf(name)]
}

function lastWord(title: string): string {
  return title.split(' ').at(-1) ?? title
}

/** The last word of a body's name first, and the one before "of": `department` of "Department of Justice". */
function wordsOf(name: string): readonly string[] {
  const words = name.toLowerCase().split(/[\s-]+/u)
  const of = words.indexOf('of')
  return [words.at(-1) ?? '', ...(of > 0 ? [words[of - 1] ?? ''] : [])]
}
