/** All lenses, and what they ask. */
import type { Finding } from '../model/comparison.js'
import type { Lens, Sought } from './lens.js'
import { conflicts } from './lenses/conflicts.js'
import { omissions } from './lenses/omissions.js'
import { persons } from './lenses/persons.js'
import { polarity } from './lenses/polarity.js'
import { quotations } from './lenses/quotations.js'
import { speakerDiffers } from './lenses/speaker-differs.js'
import { headlineFocus } from './lenses/headline-focus.js'
import { themes } from './lenses/themes.js'
import { voices } from './lenses/voices.js'
import { wording } from './lenses/wording.js'

/** Listed in the order a reader meets them in the report. */
export const lenses: readonly Lens[] = [
  // Cannot all be right
  conflicts,
  polarity,
  persons,
  // Same words, quoted differently
  speakerDiffers,
  quotations,
  // Told or framed differently
  themes,
  omissions,
  voices,
  wording,
  headlineFocus,
]

/** What the lenses that may have made a finding ask and need. */
export function ruleOf({ kind, detail }: Finding): readonly string[] {
  const sought: Sought = kind === 'conflict' ? `conflict ${detail.type ?? 'number'}` : kind
  return lenses.flatMap((lens) => lens.asks()[sought] ?? [])
}
