import type { DocumentCopy } from './document-copy.ts'
import type { Mistake } from './edits.ts'

/**
 * What the lint prints of a mistake: of each message as much as was expected, and all of what was not. In place of a line's number stands
 * what is in that line, so that nobody has to count anew where the document grows.
 */
export async function told(document: DocumentCopy, mistake: Mistake): Promise<string[]> {
  await document.restore()
  await mistake.make(document)
  const printed = (await document.lint()).filter((line) => line.startsWith('spec/'))
  const messages = await Promise.all(printed.map((message) => withItsLine(document, message)))
  return messages.map((line, index) => {
    const expected = mistake.told[index]
    return expected !== undefined && line.startsWith(expected) ? expected : line
  })
}

async function withItsLine(document: DocumentCopy, message: string): Promise<string> {
  const [place = '', file = '', number = ''] = /^spec\/(.+?):(\d+)/.exec(message) ?? []
  const line = (await document.read(file)).split('\n')[Number(number) - 1]
  return `spec/${file}:[${line?.trim()}]${message.slice(place.length)}`
}

/** The mistake of this title. */
export function oneOf(mistakes: readonly Mistake[], title: string): Mistake {
  const found = mistakes.find((mistake) => mistake.title === title)
  if (!found) throw new Error(`no mistake is called ${title}`)
  return found
}
