/** An article with what annotate found in it. Made by annotate; read by align, compare and report. */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { annotationShape } from './annotation.js'
import { articleShape, Removed } from './article.js'
import { Issue } from './issue.js'

export const AnnotatedArticle = fixed({
  ...articleShape,
  ...annotationShape,
  removed: listOf(Removed),
  issues: listOf(Issue),
})
export type AnnotatedArticle = z.infer<typeof AnnotatedArticle>
