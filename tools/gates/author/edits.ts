import type { DocumentCopy } from './document-copy.ts'

/** A mistake that authors make, and what they are told: the beginning of each line that is printed. */
export interface Mistake {
  readonly title: string
  make(document: DocumentCopy): Promise<void>
  readonly told: readonly string[]
}

export const createToken = 'paths/users_tokens_create.yaml'
export const newToken = 'components/schemas/NewToken.yaml'
export const invite = 'workflows/invite-accept-leave.arazzo.yaml'

/** One text of a file for another one. */
export function mistake(
  title: string,
  [file, from, to]: readonly [file: string, from: string | RegExp, to: string],
  ...told: readonly string[]
): Mistake {
  return { title, make: (document) => document.replace(file, from, to), told }
}

/** A member of one of two kinds, told apart by a discriminator. */
export async function withPet(document: DocumentCopy, cat: string, dog: string): Promise<void> {
  for (const kind of ['cat', 'dog'])
    await document.write(
      `components/schemas/${kind === 'cat' ? 'Cat' : 'Dog'}.yaml`,
      `type: object\ndescription: A ${kind}.\nrequired: [kind]\nproperties:\n  kind: { const: ${kind}, description: The kind., examples: [${kind}] }\n`,
    )
  const lines = [
    'pet:',
    '  description: A pet.',
    '  examples: [{ kind: cat }]',
    '  oneOf: [{ $ref: Cat.yaml }, { $ref: Dog.yaml }]',
    `  discriminator: { propertyName: kind, mapping: { cat: ${cat}, dog: ${dog} } }`,
  ]
  await document.replace(
    newToken,
    'properties:\n',
    `properties:\n${lines.map((line) => `  ${line}\n`).join('')}`,
  )
}
