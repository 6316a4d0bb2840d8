// A monorepo: each package has a configuration of its own.
module.exports = { projects: ['<rootDir>/packages/*'] }
