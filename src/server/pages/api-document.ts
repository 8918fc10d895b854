/** An OpenAPI document as the page needs it. In: the document. Out: its routes by tag, and its schemas. Never: a remote reference. */
import { z } from '@hono/zod-openapi'

export type Schema = {
  readonly $ref?: string | undefined
  readonly type?: string | string[] | undefined
  readonly description?: string | undefined
  readonly properties?: Record<string, Schema> | undefined
  readonly required?: string[] | undefined
  readonly items?: Schema | undefined
  readonly anyOf?: Schema[] | undefined
  readonly oneOf?: Schema[] | undefined
  readonly allOf?: Schema[] | undefined
  readonly enum?: unknown[] | undefined
  readonly const?: unknown
}

const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    items: Schema.optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
    allOf: z.array(Schema).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
  }),
)

const Content = z
  .record(z.string(), z.object({ schema: Schema }))
  .default({})
  .transform((types) => Object.entries(types).map(([type, { schema }]) => [type, schema] as const))

const RawOperation = z.object({
  tags: z.array(z.string()).min(1),
  summary: z.string(),
  description: z.string().optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().default(false),
        description: z.string().optional(),
        schema: Schema,
      }),
    )
    .default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: Content })),
})

const Document = z.object({
  info: z.object({ description: z.string(), version: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), RawOperation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
})

export type Operation = ReturnType<typeof operationsOf>[number]

export function byTag(document: unknown) {
  const { info, tags, paths, components } = Document.parse(document)
  const all = operationsOf(paths)
  const groups = tags.map((tag) => ({
    ...tag,
    operations: all.filter((operation) => operation.tag === tag.name),
  }))
  return { info, groups, schemas: components.schemas }
}

function operationsOf(paths: z.infer<typeof Document>['paths']) {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({
      method,
      path,
      tag: raw.tags[0],
      summary: raw.summary,
      description: raw.description,
      scope: Object.values(raw.security[0] ?? {})[0]?.[0] ?? null,
      parameters: raw.parameters,
      body: raw.requestBody?.content ?? [],
      responses: Object.entries(raw.responses),
    })),
  )
}
