/** The longest body that is read, in bytes after decompression; a full list of this API is far smaller. */
export const largestBody = 8 * 1024 * 1024

/** A body is longer than `largestBody`. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
}

/** When to stop reading. */
interface Reading {
  readonly signal: AbortSignal
  /** Throws once there is no time left. */
  readonly refuseLate: () => void
}

/** The body as text, read piece by piece, so that one without an end or a compressed one of any size takes no more memory. */
export async function readText({ body }: Response, { signal, refuseLate }: Reading): Promise<string> {
  if (body === null) return ''
  const reader = body.getReader()
  const cancel = () => void reader.cancel(signal.reason).catch(ignore)
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await readAll(reader, refuseLate)
  } catch (cause) {
    reader.cancel(cause).catch(ignore)
    throw cause
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  refuseLate: () => void,
): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    refuseLate()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > largestBody) throw new BodyTooLarge(`The body is longer than ${largestBody} bytes.`)
    text += decoder.decode(value, { stream: true })
  }
}

/** A stream that cannot be cancelled has ended already, or never will. */
function ignore(): void {}
