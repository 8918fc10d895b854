/** Settings as rows: what a variable may be, what it is where it is not set, what it means. Configuration, complaints and docs are made from them. */
import { z } from 'zod'

/** Wrong settings: the program's user has to change them, so the message lists all. */
export class ConfigError extends Error {}

/** What a value may be, for the program and in words. */
type Range<Value> = { readonly schema: z.ZodType<Value>; readonly range: string }

export type Setting<Value> = Range<Value> & {
  readonly preset: Value
  readonly shown: string
  readonly meaning: string
}

export type Settings = Readonly<Record<string, Setting<unknown>>>
type Values<Rows extends Settings> = { readonly [Name in keyof Rows]: Rows[Name]['preset'] }
type Environment = Readonly<Record<string, string | undefined>>

export function setting<Value>(range: Range<Value>, preset: Value, meaning: string): Setting<Value> {
  return { ...range, preset, shown: String(preset), meaning }
}

/** Null where it is not set; `shown` says what happens then. */
export function unset<Value>(range: Range<Value>, shown: string, meaning: string): Setting<Value | null> {
  return { ...range, preset: null, shown, meaning }
}

export const seconds = (least: number, most: number): Range<number> => ({
  schema: z.coerce.number().min(least).max(most),
  range: `a number of seconds from ${least} to ${most}`,
})

export const whole = (least: number, most: number, unit?: string): Range<number> => ({
  schema: z.coerce.number().int().min(least).max(most),
  range: `a whole number ${unit === undefined ? '' : `of ${unit} `}from ${least} to ${most}`,
})

export const days: Range<number> = {
  schema: z.coerce.number().min(0).max(36_500),
  range: 'a number of days, 0 for ever',
}

export const words = (pattern: RegExp, range: string): Range<string> => ({
  schema: z.string().regex(pattern),
  range,
})

export const trueOrFalse: Range<boolean> = {
  schema: z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1'),
  range: 'true or false',
}

/** Empty variables count as not set. */
export function readSettings<Rows extends Settings>(rows: Rows, environment: Environment): Values<Rows> {
  const read = Object.entries(rows).map(([name, { schema, preset }]) => {
    const value = environment[name]
    const isSet = value !== undefined && value.trim() !== ''
    return { name, result: isSet ? schema.safeParse(value) : ({ success: true, data: preset } as const) }
  })
  const wrong = read.filter(({ result }) => !result.success).map(({ name }) => name)
  if (wrong.length > 0) throw wrongSettings(rows, wrong, environment)
  return Object.fromEntries(read.map(({ name, result }) => [name, result.data])) as Values<Rows>
}

export function wrongSettings(
  rows: Settings,
  names: readonly string[],
  environment: Environment,
): ConfigError {
  return new ConfigError(
    names
      .map(
        (name) =>
          `${name} should be ${rows[name]?.range ?? 'something else'}, ${given(name, environment[name])}`,
      )
      .join('; '),
  )
}

/** Addresses of services hold passwords, and these words stand in logs. */
const MAY_HOLD_SECRETS = /_URL$|_KEY$|SECRET/u

function given(name: string, value: string | undefined): string {
  if (value === undefined) return 'and is not set'
  return MAY_HOLD_SECRETS.test(name) ? 'not what it is set to' : `not ${JSON.stringify(value)}`
}
