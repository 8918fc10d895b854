/**
 * Work done once for an object (or two) and kept as long as it is: the same answer each time, told apart by identity. The answer must
 * depend on nothing else.
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
