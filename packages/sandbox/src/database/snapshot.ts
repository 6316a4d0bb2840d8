import { fileSystem, gunzip } from './file-system.ts'

/** A PGlite data directory with the tables, made when the package is built: to make one takes seconds. */
const file = new URL('../generated/snapshot/data-directory.tar.gz', import.meta.url)

/** The snapshot, wherever this module was loaded from. */
export async function loadSnapshot(): Promise<Blob> {
  return file.protocol === 'file:' ? fromDisk() : (await fetch(file)).blob()
}

async function fromDisk(): Promise<Blob> {
  const { readFile } = fileSystem()
  // PGlite would unpack it in small steps, each a turn of the event loop: five times as long.
  return new Blob([gunzip(await readFile(file))], { type: 'application/x-tar' })
}
