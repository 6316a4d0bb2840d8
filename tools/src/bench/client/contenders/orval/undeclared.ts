import { globalWhoami } from '../../generated/orval'

const { status } = await globalWhoami()
if (status === 502) console.log(status)
