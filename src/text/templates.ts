/** Templates of learned models as tables: which columns of what is looked at make one feature. */

/** Of each template of a table ("s0.w s0.t, s0.w"), the places of its columns, `width` apiece: where it names fewer, that of "0". */
export function templatesOf(columns: readonly string[], width: number, table: string): Uint8Array {
  const placeOf = (name: string): number => {
    const place = columns.indexOf(name)
    if (place < 0) throw new Error(`no column ${name}`)
    return place
  }
  const templates = table.split(',').map((template) => template.trim().split(/\s+/u))
  return Uint8Array.from(
    templates.flatMap((names) => Array.from({ length: width }, (_, k) => placeOf(names[k] ?? '0'))),
  )
}

/** "form-1", "pos-1", "form", "pos", "form+1", …: what words at distances are. */
export function columnsAt(distances: readonly number[], names: readonly string[]): readonly string[] {
  const sign = (distance: number): string => (distance > 0 ? `+${distance}` : String(distance || ''))
  return distances.flatMap((distance) => names.map((name) => `${name}${sign(distance)}`))
}
