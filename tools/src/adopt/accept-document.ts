import { DocumentError, type DocumentModel, isMembers, readDocument } from '@windmill-user-api/codegen'
import { type Members, memberAt, parsePointer, withoutMember } from './members.ts'
import { referencesIn, separateParts, withoutDeadLinks } from './references.ts'

/** A document whose every operation can be generated, and what it lacks therefore. */
export interface AcceptedDocument {
  readonly document: Members
  readonly model: DocumentModel
  readonly refusals: readonly DocumentError[]
}

/**
 * Takes out of a document what the generators refuse, and what refers to that, so that no package has it.
 *
 * @throws DocumentError when nothing is left, or when it is no document.
 */
export function acceptDocument(json: unknown): AcceptedDocument {
  const refusals: DocumentError[] = []
  let document = json
  let model = readDocument(document)
  while (model.refusals.length > 0) {
    refusals.push(...model.refusals)
    document = model.refusals.reduce(withoutRefused, document)
    for (let referrer = findReferrer(document); referrer; referrer = findReferrer(document)) {
      refusals.push(referrer)
      document = withoutRefused(document, referrer)
    }
    model = readDocument(document)
  }
  const lines = refusals.map(({ message }) => `\n  ${message}`).join('')
  if (!isMembers(document) || model.operations.length === 0)
    throw new DocumentError('#/paths', `no operation is left. Expected at least one.${lines}`)
  return { document: withoutDeadLinks(document, model), model, refusals }
}

/** An operation goes as a whole, and so does a component, a webhook or a path that is none. */
function withoutRefused(document: unknown, { pointer }: DocumentError): unknown {
  const [place, name, member] = parsePointer(pointer)
  const isWhole = place === 'webhooks' || (place === 'paths' && member === undefined)
  if (place === undefined || name === undefined || (!isWhole && member === undefined))
    throw new Error(`${pointer} is no operation, component or webhook, so the document cannot do without it`)
  return withoutMember(document, isWhole ? [place, name] : [place, name, member ?? ''])
}

/** The first operation, component or webhook that refers to what the document does not have. */
function findReferrer(document: unknown): DocumentError | undefined {
  for (const [place, value] of separateParts(document)) {
    const dead = referencesIn(value).find((reference) => isDead(document, reference))
    if (dead !== undefined)
      return new DocumentError(
        place,
        `it refers to ${dead}, which is refused. Expected one that is accepted.`,
      )
  }
  return undefined
}

function isDead(document: unknown, reference: string): boolean {
  return reference.startsWith('#/') && memberAt(document, parsePointer(reference)) === undefined
}
