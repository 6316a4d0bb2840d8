import { DocumentError } from '../errors.ts'
import { lookUp, pointerSteps } from '../reference.ts'
import { type FormProblem, type FormReference, type ReadForm, readForm } from './form-problems.ts'

/** Reads what references lead to, each once. */
export interface ReferenceReader {
  /** What is of another form behind these references, and behind those that they lead to. */
  problemsBehind(references: readonly FormReference[]): readonly FormProblem[]
}

export function createReferenceReader(document: object): ReferenceReader {
  const known = new Map<string, ReadForm>()
  const read = ({ $ref, form }: FormReference): ReadForm => {
    const found = known.get(`${form} ${$ref}`) ?? readTarget(document, { $ref, form })
    known.set(`${form} ${$ref}`, found)
    return found
  }
  return {
    problemsBehind: (references) => {
      const seen = new Map(references.map((reference) => [`${reference.form} ${reference.$ref}`, reference]))
      const problems: FormProblem[] = []
      // Those that are found are looked at in turn, however many lead to each other.
      for (const reference of seen.values()) {
        const found = read(reference)
        problems.push(...found.problems)
        for (const next of found.references) seen.set(`${next.form} ${next.$ref}`, next)
      }
      return problems
    },
  }
}

/** A reference that leads nowhere is told where the operation is read. */
function readTarget(document: object, { $ref, form }: FormReference): ReadForm {
  try {
    return readForm(lookUp(document, $ref), form, pointerSteps($ref))
  } catch (error) {
    if (error instanceof DocumentError) return { problems: [], references: [] }
    throw error
  }
}
