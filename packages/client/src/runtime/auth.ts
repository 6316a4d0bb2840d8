/** A token, or a function that gets it. */
export type Token = string | (() => string | Promise<string>)

/** A token that is renewed: what `renewing` makes. */
export interface RenewedAuth {
  readonly kind: 'bearer'
  readonly token: () => string | Promise<string>
  /**
   * For the client: replaces the token that the server refused to a call.
   *
   * @throws the 401, with the reason as its cause, where there is no other token.
   */
  '~renew'(call: object, refused: Error): Promise<void>
}

/**
 * How calls prove who makes them. `bearer` sends the token as `Authorization` header and never a cookie; `cookie` leaves it to the
 * browser's cookies and never sends the header; `none` sends neither. `renewing` makes one that gets a new token when the old one is
 * refused.
 *
 * @example
 * const auth: Auth = { kind: 'bearer', token: async () => readTokenFromKeychain() }
 */
export type Auth =
  | {
      /**
       * Sends a token and never a cookie, because a server that is sent both may take the caller for somebody else.
       *
       * @example
       * const auth: Auth = { kind: 'bearer', token }
       */
      readonly kind: 'bearer'
      /**
       * The token, or a function that gets it for each attempt, so that one that changes elsewhere is always the present one.
       *
       * @example
       * const auth: Auth = { kind: 'bearer', token: () => sessionStorage.getItem('token') ?? '' }
       */
      readonly token: Token
    }
  | RenewedAuth
  | {
      /**
       * Leaves it to the browser's cookies, so that no script has to keep a token. Where the API has another origin, it has to allow this.
       *
       * @example
       * const auth: Auth = { kind: 'cookie' }
       */
      readonly kind: 'cookie'
    }
  | {
      /**
       * Sends neither token nor cookie, because a visitor who logs in has none.
       *
       * @example
       * const auth: Auth = { kind: 'none' }
       */
      readonly kind: 'none'
    }
