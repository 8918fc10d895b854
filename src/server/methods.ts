/** Which methods a path takes, so that a wrong one is told apart from a wrong address. */
type Routes = readonly { readonly method: string; readonly path: string }[]

export function methodsOf(routes: Routes): (path: string) => readonly string[] {
  const known = routes.filter(({ method }) => method !== 'ALL')
  const patterns = [...new Set(known.map(({ path }) => path))].map((path) => ({
    segments: path.split('/'),
    methods: known.filter((route) => route.path === path).map(({ method }) => method),
  }))
  return (path) => {
    const segments = path.split('/')
    const methods = new Set(
      patterns.filter((pattern) => fits(pattern.segments, segments)).flatMap((pattern) => pattern.methods),
    )
    if (methods.has('GET')) methods.add('HEAD')
    return [...methods].sort()
  }
}

function fits(pattern: readonly string[], path: readonly string[]): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((segment, index) => segment.startsWith(':') || segment === path[index])
  )
}
