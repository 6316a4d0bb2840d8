/**
 * How calls prove who makes them. `bearer` sends the token as `Authorization` header and never a cookie; `cookie` leaves it to the
 * browser's cookies and never sends the header; `none` sends neither.
 *
 * After a `refresh`, the calls that the old token failed are made again, and later ones send the new one. It must not itself make a call
 * that needs this client's token.
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
      readonly token: string | (() => string | Promise<string>)
      /**
       * Gets a new token when the server answers 401: once per call, and once for all calls that the old token failed. Default: none,
       * because the client cannot know where tokens come from; `openSession` with `renew` sets it.
       *
       * @example
       * const auth: Auth = { kind: 'bearer', token, refresh: () => fetchToken() }
       */
      readonly refresh?: (() => string | Promise<string>) | undefined
    }
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
