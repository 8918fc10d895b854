/** Arrays of numbers in JSON, exactly as they were: base64 of their bytes. Given to JSON.stringify and JSON.parse. */
import { z } from 'zod'

const Packed = z.union([z.strictObject({ whole: z.string() }), z.strictObject({ real: z.string() })])

export function packed(_: string, value: unknown): unknown {
  if (!(value instanceof Int32Array || value instanceof Float32Array)) return value
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
  return value instanceof Int32Array ? { whole: bytes } : { real: bytes }
}

export function unpacked(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('whole' in value || 'real' in value)) return value
  const found = Packed.parse(value)
  const { buffer } = Uint8Array.from(Buffer.from('whole' in found ? found.whole : found.real, 'base64'))
  return 'whole' in found ? new Int32Array(buffer) : new Float32Array(buffer)
}
