const { connect } = require('./dist/members.cjs')

connect(process.argv[2], 'ada@example.com', 'analytical-engine').then(async ({ me, membersOf }) => {
  console.log((await me()).email, (await membersOf('demo')).join(' '))
})
