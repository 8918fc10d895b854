/**
 * Work that is done once for a thing, and kept as long as the thing is: how lenses share what they look
 * up. A function made here is asked as often as one likes.
 *
 * In:    a function of one object (an article view, a column, a figure, a Context), or of two.
 * Out:   the same function, which works out each answer once and gives the same object each time: figures, tellings and
 *        statements are told apart by identity.
 * Never: fits an answer that depends on more than its objects.
 */

export function once<Subject extends object, Result>(
  make: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const made = new WeakMap<Subject, { readonly result: Result }>()
  return (subject) => {
    const known = made.get(subject)
    if (known) return known.result
    const result = make(subject)
    made.set(subject, { result })
    return result
  }
}

export function onceForTwo<One extends object, Other extends object, Result>(
  make: (one: One, other: Other) => Result,
): (one: One, other: Other) => Result {
  const of = once((one: One) => once((other: Other) => make(one, other)))
  return (one, other) => of(one)(other)
}
