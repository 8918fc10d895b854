/** Who is heard in some reports and not even named in others (left-out/voices.ts): `omitted-quote`, one a person. */
import type { VoiceClass } from '../../model/actor.js'
import type { Evidence } from '../../model/comparison.js'
import { actorsOf } from '../actors/actors.js'
import type { Context } from '../context.js'
import { draft, evidenceAt } from '../finding.js'
import { longest } from '../speakers-heard.js'
import { isKnownOf, isMostlyKnown, manyTexts } from '../left-out/topics.js'
import { leastWords, matterOfVoice, voicesOf, type Citing, type Voice } from '../left-out/voices.js'
import type { Draft, Lens } from '../lens.js'

/** Who speaks in an office, a profession or a cause; of 60 such voices an editor's memo had 24, of 37 others 9. */
const inPublic: ReadonlySet<VoiceClass> = new Set(['official', 'expert', 'advocate'])
/** Words from which on a voice weighs as much as any. */
const muchHeard = 100

export const voices: Lens = {
  name: 'voices',
  asks: () => ({
    'omitted-quote': [
      `One report credits ${leastWords} words or more, some of them in quotation marks and no question, to a person whose family name stands nowhere in another that was read in full and may not have come out too early.`,
      'A report that gives the same words without the name is said to do so; of reports read in part nobody can tell. In front only of fewer than five texts: who speaks as holder of an office, as an expert or for a cause, and is heard in two; who is heard in one fills a front that would be short, and then who was merely there.',
    ],
  }),
  find: (context) =>
    voicesOf(context)
      .filter(isQuoted)
      .map((voice) => toDraft(context, voice)),
}

/** In quotation marks somewhere, and no question: what is only reported may be told elsewhere without the name; who asks is no voice. */
function isQuoted({ citing }: Voice): boolean {
  return citing.some(({ quotes }) =>
    quotes.some(({ kind, cueLemma }) => kind !== 'indirect' && cueLemma !== 'ask'),
  )
}

function toDraft(context: Context, voice: Voice): Draft {
  const { name, citing, later, naming, unnamed, nameless, unclear } = voice
  const [most] = citing
  if (!most) throw new Error('A voice is heard somewhere.')
  const without = unnamed.map(({ id }) => id)
  const heard = context.texts(citing.map(({ view }) => view.id))
  const actor = actorsOf(context).find(({ kind, variants }) => kind === 'person' && variants.includes(name))
  const isPublic = actor !== undefined && inPublic.has(actor.speaksAs)
  return draft(context, {
    kind: 'omitted-quote',
    severity: 'prominence',
    articles: without,
    column: null,
    evidence: [
      ...citing.flatMap(evidenceOf),
      ...naming.map(({ view, place }) => evidenceAt(view, place, 'label')),
      ...[...nameless, ...later].map(({ view, place }) => evidenceAt(view, place, 'context')),
    ],
    confidence: Math.min(...most.quotes.map(({ confidence }) => confidence ?? 1)),
    salience: Math.min(1, most.words / muchHeard),
    detail: {
      referent: name,
      reason: 'the name was not found in the whole text',
    },
    matter: matterOfVoice(voice),
    contested: Math.min(heard, context.texts(without)) / context.allTexts,
    wanted: heard > 1 && isPublic ? 'first' : 'rest',
    near: isPublic,
    front:
      context.allTexts < manyTexts &&
      isKnownOf(context, unclear) &&
      isMostlyKnown(
        citing.length + later.length + naming.length + nameless.length + unnamed.length,
        unclear.length,
      ),
  })
}

/** What the person is heard saying there, the longest passage first. */
function evidenceOf({ view, quotes }: Citing): readonly Evidence[] {
  const shown = longest(quotes)
  return quotes.flatMap((quote) =>
    quote.content.map((span) => evidenceAt(view, span, quote === shown ? 'asserts' : 'context')),
  )
}
