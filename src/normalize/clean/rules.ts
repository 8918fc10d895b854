/** The cleaning rules in the order they run. */
import { dropFurniture } from './drop-furniture.js'
import { dropHidden } from './drop-hidden.js'
import { dropLandmarks } from './drop-landmarks.js'
import { dropRepeatedHeadline } from './drop-repeated-headline.js'
import type { BlockRule, PageRule } from './rule.js'

export const pageRules: readonly PageRule[] = [dropHidden, dropLandmarks, dropFurniture]

export const blockRules: readonly BlockRule[] = [dropRepeatedHeadline]
