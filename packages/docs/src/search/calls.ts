/** Whether a query is the path of a call, as a document or a log writes it: `/users/whoami`, `GET /api/w/demo/users/list`. */
export function namesCall(query: string, call: string): 'whole' | 'part' | undefined {
  const asked = /^(?:[a-z]+\s+)?(?:https?:\/\/[^/\s]+)?(\/[^\s?#]*)/i.exec(query.trim())?.[1]
  const [, path] = call.split(' ')
  if (asked === undefined || path === undefined) return undefined
  const wanted = segmentsOf(asked)
  const own = segmentsOf(path)
  // a server may stand below a path of its own, such as /api
  const at = wanted.findIndex((_, index) => startsAt(wanted.slice(index), own))
  if (wanted.length > 0 && at >= 0 && wanted.length - at === own.length) return 'whole'
  return wanted.length > 0 && startsAt(own, wanted) ? 'part' : undefined
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}

/** Whether segments begin with others, where one in braces stands for any. */
function startsAt(segments: readonly string[], beginning: readonly string[]): boolean {
  return (
    beginning.length <= segments.length &&
    beginning.every((segment, index) => isSame(segment, segments[index] ?? ''))
  )
}

function isSame(one: string, other: string): boolean {
  return one.startsWith('{') || other.startsWith('{') || one.toLowerCase() === other.toLowerCase()
}
