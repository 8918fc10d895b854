import { z } from 'zod'

/** An object with these fields alone, which nobody changes. */
export const fixed = <Fields extends z.ZodRawShape>(fields: Fields) => z.strictObject(fields).readonly()

/** A list that nobody changes. */
export const listOf = <One extends z.ZodType>(one: One) => z.array(one).readonly()
