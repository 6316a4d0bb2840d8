import type ts from 'typescript-5'

/** Whether something is declared outside of our packages. */
export function isOfLibrary(symbol: ts.Symbol | undefined): boolean {
  const file = symbol?.declarations?.[0]?.getSourceFile()
  return file !== undefined && !file.fileName.includes('/@windmill-user-api/')
}
