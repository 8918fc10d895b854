/**
 * One act told with other verbs, or with and without who did it: `agency`.
 *
 * Verbs: those that stand in the place of one another (instead/instead.ts), with the word they have in common ("overrode
 * the veto", "rejected the veto"). Doers: one verb on one thing, in sentences that a row links, active or with "by" here and
 * a passive without a doer there. In the tables, never in front. The outlets' own words alone.
 */
import type { Context } from '../context.js'
import { withoutDoer } from '../instead/doers.js'
import { insteads } from '../instead/instead.js'
import { labelDraft } from '../instead/label-draft.js'
import { verbPhrase } from '../instead/phrases.js'
import type { Draft, Lens } from '../lens.js'
import { slice } from '../printed-words.js'

export const agency: Lens = {
  name: 'agency',
  asks: () => ({
    agency: [
      'In sentences that a row links, other verbs stand on one thing; or one verb has a doer here and none there.',
      'The verbs have two parties in common, or what is acted on where their meanings are near.',
    ],
  }),
  find: (context) => [...verbs(context), ...doers(context)],
}

const sure = 0.7

function verbs(context: Context): readonly Draft[] {
  return insteads(context).flatMap(({ pos, uses }) => {
    const labels = uses.map(({ view, tree, node, tie }) => ({ view, span: verbPhrase(tree, [node, tie]) }))
    const [first] = labels
    if (pos !== 'VERB' || !first) return []
    const referent = slice(first.view, first.span).replace(/\s+/gu, ' ')
    return [labelDraft(context, labels, { kind: 'agency', referent, sure })]
  })
}

function doers(context: Context): readonly Draft[] {
  return withoutDoer(context).map(({ named, unnamed }) => {
    const labels = [...named, ...unnamed]
    const referent = labels.map(({ view, span }) => slice(view, span).replace(/\s+/gu, ' '))[0] ?? ''
    return labelDraft(context, labels, { kind: 'agency', referent, sure })
  })
}
