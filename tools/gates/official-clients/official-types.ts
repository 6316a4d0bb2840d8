import ts from 'typescript-5'

/** An option that a function of the official client takes. */
export interface OfficialOption {
  readonly name: string
  readonly isOptional: boolean
}

/** The types that a version of the official client publishes. */
export interface OfficialTypes {
  /** What a function takes, in its path, its query and its body. */
  optionsOf(functionName: string): readonly OfficialOption[]
  /** How a value differs from what the type of a function's result promises, in the words of a table; empty where it fits. */
  misfitsOf(functionName: string, value: unknown): readonly string[]
}

/** Reads `types.gen.d.ts` of the client. */
export function readOfficialTypes(file: string): OfficialTypes {
  const program = ts.createProgram([file], { strict: true, noResolve: true, skipLibCheck: true })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${file} is no module with types. Expected that of windmill-client.`)
  const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]))
  const typeOf = (name: string) => {
    const symbol = exported.get(name)
    return symbol && checker.getDeclaredTypeOfSymbol(symbol)
  }
  return {
    optionsOf(functionName) {
      const data = typeOf(`${capitalized(functionName)}Data`)
      return (data?.getProperties() ?? []).flatMap((property) =>
        property.name === 'requestBody'
          ? checker.getTypeOfSymbol(property).getProperties().map(optionOf)
          : [optionOf(property)],
      )
    },
    misfitsOf(functionName, value) {
      const type = typeOf(`${capitalized(functionName)}Response`)
      if (!type) throw new Error(`${file} has no type for the result of ${functionName}.`)
      return [...new Set(misfits(checker, type, value, ''))]
    },
  }
}

function optionOf(property: ts.Symbol): OfficialOption {
  return { name: snakeCase(property.name), isOptional: isOptional(property) }
}

function isOptional(property: ts.Symbol): boolean {
  return (property.flags & ts.SymbolFlags.Optional) !== 0
}

function misfits(checker: ts.TypeChecker, type: ts.Type, value: unknown, name: string): string[] {
  if (type.isUnion()) return misfitsOfUnion(checker, type, value, name)
  if (checker.isArrayType(type)) {
    const [element] = checker.getTypeArguments(type as ts.TypeReference) // what `isArrayType` has just found
    if (!Array.isArray(value) || !element) return [`returns ${described(value, name)}, not a list`]
    return value.flatMap((item) => misfits(checker, element, item, name))
  }
  if (type.flags & ts.TypeFlags.Object) return misfitsOfObject(checker, type, value, name)
  return isOfPrimitive(checker, type, value) ? [] : [`returns ${described(value, name)}`]
}

function misfitsOfUnion(checker: ts.TypeChecker, type: ts.UnionType, value: unknown, name: string): string[] {
  const all = type.types.map((each) => misfits(checker, each, value, name))
  return all.find((each) => each.length === 0) ?? [`returns ${described(value, name)}`]
}

function misfitsOfObject(checker: ts.TypeChecker, type: ts.Type, value: unknown, name: string): string[] {
  if (!isRecord(value)) return [`returns ${described(value, name)}, not an object`]
  return type.getProperties().flatMap((property) => {
    const own = value[property.name]
    const place = name === '' ? property.name : `${name}.${property.name}`
    if (own === undefined) return isOptional(property) ? [] : [`returns no \`${place}\``]
    return misfits(checker, checker.getTypeOfSymbol(property), own, place)
  })
}

function isOfPrimitive(checker: ts.TypeChecker, type: ts.Type, value: unknown): boolean {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value === value
  if (type.flags & ts.TypeFlags.BooleanLiteral) return checker.typeToString(type) === String(value)
  return checker.typeToString(type) === (value === null ? 'null' : typeof value)
}

function described(value: unknown, name: string): string {
  const what = Array.isArray(value) ? 'a list' : JSON.stringify(value)
  return name === '' ? what : `\`${name}: ${what}\``
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The client writes `perPage` for what goes over the wire as `per_page`. */
function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
