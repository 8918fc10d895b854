/** /openapi.json: the document, made from the very routes that answer. */
import { z } from '@hono/zod-openapi'
import { version } from '../generator.js'
import { route, type App } from './route.js'

export function openApiRoute(app: App): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key with the scope named at the route: read, submit, or admin, which holds the others. Not needed where the server listens on loopback alone.',
  })
  let document: string | null = null
  route(
    app,
    {
      method: 'get',
      path: '/openapi.json',
      tag: 'operation',
      scope: null,
      summary: 'This document',
      responses: {
        200: {
          description: 'OpenAPI 3.1.',
          content: { 'application/json': { schema: z.looseObject({ openapi: z.string() }) } },
        },
      },
    },
    (c) => {
      document ??= JSON.stringify(documentOf(app))
      c.header('content-type', 'application/json')
      return c.body(document)
    },
  )
}

export function documentOf(app: App): ReturnType<App['getOpenAPI31Document']> {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Synoptic',
      description: 'Several reports of one event in, one comparison out.',
      version,
      license: { name: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'comparisons', description: 'Submitting and following comparisons' },
      { name: 'reports', description: 'What came out' },
      { name: 'batches', description: 'Many events at once' },
      { name: 'inspect', description: 'One source alone' },
      { name: 'articles', description: 'Takedown' },
      { name: 'operation', description: 'For those who run the service' },
    ],
  })
}
