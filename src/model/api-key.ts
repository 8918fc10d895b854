/** An API key as the store keeps it: never the key itself, only its hash. Made by server/keys; read by the server. */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'

/** `read`: see comparisons and reports. `submit`: ask for new ones and delete them. `admin`: everything else. */
export const Scope = z.enum(['read', 'submit', 'admin'])
export type Scope = z.infer<typeof Scope>

/** What a person may do, in the words of a desk: each stands for scopes. */
export const Role = z.enum(['reads', 'edits', 'runs'])
export type Role = z.infer<typeof Role>

export const scopesOf: Readonly<Record<Role, readonly Scope[]>> = {
  reads: ['read'],
  edits: ['read', 'submit'],
  runs: ['admin'],
}

export function roleOf(scopes: readonly Scope[]): Role {
  if (scopes.includes('admin')) return 'runs'
  return scopes.includes('submit') ? 'edits' : 'reads'
}

export const ApiKey = fixed({
  /** Public part of the key, by which it is found and named in logs. */
  id: z.string(),
  name: z.string(),
  scopes: listOf(Scope),
  /** sha256 of the whole key, lower-case hex. The key holds 256 random bits, so no slow hash is needed. */
  hash: z.string().length(64),
  /** Milliseconds since the epoch. */
  createdAt: z.int(),
})
export type ApiKey = z.infer<typeof ApiKey>
