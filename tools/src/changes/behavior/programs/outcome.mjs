// What a caller gets of a call: whether it succeeded, and of what kind and shape the body is.

/** Calls an operation of a client, as `safe` does: it never rejects. */
export async function outcomeOf(api, id, input) {
  const call = api[id]
  if (call === undefined) return { result: 'the client has no such function', shape: '' }
  const { ok, status, value, error } = await call.safe(input)
  const body = ok ? value : (error.body ?? error.text)
  const result = ok ? `${status}` : [error.kind, error.status].filter(Boolean).join(' ')
  return { result, shape: shapeOf(body), value: body }
}

/** Types in place of values: tokens and times are others each time. */
function shapeOf(value) {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].toSorted().join(' | ')}]`
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value
  const members = Object.entries(value).map(([name, member]) => `${name}: ${shapeOf(member)}`)
  return `{ ${members.toSorted().join(', ')} }`
}
