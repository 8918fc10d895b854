/** What changed between two reports on one event: what `synoptic diff --json` prints. Made and read by editions/diff. */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { Certainty, CellStance, Form } from './alignment.js'
import { Finding } from './comparison.js'
import { Generator } from './report.js'

const DiffArticle = fixed({ id: z.string(), source: z.string(), outlet: z.string() })
export type DiffArticle = z.infer<typeof DiffArticle>

const DiffFinding = Finding.unwrap().pick({ id: true, kind: true, severity: true, sentence: true }).readonly()
export type DiffFinding = z.infer<typeof DiffFinding>

/** A cell in brief; fields beside `state` are those of a present or unknown cell. */
export const DiffCell = fixed({
  state: z.enum(['present', 'absent', 'unknown']),
  form: Form.optional(),
  stance: CellStance.optional(),
  certainty: Certainty.optional(),
  value: z.string().optional(),
  perhaps: z.boolean().optional(),
  reason: z.string().optional(),
})
export type DiffCell = z.infer<typeof DiffCell>

const DiffColumn = fixed({ id: z.string(), kind: z.enum(['claim', 'quote']), label: z.string() })
export type DiffColumn = z.infer<typeof DiffColumn>

export const ReportDiff = fixed({
  schema: z.literal('synoptic/diff@1'),
  old: fixed({ title: z.string(), generator: Generator }),
  new: fixed({ title: z.string(), generator: Generator }),
  /** True where nothing below is listed. */
  same: z.boolean(),
  articles: fixed({
    added: listOf(DiffArticle),
    removed: listOf(DiffArticle),
    /** One source, other bytes. `words` counts words of the new text that are new, and of the old that are gone. */
    changed: listOf(
      fixed({
        old: DiffArticle,
        new: DiffArticle,
        words: fixed({ added: z.int(), removed: z.int() }).nullable(),
        completeness: fixed({ old: z.string(), new: z.string() }).optional(),
      }),
    ),
  }),
  findings: fixed({
    appeared: listOf(DiffFinding),
    gone: listOf(DiffFinding),
    /** The same passages or the same id, told otherwise: `what` names the fields. */
    changed: listOf(fixed({ old: DiffFinding, new: DiffFinding, what: listOf(z.string()) })),
  }),
  columns: fixed({ added: listOf(DiffColumn), removed: listOf(DiffColumn) }),
  /** Cells of columns that both reports have, for articles that both have. */
  cells: listOf(
    fixed({
      column: DiffColumn,
      article: DiffArticle,
      old: DiffCell,
      new: DiffCell,
    }),
  ),
})
export type ReportDiff = z.infer<typeof ReportDiff>
