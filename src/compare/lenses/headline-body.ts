/**
 * A headline against its own report's body: `headline-body`, one finding for the event, whichever reports it is about.
 *
 * Evidence: the headline and the passage. What counts as standing against it: headlines/tension.ts.
 */
import type { Evidence } from '../../model/comparison.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import { headlinesOf } from '../headlines/headlines.js'
import { tensionOf } from '../headlines/tension.js'
import type { Draft, Lens } from '../lens.js'
import { quoted, slice } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const headlineBody: Lens = {
  name: 'headline-body',
  asks: () => ({
    'headline-body': [
      'The body says that an outcome announced in the headline did not come, gives another figure, or tells as somebody’s word or with a hedge what the headline tells as fact.',
    ],
  }),
  find: look,
}

function look(context: Context): readonly Draft[] {
  // Two copies of one text differ in nothing.
  if (context.allTexts < 2) return []
  const found = headlinesOf(context).flatMap((headline) => {
    const tension = tensionOf(context, headline)
    return tension ? [{ headline, tension }] : []
  })
  if (found.length === 0) return []
  return [
    draft(context, {
      kind: 'headline-body',
      severity: 'attribution',
      articles: found.map(({ headline }) => headline.view.id),
      column: null,
      evidence: found.flatMap(({ headline: { view, span }, tension }): Evidence[] => [
        { article: view.id, start: span.start, end: span.end, role: 'headline' },
        { article: view.id, start: tension.body.start, end: tension.body.end, role: 'body' },
      ]),
      confidence: Math.min(...found.map(({ tension }) => tension.confidence)),
      salience: 1,
      detail: {
        reason: found.map(({ headline, tension }) => `${headline.view.name}: ${tension.how}`).join('; '),
      },
      sentence: templates.headlineBody(
        found.map(({ headline: { view, span }, tension }) => ({
          report: view.name,
          headline: quoted(slice(view, span), 120),
          body: quoted(slice(view, tension.body), 160),
          how: tension.how,
        })),
      ),
      matter: 'headline-body',
      // On 32 read events none came so far; read in a sample, one of one was wrong.
      front: false,
    }),
  ]
}
