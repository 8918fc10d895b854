/** What changed between two reports on one event: what `synoptic diff --json` prints. Made and read by editions/diff. */
import { z } from 'zod'
import { Certainty, CellStance, Form } from './alignment.js'
import { FindingKind, FindingSeverity } from './comparison.js'
import { Generator } from './report.js'

const DiffArticle = z.strictObject({ id: z.string(), source: z.string(), outlet: z.string() }).readonly()
export type DiffArticle = z.infer<typeof DiffArticle>

const DiffFinding = z
  .strictObject({ id: z.string(), kind: FindingKind, severity: FindingSeverity, sentence: z.string() })
  .readonly()
export type DiffFinding = z.infer<typeof DiffFinding>

/** A cell in brief; fields beside `state` are those of a present or unknown cell. */
export const DiffCell = z
  .strictObject({
    state: z.enum(['present', 'absent', 'unknown']),
    form: Form.optional(),
    stance: CellStance.optional(),
    certainty: Certainty.optional(),
    value: z.string().optional(),
    reason: z.string().optional(),
  })
  .readonly()
export type DiffCell = z.infer<typeof DiffCell>

const DiffColumn = z
  .strictObject({ id: z.string(), kind: z.enum(['claim', 'quote']), label: z.string() })
  .readonly()
export type DiffColumn = z.infer<typeof DiffColumn>

export const ReportDiff = z
  .strictObject({
    schema: z.literal('synoptic/diff@1'),
    old: z.strictObject({ title: z.string(), generator: Generator }).readonly(),
    new: z.strictObject({ title: z.string(), generator: Generator }).readonly(),
    /** True where nothing below is listed. */
    same: z.boolean(),
    articles: z
      .strictObject({
        added: z.array(DiffArticle).readonly(),
        removed: z.array(DiffArticle).readonly(),
        /** One source, other bytes. `words` counts words of the new text that are new, and of the old that are gone. */
        changed: z
          .array(
            z
              .strictObject({
                old: DiffArticle,
                new: DiffArticle,
                words: z.strictObject({ added: z.int(), removed: z.int() }).readonly().nullable(),
                completeness: z.strictObject({ old: z.string(), new: z.string() }).readonly().optional(),
              })
              .readonly(),
          )
          .readonly(),
      })
      .readonly(),
    findings: z
      .strictObject({
        appeared: z.array(DiffFinding).readonly(),
        gone: z.array(DiffFinding).readonly(),
        /** The same passages or the same id, told otherwise: `what` names the fields. */
        changed: z
          .array(
            z
              .strictObject({ old: DiffFinding, new: DiffFinding, what: z.array(z.string()).readonly() })
              .readonly(),
          )
          .readonly(),
      })
      .readonly(),
    columns: z
      .strictObject({ added: z.array(DiffColumn).readonly(), removed: z.array(DiffColumn).readonly() })
      .readonly(),
    /** Cells of columns that both reports have, for articles that both have. */
    cells: z
      .array(
        z
          .strictObject({
            column: DiffColumn,
            article: DiffArticle,
            old: DiffCell,
            new: DiffCell,
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type ReportDiff = z.infer<typeof ReportDiff>
