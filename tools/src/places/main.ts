#!/usr/bin/env node
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { repository } from '../repository.ts'
import { findPlaces } from './places.ts'

const document = path.join(repository, 'spec')

const places = findPlaces({
  read: (file) => readFileSync(path.join(document, file), 'utf8'),
  bundle: readFileSync(path.join(document, 'dist/openapi.yaml'), 'utf8'),
  served: readFileSync(path.join(document, 'dist/openapi.internal.json'), 'utf8'),
  components: globSync('*/*.yaml', { cwd: path.join(document, 'components') })
    .map((file) => file.split(path.sep).join('/'))
    .sort(),
})
writeFileSync(path.join(document, 'dist/places.json'), `${JSON.stringify(places, undefined, 1)}\n`)
