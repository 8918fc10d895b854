/**
 * How two values for one thing relate, and why. `equal`, `rounded` and `compatible` are no conflict; `may-differ` where
 * units, bounds, zones or days are unclear; `differ` where not both can hold.
 */
export type Relation = 'equal' | 'rounded' | 'compatible' | 'may-differ' | 'differ'

export type Reconciled = { readonly relation: Relation; readonly reason: string }
