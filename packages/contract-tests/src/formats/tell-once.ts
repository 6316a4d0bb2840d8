/**
 * JUnit XML in which each text of a failure stands once, in the first case that has it. Hundreds of checks may fail for one
 * cause; the others keep their message, which names it.
 */
export function tellOnce(xml: string): string {
  const told = new Set<string>()
  return xml.replaceAll(
    /(<failure\b[^>]*>)([^<]+)(?=<\/failure>)/g,
    (failure, start: string, text: string) => {
      if (told.has(text)) return start
      told.add(text)
      return failure
    },
  )
}
