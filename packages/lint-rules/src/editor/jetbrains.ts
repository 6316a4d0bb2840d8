import path from 'node:path'
import { kinds } from './schemas.ts'

/** `.idea/jsonSchemas.xml`: which schema a JetBrains IDE checks the files of a folder with. */
export function jetBrainsMappings(): string {
  const entries = Object.entries(kinds).map(([kind, files]) => mappingOf(kind, path.posix.dirname(files)))
  return `<?xml version="1.0" encoding="UTF-8"?>
<project version="4">
  <component name="JsonSchemaMappingsProjectConfiguration">
    <state>
      <map>
${entries.join('')}      </map>
    </state>
  </component>
</project>
`
}

function mappingOf(kind: string, folder: string): string {
  return `        <entry key="${kind}">
          <value>
            <SchemaInfo>
              <option name="name" value="${kind}" />
              <option name="relativePathToSchema" value=".vscode/schemas/${kind}.schema.json" />
              <option name="patterns">
                <list>
                  <Item>
                    <option name="directory" value="true" />
                    <option name="path" value="${folder}" />
                    <option name="mappingKind" value="Directory" />
                  </Item>
                </list>
              </option>
            </SchemaInfo>
          </value>
        </entry>
`
}
