import { connect } from './dist/members.js'

const { me, membersOf } = await connect(process.argv[2], 'ada@example.com', 'analytical-engine')
console.log((await me()).email, (await membersOf('demo')).join(' '))
