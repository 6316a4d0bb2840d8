import type { PGliteOptions } from '@electric-sql/pglite'

// Bundlers recognize these expressions as they stand, and copy the files. The build makes them: scripts/make-engine-files.ts.
const places = {
  engine: new URL('./engine.bin', import.meta.url),
  system: new URL('./system.bin', import.meta.url),
  snapshot: new URL('../generated/snapshot/data-directory.tar.gz', import.meta.url),
}

/** A module without anything in it. PGlite would download the one that makes databases, which the snapshot spares. */
const emptyModule = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00])

/** Told of each part of a file that has come, in bytes. */
export type Loaded = (bytes: number) => void

/** PGlite's own files, which it would look for beside itself. */
export async function loadEngine(loaded: Loaded): Promise<PGliteOptions> {
  const [engine, system] = await Promise.all([
    loadUnpacked(places.engine, loaded),
    loadUnpacked(places.system, loaded),
  ])
  return {
    pgliteWasmModule: await WebAssembly.compileStreaming(
      new Response(engine.body, { headers: { 'Content-Type': 'application/wasm' } }),
    ),
    initdbWasmModule: new WebAssembly.Module(emptyModule),
    fsBundle: await system.blob(),
  }
}

/** The data directory with the tables, empty, as a tar archive. */
export async function loadSnapshot(loaded: Loaded): Promise<Blob> {
  const snapshot = await loadUnpacked(places.snapshot, loaded)
  return new Blob([await snapshot.arrayBuffer()], { type: 'application/x-tar' })
}

/** The files are packed, so that a server that compresses nothing sends no more than one that does. */
async function loadUnpacked(place: URL, loaded: Loaded): Promise<Response> {
  const response = await fetch(place)
  if (!response.ok || !response.body) {
    throw new Error(
      `${place} answers ${response.status}. Expected a file of @windmill-user-api/sandbox: copy the whole folder of its worker.`,
    )
  }
  const [head, whole] = response.body.pipeThrough(counting(loaded)).tee()
  // Some servers see that a file is packed, say so, and the browser has unpacked it already.
  return new Response((await isPacked(head)) ? whole.pipeThrough(new DecompressionStream('gzip')) : whole)
}

function counting(loaded: Loaded): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(chunk, controller) {
      loaded(chunk.byteLength)
      controller.enqueue(chunk)
    },
  })
}

/** Whether a file begins as gzip does (RFC 1952, section 2.3.1). */
async function isPacked(stream: ReadableStream<Uint8Array>): Promise<boolean> {
  const reader = stream.getReader()
  const { value } = await reader.read()
  reader.cancel().catch(() => undefined)
  return value?.[0] === 0x1f && value[1] === 0x8b
}
