import { styleText } from 'node:util'

/** How text is emphasised. */
export interface Style {
  readonly bad: (text: string) => string
  readonly good: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

const plain: Style = { bad: String, good: String, strong: String, faint: String }

const coloured: Style = {
  bad: (text) => styleText('red', text, { validateStream: false }),
  good: (text) => styleText('green', text, { validateStream: false }),
  strong: (text) => styleText('bold', text, { validateStream: false }),
  faint: (text) => styleText('dim', text, { validateStream: false }),
}

/** Colour for a terminal whose user has not asked for none (https://no-color.org). */
export function chooseStyle(isTerminal: boolean, noColor: string | undefined): Style {
  return isTerminal && (noColor === undefined || noColor === '') ? coloured : plain
}
