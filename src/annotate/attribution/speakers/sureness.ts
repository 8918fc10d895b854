/**
 * How sure it is that whom a source names tells what is told there: 0..1, on the grid. Weights: data/speakers.json
 * (scripts/train-speakers.ts), learned on articles whose attributions were marked by hand.
 */
import { dataTable } from '../../../text/data-file.js'
import { likelihood, logisticOf, logit } from '../../../text/logistic.js'
import { speechVerbs, stanceOf } from '../../../english/telling-verbs.js'
import { headKinds, type Credit, type HeadKind } from './heads.js'

export const surenessNames = [
  'found', 'own subject', 'shared subject', 'owner', 'other subject', 'named subject', 'by tree', 'according', 'speech', 'listed', 'noun', 'direct',
  'mixed', 'capital', 'long', 'far', 'behind', ...headKinds,
] as const // prettier-ignore

/** Who stands before a colon, or beside words set apart, is there to be the one who tells. */
export function surenessOf(credit: Credit): number {
  if (credit.cue === undefined) return 1
  return likelihood(model(), surenessNames, surenessFeatures(credit))
}

export function surenessFeatures(credit: Credit): number[] {
  const { kind, confidence, cueLemma, cue, inside, head, headKind, tellers, byTree } = credit
  const teller = tellers.find((one) => one.head.start === head.start)
  const isNoun = cue?.pos === 'NOUN'
  const isSpeech = cueLemma !== null && speechVerbs.has(cueLemma)
  const lemma = cueLemma ?? ''
  const far = cue?.sentence === head.sentence ? Math.abs(cue.index - head.index) : 20
  const said: Record<Exclude<(typeof surenessNames)[number], HeadKind>, number> = {
    found: logit(confidence ?? 0.5, 0.01),
    'own subject': Number(teller?.shared === false && !isNoun),
    'shared subject': Number(teller?.shared === true),
    owner: Number(teller !== undefined && isNoun),
    'other subject': Number(teller === undefined && tellers.length > 0),
    'named subject': Number(teller === undefined && tellers.some((one) => !one.shared && one.isName)),
    'by tree': Number(byTree),
    according: Number(cueLemma === 'according to'),
    speech: Number(isSpeech),
    listed: Number(!isSpeech && stanceOf(lemma) !== null),
    noun: Number(isNoun),
    direct: Number(kind === 'direct'),
    mixed: Number(kind === 'mixed'),
    capital: Number(/^\p{Lu}/u.test(head.surface)),
    long: Math.min(1, inside.length / 12),
    far: Math.min(1, far / 12),
    behind: Number(cue !== undefined && head.start > cue.start),
  }
  const kinds = headKinds.map((name) => Number(name === headKind))
  return [...Object.values(said), ...kinds]
}

const model = dataTable('speakers.json', (text) => logisticOf(surenessNames).parse(JSON.parse(text)))
