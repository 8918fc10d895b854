/** An article with what annotate found in it. Made by annotate; read by align, compare and report. */
import { z } from 'zod'
import { annotationShape } from './annotation.js'
import { articleShape, Removed } from './article.js'
import { Issue } from './issue.js'

export const AnnotatedArticle = z
  .strictObject({
    ...articleShape,
    ...annotationShape,
    removed: z.array(Removed).readonly(),
    issues: z.array(Issue).readonly(),
  })
  .readonly()
export type AnnotatedArticle = z.infer<typeof AnnotatedArticle>
