import { type DocumentModel, isSingle, type Parameter, resolveSchema } from '../../model/index.ts'

/** Whether the runtime writes a parameter without being told how: one value, in the usual style of its place. */
export function isUsual({ source }: DocumentModel, parameter: Parameter): boolean {
  const isDefault = parameter.style === 'form' || parameter.style === 'simple'
  return isDefault && !parameter.allowReserved && isSingle(parameter, resolveSchema(source, parameter.schema))
}

/** How the runtime is told of a style: `form*` where it is exploded, `form*+` where reserved characters stay. */
export function styleOf({ style, explode, allowReserved, mediaType, in: location }: Parameter): string {
  if (mediaType?.endsWith('json'))
    return location === 'path' || location === 'header' ? 'simple json' : 'json'
  return `${style}${explode ? '*' : ''}${allowReserved && location === 'query' ? '+' : ''}`
}
