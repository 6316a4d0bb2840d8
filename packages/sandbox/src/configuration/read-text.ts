import { readFile } from 'node:fs/promises'
import { ConfigurationFailure } from './problem.ts'

/**
 * The text of a file in UTF-8.
 *
 * @throws ConfigurationFailure where there is none to read.
 */
export async function readText(file: string, kind: string): Promise<string> {
  const bytes = await readFile(file).catch((error) => {
    throw refuse(kind, reasons[error.code]?.(file) ?? `${file} cannot be read: ${error.message}`)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse(kind, `${file} is not UTF-8. Save it as UTF-8.`)
  }
}

const reasons: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `there is no file ${file}.`,
  EISDIR: (file) => `${file} is a directory. Expected a file, such as world.yaml.`,
  EACCES: (file) => `${file} may not be read by you.`,
}

function refuse(kind: string, message: string): ConfigurationFailure {
  return new ConfigurationFailure(kind, [{ path: [], message }])
}
