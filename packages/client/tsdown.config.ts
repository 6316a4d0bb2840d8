import { library } from '../../tsdown.shared.ts'

/** Apart: what both need is in each of them, because another file to find and read costs a program more than 300 bytes twice. */
export default [
  ...library({ index: 'src/index.ts' }),
  ...library({ 'validate/index': 'src/validate/index.ts' }).map((build) => ({ ...build, clean: false })),
]
