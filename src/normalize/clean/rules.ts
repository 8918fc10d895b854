/** The cleaning rules in the order they run. */
import { dropAuthorNotes } from './drop-author-notes.js'
import { dropBoilerplate } from './drop-boilerplate.js'
import { dropBylines } from './drop-bylines.js'
import { dropCode } from './drop-code.js'
import { dropControls } from './drop-controls.js'
import { dropDialogs } from './drop-dialogs.js'
import { dropEntryLines } from './drop-entry-lines.js'
import { dropFormBoxes } from './drop-form-boxes.js'
import { dropFurniture } from './drop-furniture.js'
import { dropHeadedBoxes } from './drop-headed-boxes.js'
import { dropHeadedLinks } from './drop-headed-links.js'
import { dropHidden } from './drop-hidden.js'
import { dropInlinePointers } from './drop-inline-pointers.js'
import { dropLandmarks } from './drop-landmarks.js'
import { dropLinkCards } from './drop-link-cards.js'
import { dropLinkLines } from './drop-link-lines.js'
import { dropLinkLists } from './drop-link-lists.js'
import { dropOffers } from './drop-offers.js'
import { dropOrnaments } from './drop-ornaments.js'
import { dropOrphanSubheads } from './drop-orphan-subheads.js'
import { dropOtherArticles } from './drop-other-articles.js'
import { dropRepeatedBlocks } from './drop-repeated-blocks.js'
import { dropRepeatedHeadline } from './drop-repeated-headline.js'
import { dropRepeatedQuotes } from './drop-repeated-quotes.js'
import { dropShiftedLetters } from './drop-shifted-letters.js'
import { dropTeaserCards } from './drop-teaser-cards.js'
import type { BlockRule, PageRule } from './rule.js'

/** First of all: what no reader of the page sees. */
export const visibilityRules: readonly PageRule[] = [dropHidden]

/** Before the article is looked for: whole elements. */
export const pageRules: readonly PageRule[] = [
  dropDialogs,
  dropOffers,
  dropCode,
  dropLandmarks,
  dropFurniture,
  dropHeadedBoxes,
  dropTeaserCards,
  dropLinkCards,
  dropFormBoxes,
  dropControls,
  dropLinkLists,
  dropInlinePointers,
]

/** On the blocks of the article. */
export const blockRules: readonly BlockRule[] = [
  dropOtherArticles,
  dropRepeatedHeadline,
  dropRepeatedBlocks,
  dropShiftedLetters,
  dropOrnaments,
  dropEntryLines,
  dropBylines,
  dropHeadedLinks,
  dropBoilerplate,
  dropLinkLines,
  dropRepeatedQuotes,
  dropAuthorNotes,
  dropOrphanSubheads,
]
