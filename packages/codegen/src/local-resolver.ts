import { BaseResolver, type Document, ResolveError, Source } from '@redocly/openapi-core'
import { parseText, readText } from './document-text.ts'

/** Finds the files that a document refers to. A build that fetches what it builds from is another one tomorrow. */
export class LocalResolver extends BaseResolver {
  override async loadExternalRef(file: string): Promise<Source> {
    return new Source(file, await readText(file).catch(asResolveError))
  }

  override parseDocument(source: Source, isRoot?: boolean): Document {
    const isText = !isRoot && !/\.(?:json|ya?ml)$/.test(source.absoluteRef)
    return isText
      ? super.parseDocument(source)
      : { source, parsed: parseText(source.absoluteRef, source.body) }
  }

  override async resolveDocument<Parsed>(base: string | null, ref: string, isRoot?: boolean) {
    if (/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(ref))
      throw new Error(
        `the document refers to ${ref}, and nothing is fetched. Expected a file beside it, such as "./schemas/User.yaml".`,
      )
    return super.resolveDocument<Parsed>(base, ref, isRoot)
  }
}

function asResolveError(error: Error): never {
  throw new ResolveError(error)
}
