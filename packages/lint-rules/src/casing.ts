const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** `TokenOfUser` for `token of-user`; `Grosse` for `Größe`. */
export const pascalCase = (text: string): string => wordsOf(text).map(capital).join('')

/** `createToken` for `Create token`. */
export const camelCase = (text: string): string => {
  const name = pascalCase(text)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** `Create token` for `createToken`. */
export const sentenceCase = (id: string): string =>
  capital(id.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))

/** `invite-and-decline` for `inviteAndDecline`. */
export const kebabCase = (text: string): string =>
  wordsOf(text.replaceAll(/[A-Z]/g, (letter) => ` ${letter}`))
    .join('-')
    .toLowerCase()
