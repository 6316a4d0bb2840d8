import { globalWhoami } from '../../generated/orval'

const { data } = await globalWhoami({ headers: { Authorization: 'Bearer secret' } })
console.log(data)
