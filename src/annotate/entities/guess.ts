/** What a rule takes a name for, and whether its evidence is strong enough to hold for the name's other mentions. */
import type { Entity } from '../../model/annotation.js'

export type Kind = Entity['kind']
export type Guess = { readonly kind: Kind; readonly sure: boolean }
