/** Who is one and the same over several reports, and what each has him, her or it do. */
import { describe, expect, test } from 'vitest'
import { annotate } from '../../src/annotate/annotate.js'
import { actorsOf } from '../../src/compare/actors/actors.js'
import { viewsOf } from '../../src/likeness/view.js'
import type { Actor, ActorInArticle } from '../../src/model/actor.js'
import { articleOf } from '../annotate/article.js'

/** Reports by outlet, each a headline and paragraphs. */
function actors(reports: Readonly<Record<string, string>>): readonly Actor[] {
  const articles = Object.entries(reports).map(([name, text]) =>
    annotate(articleOf(text, ['headline'], { id: `a-${name}`, outlet: { id: name, name } }), { zone: 'UTC' }),
  )
  const views = viewsOf(articles)
  return actorsOf({ views })
}

/** Names of actors with the reports that mean them. */
function who(found: readonly Actor[], kind: Actor['kind'] = 'person'): Record<string, string> {
  return Object.fromEntries(
    found
      .filter((actor) => actor.kind === kind)
      .map(({ name, byArticle }) => [
        name,
        Object.keys(byArticle)
          .map((id) => id.slice(2))
          .join(' '),
      ]),
  )
}

function inReport(found: readonly Actor[], name: string, report: string): ActorInArticle | undefined {
  return found.find((actor) => actor.name === name)?.byArticle[`a-${report}`]
}

describe('two people of one family name', () => {
  const found = actors({
    x: 'Ferry deal signed\n\nAnn Lowe, the mayor of Varrick, signed the deal. Lowe thanked the crews.',
    y: 'Pilot praises deal\n\nTim Lowe, a pilot, praised the deal on Monday. Lowe has sailed for years.',
    z: 'Lowe signs\n\nMayor Lowe signed the deal in Varrick after long talks with the crews.',
    w: 'Deal\n\nLowe watched the crews leave the harbour, and the deal was read aloud.',
  })

  test('stay two, and a family name alone is neither', () => {
    expect(who(found)).toEqual({ 'Ann Lowe': 'x z', 'Tim Lowe': 'y', Lowe: 'w' })
  })

  test('where a title says which of them is meant, it is that one', () => {
    expect(inReport(found, 'Ann Lowe', 'z')?.labels.map(({ words }) => words)).toContain('Mayor Lowe')
  })
})

test('a wife is not her husband, whoever is named in full', () => {
  const found = actors({
    x: 'Senator resigns\n\nHis wife, Ann Lowe, spoke to reporters on Monday. She thanked the crews.',
    y: 'Senator resigns\n\nMr. Lowe resigned on Monday. Mr. Lowe had been a senator for years.',
  })
  expect(who(found)).toEqual({ 'Ann Lowe': 'x', Lowe: 'y' })
})

describe('a person who changes office', () => {
  const found = actors({
    x: 'Court hears Bell\n\nFormer Governor Ada Bell testified on Monday. The former governor denied the charges.',
    y: 'Senator Bell testifies\n\nSen. Ada Bell testified on Monday. The senator denied everything.',
    z: 'Rusk to sue\n\nGov. Omar Rusk sued Ada Bell, the former governor, on Monday. The governor wants the money back.',
  })

  test('is one person', () => {
    expect(who(found)).toEqual({ 'Ada Bell': 'x y z', 'Omar Rusk': 'z' })
  })

  test('and neither the office of the holder nor the holder of the office', () => {
    const labels = (name: string, report: string): readonly string[] =>
      (inReport(found, name, report)?.labels ?? [])
        .filter(({ kind }) => kind === 'role')
        .map(({ words }) => words)
    expect(labels('Ada Bell', 'x')).toEqual(['former governor'])
    expect(labels('Ada Bell', 'y')).toEqual(['senator'])
    expect(labels('Omar Rusk', 'z')).toEqual(['governor'])
    expect(labels('Ada Bell', 'z')).toEqual([])
  })
})

test('an aide to the president is not the president', () => {
  const found = actors({
    x: 'Talks end\n\nTim Falk, an aide to the Varrish president, spoke to reporters. The Varrish president left at dawn.',
  })
  const labels = inReport(found, 'Tim Falk', 'x')?.labels.map(({ words }) => words)
  expect(labels).toEqual(['Tim Falk'])
})

describe('a body and its spokesman', () => {
  const found = actors({
    x: 'Agency delays ruling\n\nThe Internal Harbour Service delayed the ruling. “We need time,” said Piet Kramer, a spokesman for the Internal Harbour Service.',
    y: 'IHS delays ruling\n\nThe I.H.S. delayed the ruling on Monday, and the crews were angry with the IHS.',
  })

  test('are two, and the acronym, with or without stops, is the body', () => {
    expect(who(found, 'organisation')).toEqual({ 'Internal Harbour Service': 'x y' })
    expect(who(found)).toEqual({ 'Piet Kramer': 'x' })
  })

  test('what the spokesman says is his', () => {
    expect(inReport(found, 'Piet Kramer', 'x')?.heard).toMatchObject({ direct: 3, indirect: 0 })
    expect(inReport(found, 'Internal Harbour Service', 'x')?.heard.quotes).toEqual([])
  })
})

test('a name in two scripts, in two transliterations, with hyphens or without is one', () => {
  const found = actors({
    x: 'Talks in Varrick\n\nOleksandr Zelenko met the envoy. Kim Jae-ho was there, and Zelenko left early.',
    y: 'Talks end\n\nThe envoy met Олександр Зеленко on Monday. Kim Jae Ho was there.',
    z: 'Talks fail\n\nOleksandr Zelenko met the envoy on Monday, Kim Jae-ho said.',
  })
  expect(who(found)).toMatchObject({ 'Oleksandr Zelenko': 'x y z', 'Kim Jae-ho': 'x y z' })
})

describe('what a report says of an actor', () => {
  const found = actors({
    x: 'Mayor fired\n\nAnn Lowe, the combative mayor, was fired on Sunday. On Monday Ann Lowe, who refused to sign the deal, walked away from the table. Ann Lowe is a critic of the union.',
    y: 'Governor fires mayor\n\nGov. Omar Rusk fired the embattled mayor, Ann Lowe, on Monday. The mayor did not sign the deal.',
  })
  const mayor = (report: string): ActorInArticle | undefined => inReport(found, 'Ann Lowe', report)

  test('modifiers of each kind, each at its place', () => {
    expect(mayor('x')?.modifiers.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      'apposition: combative mayor',
      'clause: who refused to sign the deal',
      'predicate: critic of the union',
    ])
    expect(mayor('y')?.modifiers.map(({ words }) => words)).toEqual(['embattled mayor'])
  })

  test('a description has its rank', () => {
    const told = actors({
      x: 'Fund to close\n\nThe fund will close, acting harbour chief of staff Tim Hale told reporters.',
    })
    const words = inReport(told, 'Tim Hale', 'x')?.modifiers.map((one) => one.words)
    expect(words).toEqual(['acting harbour chief of staff'])
  })

  test('acts with their direction, passive, denial and the other side, if it is named', () => {
    const acts = (report: string): readonly string[] =>
      (mayor(report)?.acts ?? []).map(
        ({ direction, passive, negated, verb, other }) =>
          `${direction}${passive ? ', passive' : ''}${negated ? ', denied' : ''}: ${verb} ${other ?? '-'}`,
      )
    expect(acts('x')).toEqual([
      'undergoes, passive: fire -',
      'does: walk away -',
      'does, denied: refuse to sign the deal',
    ])
    expect(acts('y')).toEqual(['undergoes: fire Gov. Omar Rusk', 'does, denied: sign the deal'])
  })

  test('the place of first mention', () => {
    expect(mayor('x')?.first.part).toBe('lead')
    expect(found.find(({ name }) => name === 'Ann Lowe')?.speaksAs).toBe('official')
  })
})

test('the order of the reports changes nothing', () => {
  const reports = {
    x: 'Deal signed\n\nAnn Lowe, the mayor, signed. Tim Lowe watched.',
    y: 'Lowe signs\n\nMayor Lowe signed the deal. J. Rusk was there.',
    z: 'Rusk signs\n\nJane Rusk and John Rusk signed for the crews.',
  }
  const turned = Object.fromEntries(Object.entries(reports).toReversed())
  expect(actors(turned)).toEqual(actors(reports))
  expect(who(actors(reports))).toMatchObject({ 'J. Rusk': 'y', 'John Rusk': 'z', 'Jane Rusk': 'z' })
})

test('a name with a nickname in marks is one name, and one person with either half', () => {
  const found = actors({
    x: 'Bill signed\n\nWilliam “Bill” Tessler, a lobbyist, praised the bill. Tessler was pleased.',
    y: 'Bill signed\n\nBill Tessler praised the bill on Monday.',
  })
  expect(who(found)).toEqual({ 'William “Bill” Tessler': 'x y' })
})

test('a name and the same in another script beside it are one person', () => {
  const found = actors({
    x: 'Talks in Varrick\n\nKyrylo Budenko (Кирило Буденко) met the envoy. Budenko left early.',
  })
  expect(who(found)).toEqual({ 'Kyrylo Budenko': 'x' })
})

test('where somebody is from is no person', () => {
  const found = actors({
    x: 'Governor signs\n\nGov. Ann Lowe of Arden, the Arden Republican, signed the bill. “It is done,” she said.',
  })
  expect(who(found)).toEqual({ 'Ann Lowe': 'x' })
})
