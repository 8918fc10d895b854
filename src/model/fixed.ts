import { z } from 'zod'

/** An object with these fields alone, which nobody changes. */
export const fixed = <Fields extends z.ZodRawShape>(fields: Fields) => z.strictObject(fields).readonly()

/** The same of what others hand in: fields that this version does not know are passed over. */
export const lenient = <Fields extends z.ZodRawShape>(fields: Fields) => z.object(fields).readonly()

/** A list that nobody changes. */
export const listOf = <One extends z.ZodType>(one: One) => z.array(one).readonly()

type WordOf<Line extends string> = Line extends `${infer Word} ${infer Rest}` ? Word | WordOf<Rest> : Line

/** One of the words of these lines. */
export const oneOf = <const Line extends string>(...lines: readonly Line[]) =>
  z.enum(lines.flatMap((line) => line.split(' ') as WordOf<Line>[]))
