import { HttpHandler, type RequestHandlerOptions } from 'msw'

/** Values of a path by their names; one that is undefined may be any. */
export type PathValues = Readonly<Record<string, string | undefined>>

type PredicateArguments = Parameters<HttpHandler['predicate']>[0]

/**
 * A handler that matches only requests with some path values. A resolver could let the others pass, but `once` would count them; and a
 * predicate that is a function is not told where a relative URL begins.
 */
export class HandlerWithParams extends HttpHandler {
  private readonly wanted: readonly (readonly [name: string, value: string | undefined])[]

  constructor(
    method: string,
    url: string,
    resolver: ConstructorParameters<typeof HttpHandler>[2],
    options: RequestHandlerOptions,
    wanted: PathValues = {},
  ) {
    super(method, url, resolver, options)
    this.wanted = Object.entries(wanted)
  }

  override async predicate(given: PredicateArguments): Promise<boolean> {
    const { matches, params = {} } = given.parsedResult.match
    const hasWanted = this.wanted.every(([name, value]) => value === undefined || params[name] === value)
    return matches && hasWanted && super.predicate(given)
  }
}
