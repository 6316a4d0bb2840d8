import type { DocumentCopy } from './document-copy.ts'
import type { Mistake } from './edits.ts'

/** What the lint prints of a mistake: of each message as much as was expected, and all of what was not. */
export async function told(document: DocumentCopy, mistake: Mistake): Promise<string[]> {
  await document.restore()
  await mistake.make(document)
  const messages = (await document.lint()).filter((line) => line.startsWith('spec/'))
  return messages.map((line, index) => {
    const expected = mistake.told[index]
    return expected !== undefined && line.startsWith(expected) ? expected : line
  })
}

/** The mistake of this title. */
export function oneOf(mistakes: readonly Mistake[], title: string): Mistake {
  const found = mistakes.find((mistake) => mistake.title === title)
  if (!found) throw new Error(`no mistake is called ${title}`)
  return found
}
