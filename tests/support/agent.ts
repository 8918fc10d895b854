/** The tools of an agent as the protocol's own client sees them, over whatever ground they stand on. */
import type { Client } from '@modelcontextprotocol/client'
import { expect } from 'vitest'
import { z } from 'zod'

const Answer = z.object({
  isError: z.boolean().optional(),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
  content: z.array(z.object({ text: z.string() })),
})

export async function callTool(client: Client, name: string, given: Record<string, unknown>) {
  return Answer.parse(await client.callTool({ name, arguments: given }))
}

/** All tools are there, say whether they only read, and have schemas of both sides. Out: what is told of them, as text. */
export async function expectTools(client: Client): Promise<string> {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name).sort()).toEqual([
    'check_quotation',
    'compare_reports',
    'diff_reports',
    'find_statement',
    'get_finding',
    'list_stories',
    'match',
  ])
  for (const { name, annotations, inputSchema, outputSchema } of tools) {
    expect(annotations?.readOnlyHint, name).toBe(name !== 'compare_reports')
    expect(inputSchema.type, name).toBe('object')
    expect(outputSchema?.['type'], name).toBe('object')
  }
  return JSON.stringify(tools)
}
