/** codings.csv: a row for each code that a thing has in a report, and for each person who gave it. */
import { ThingKind } from '../../model/codebook.js'
import { passageText } from '../../print/passage.js'
import { hull } from '../../text/spans.js'
import { oneOf, text, whole, type Column } from '../tables/table.js'
import type { Coding } from './apply.js'

export type OfCoding = Coding & { readonly event: string; readonly outlet: string }

export const codingColumns: readonly Column<OfCoding>[] = [
  text('event', 'the event', ({ event }) => event),
  text('outlet', 'name of the outlet', ({ outlet }) => outlet),
  text('article_id', 'id of the article', ({ article }) => article.id),
  oneOf(
    [...ThingKind.options, 'passage'],
    'kind',
    '`statement`, `utterance`, `actor`, `finding`; `passage` where a person coded words that are none of these',
    ({ kind }) => kind,
  ),
  text('thing_id', 'its id, to join with the other tables; of a passage its place', ({ thing }) => thing),
  text('code', 'the code, with those above it', ({ code }) => code.name),
  oneOf(
    ['rule', 'person'],
    'by',
    '`rule` (the codebook’s, applied by the program), `person`',
    ({ by }) => by,
  ),
  text('coder', 'who coded, where a person did', ({ coder }) => coder || null),
  whole('start', 'start of the passage that shows it', ({ spans }) => hull(spans)?.start),
  whole('end', 'its end', ({ spans }) => hull(spans)?.end),
  text('text', 'its words', ({ article, spans }) => passageText(article, spans)),
  text(
    'shown_by',
    'what in it: words, who is credited, role, kind of finding',
    ({ shown }) => shown.join('; ') || null,
  ),
]
