#!/usr/bin/env node
import { writeFileSync } from 'node:fs'
import { describeRelease, hasNews } from './describe-release.ts'
import { built, inJson, readSources } from './sources.ts'

const sources = readSources()
const next = describeRelease(sources)
writeFileSync(built, inJson([...(hasNews(next) ? [next] : []), ...sources.before]))
