/** The error of a call that has to fail. */
export async function failureOf<Failure>(
  call: Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Failure }>,
): Promise<Failure> {
  const result = await call
  if (result.ok) throw new Error('the call was answered with a success')
  return result.error
}
