/** The type and subtype of a `Content-Type`, in lower case and without parameters; undefined where there is none. */
export function essenceOf(contentType: string | null | undefined): string | undefined {
  const essence = contentType?.split(';', 1)[0]?.trim().toLowerCase()
  return essence === '' ? undefined : essence
}
