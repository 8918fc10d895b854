/** Propositions from drawn trees: roles, passives, sharing, denial, conditions, credits. */
import { expect, test } from 'vitest'
import { propositionsOf } from '../../src/english/propositions/propositions.js'
import { drawPropositions, drawTree } from './drawn-tree.js'

function read(drawing: string): string[] {
  const { text, tree } = drawTree(drawing)
  return drawPropositions(text, propositionsOf(tree))
}

test('a verb that governs another one is read into it, with its denial and who told it', () => {
  expect(
    read(
      'Police_NNS:nsubj>refused refused_VBD:ccomp>said to_TO:mark>sign sign_VB:xcomp>refused the_DT:det>deal deal_NN:obj>sign ' +
        'the_DT:det>union union_NN:nsubj>said said_VBD',
    ),
  ).toEqual([
    'refuse > sign: subject Police, object the deal; not (refused); say by the union',
    'say: complement Police refused to sign the deal, subject the union',
  ])
})

test('a passive is turned round', () => {
  expect(
    read(
      'The_DT:det>bridge bridge_NN:nsubj:pass>destroyed was_VBD:aux:pass>destroyed destroyed_VBN by_IN:case>troops ' +
        'troops_NNS:obl:agent>destroyed in_IN:case>May May_NNP:obl>destroyed',
    ),
  ).toEqual(['destroy: object The bridge, subject troops, time May'])
})

test('coordinated verbs share subject, helper and negation; coordinated nouns are several', () => {
  expect(
    read(
      'Ann_NNP:nsubj>sign and_CC:cc>Tim Tim_NNP:conj>Ann did_VBD:aux>sign not_RB:advmod>sign sign_VB or_CC:cc>read ' +
        'read_VB:conj>sign it_PRP:obj>read',
    ),
  ).toEqual([
    'sign: subject Ann, subject Tim; not (not)',
    'read: subject Ann, subject Tim, object it; not (not)',
  ])
})

test('"has yet to" denies, "not yet" once', () => {
  expect(
    read('Ann_NNP:nsubj>sign has_VBZ:aux>sign yet_RB:advmod>sign to_TO:mark>sign sign_VB it_PRP:obj>sign'),
  ).toEqual(['sign: subject Ann, object it; not (yet)'])
  expect(
    read('Ann_NNP:nsubj>signed has_VBZ:aux>signed not_RB:advmod>signed yet_RB:advmod>signed signed_VBN'),
  ).toEqual([expect.stringContaining('not (not)')])
})

test('a relative clause has its noun in the place of the pronoun, or of the object it lacks', () => {
  expect(
    read(
      'Rebels_NNS:nsubj>left who_WP:nsubj>held held_VBD:acl:relcl>Rebels the_DT:det>town town_NN:obj>held left_VBD',
    ),
  ).toEqual(['hold: subject Rebels, object the town', 'leave: subject Rebels'])
  expect(
    read('The_DT:det>deal deal_NN:nsubj>failed he_PRP:nsubj>signed signed_VBD:acl:relcl>deal failed_VBD'),
  ).toEqual(['sign: object The deal, subject he', 'fail: subject The deal'])
})

test('"no one", "without" and "never" deny', () => {
  expect(read('No_DT:det>one one_NN:nsubj:pass>killed was_VBD:aux:pass>killed killed_VBN')).toEqual([
    'kill: object No one; not (No)',
  ])
  expect(
    read('She_PRP:nsubj>left left_VBD without_IN:mark>paying paying_VBG:advcl>left anything_NN:obj>paying'),
  ).toEqual(['leave: subject She', 'pay: subject She, object anything; not (without)'])
})

test('"not one of them" denies, "not only" and "cannot help but" do not', () => {
  expect(
    read(
      'Not_RB:advmod>one one_CD:nsubj>voted of_IN:case>them them_PRP:nmod>one voted_VBD for_IN:case>it it_PRP:obl>voted',
    ),
  ).toEqual(['vote: subject one of them, oblique it; not (Not)'])
  // Behind a verb it is the verb's, whatever the parse: "that is not the aim, peace is".
  expect(read('That_PRP:nsubj>peace is_VBZ:cop>peace not_RB:advmod>aim aim_NN:nsubj>peace peace_NN')).toEqual(
    [expect.not.stringContaining('not (')],
  )
  expect(
    read(
      'Not_RB:advmod>Ann only_RB:advmod>Ann Ann_NNP:nsubj>voted voted_VBD for_IN:case>it it_PRP:obl>voted',
    ),
  ).toEqual([expect.not.stringContaining('not (')])
  expect(
    read(
      'He_PRP:nsubj>help can_MD:aux>help not_RB:advmod>help help_VB but_CC:cc>think think_VB:conj>help so_RB:advmod>think',
    ),
  ).toEqual([expect.not.stringContaining('not ('), expect.not.stringContaining('not (')])
})

test('what goes "with no" thing goes', () => {
  expect(
    read(
      'The_DT:det>ferry ferry_NN:nsubj>left left_VBD with_IN:case>warning no_DT:det>warning warning_NN:obl>left',
    ),
  ).toEqual(['leave: subject The ferry, oblique no warning'])
})

test('modals and conditions stand with the clause they bear on', () => {
  expect(
    read(
      'They_PRP:nsubj>stop would_MD:aux>stop stop_VB if_IN:mark>left troops_NNS:nsubj>left left_VBD:advcl>stop',
    ),
  ).toEqual(['stop: subject They; would; if: if troops left', 'leave: subject troops; is the condition'])
})

test('a noun linked by a form of be is a predicate; another name of its subject is told', () => {
  expect(
    read(
      'Ann_NNP:nsubj>winner the_DT:det>mayor mayor_NN:appos>Ann is_VBZ:cop>winner the_DT:det>winner winner_NN',
    ),
  ).toEqual(['winner: subject Ann (= mayor)'])
})

test('"according to" credits what it stands beside', () => {
  const { tree } = drawTree(
    'Three_CD:nummod>men men_NNS:nsubj>died died_VBD according_VBG:case>police to_IN:fixed>according police_NN:obl>died',
  )
  const [died] = propositionsOf(tree)
  expect(died?.credit).toMatchObject({ cue: { lemma: 'according-to' } })
})
