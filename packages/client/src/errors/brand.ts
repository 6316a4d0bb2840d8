/**
 * Marks the errors of this package. It is registered, so that every copy of the package in a process knows the errors of every other:
 * another version, or CommonJS beside ESM.
 */
export const brand: symbol = /* @__PURE__ */ Symbol.for('@windmill-user-api/error')
