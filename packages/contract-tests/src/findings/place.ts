import { type Place, placeOf } from '../document/place-of.ts'
import type { ObservedDifference } from './difference.ts'

/** Where the document says what a server did otherwise: of the property, the header or the status, where one of them differs. */
export function placeOfDifference({
  operation,
  shownBy,
  observation,
  observed,
}: ObservedDifference): Place | undefined {
  if (observed.pointers.length > 0) return placeOf(shownBy, observed.pointers)
  const response = observed.exchange && `responses/${observed.exchange.response.status}`
  const names = observation.split(/[ /]/).reverse()
  const ofProperty = [
    ...(response === undefined ? [] : exactly(shownBy, bodies(response), names)),
    ...exactly(operation, bodies('requestBody'), names),
  ]
  return ofProperty[0] ?? placeOf(shownBy, response === undefined ? [] : [response])
}

/** The schemas that a body can have here: an object, or a list of objects. */
function bodies(part: string): readonly string[] {
  const schema = `${part}/content/application~1json/schema`
  return [schema, `${schema}/items`]
}

/** The properties of these names in any of the schemas. */
function exactly(operation: string, schemas: readonly string[], names: readonly string[]): Place[] {
  return names.flatMap((name) =>
    schemas.flatMap((schema) => {
      const place = placeOf(operation, [`${schema}/properties/${name}`])
      return place?.pointer.endsWith(`/properties/${name}`) ? [place] : []
    }),
  )
}
