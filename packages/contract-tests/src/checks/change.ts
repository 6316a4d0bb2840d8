import type { JsonObject } from '../document/operation.ts'

/** Makes another body out of a valid one. */
export type BodyChange = (body: unknown) => unknown

/** The body without this member. */
export function without(member: string): BodyChange {
  return (body) => Object.fromEntries(Object.entries(asObject(body)).filter(([name]) => name !== member))
}

/** The body with this value for one member, whether it had that member or not. */
export function replacing(member: string, value: unknown): BodyChange {
  return (body) => ({ ...asObject(body), [member]: value })
}

/** Another body altogether. */
export function instead(value: unknown): BodyChange {
  return () => value
}

function asObject(body: unknown): JsonObject {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body }
  throw new TypeError(
    `A member can be changed in an object alone, such as {"email": "ada@example.com"}; the body is ${JSON.stringify(body)}.`,
  )
}
