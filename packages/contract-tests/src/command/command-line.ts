// Its build puts the package in this place: it is private, and not there for those who install this one.
export * from '@windmill-user-api/command-line'
