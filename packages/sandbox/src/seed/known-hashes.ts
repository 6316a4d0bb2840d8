/**
 * Argon2id of the passwords of `initialWorld` and `exampleWorld`, which everybody knows: a start need not compute them. To renew one, take what
 * `hashPassword` makes of it.
 */
export const knownHashes: ReadonlyMap<string, string> = new Map([
  [
    'changeme',
    '$argon2id$v=19$m=4096,t=3,p=1$Ea+0QTOPnR1iEN+SRDz+TA$D0byWrBduLElDbAbC98sII2UjixgjUp3HMOYE0DGLZ8',
  ],
  [
    'nanoseconds-matter',
    '$argon2id$v=19$m=4096,t=3,p=1$iCPY19kzF0VZWkJ11AgNLg$ji6V8uKcLPRy1sceva93lqpndVJVpqCQJvWAETiwlwo',
  ],
  [
    'analytical-engine',
    '$argon2id$v=19$m=4096,t=3,p=1$AKbQEjwXvRGxDcL+OcPIkg$oTLL9rk2yeAldtRZLQtof9XoS19dJAMEcemY5JcYxxA',
  ],
  [
    'orbital-mechanics',
    '$argon2id$v=19$m=4096,t=3,p=1$V4a/eOOMJpMeHzSrDvL1uQ$HivELcWSNdO+xhSHDxRgSOACYvPIuD3zpzU16khWqK4',
  ],
])
