import { normalBaseUrl } from '@windmill-user-api/base-url'
import { HttpHandler, type RequestHandlerOptions } from 'msw'
import type { MockedOperation } from './answer.ts'
import { matchPath } from './path.ts'

type ParseArguments = Parameters<HttpHandler['parse']>[0]
type PredicateArguments = Parameters<HttpHandler['predicate']>[0]
type Parsed = Awaited<ReturnType<HttpHandler['parse']>>

/**
 * A handler that matches the requests of an operation at a base URL, and only those with some path values. MSW would read a base URL as a
 * pattern, and not as the client reads it, and a path of OpenAPI otherwise than OpenAPI. A resolver could let other path values pass, but `once` would count them.
 */
export class OperationHandler extends HttpHandler {
  private readonly baseUrl: string
  private readonly path: string
  private readonly wanted: readonly (readonly [name: string, value: string])[]

  constructor(
    { method, path }: MockedOperation,
    baseUrl: string,
    resolver: ConstructorParameters<typeof HttpHandler>[2],
    options?: RequestHandlerOptions,
    wanted: readonly (readonly [name: string, value: string])[] = [],
  ) {
    // A pattern would decode the path, and fail where it cannot: `parse` matches it.
    super(method, () => true, resolver, options)
    // What MSW prints.
    Object.assign(this.info, { header: `${method} ${baseUrl}${path}` })
    this.baseUrl = baseUrl
    this.path = path
    this.wanted = wanted
  }

  override async parse(given: ParseArguments): Promise<Parsed> {
    const parsed = await super.parse(given)
    // A base URL that is relative is one of the page that the request comes from.
    const baseUrl = normalBaseUrl(this.baseUrl, given.resolutionContext?.baseUrl ?? globalThis.location?.href)
    const { url } = given.request
    const match = url.startsWith(`${baseUrl}/`)
      ? matchPath(this.path, url.slice(baseUrl?.length))
      : { matches: false, params: {} }
    return { ...parsed, match }
  }

  override async predicate(given: PredicateArguments): Promise<boolean> {
    const { matches, params = {} } = given.parsedResult.match
    const hasWanted = this.wanted.every(([name, value]) => params[name] === value)
    return matches && hasWanted && super.predicate(given)
  }
}
