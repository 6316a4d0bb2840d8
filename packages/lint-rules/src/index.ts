import { withoutDrafts } from './decorators/remove-drafts.ts'
import { stripProse } from './decorators/strip-prose.ts'
import { namedMappings } from './preprocessors/named-mappings.ts'
import type { Plugin } from './redocly.ts'
import { boundedArrays } from './rules/bounded-arrays.ts'
import { boundedStrings } from './rules/bounded-strings.ts'
import { componentFile } from './rules/component-file.ts'
import { deprecation } from './rules/deprecation.ts'
import { describedMembers } from './rules/described-members.ts'
import { draftRule } from './rules/draft.ts'
import { errorCure } from './rules/error-cure.ts'
import { errorText } from './rules/error-text.ts'
import { fileLength } from './rules/file-length.ts'
import { headerExample } from './rules/header-example.ts'
import { headings } from './rules/headings.ts'
import { knownFormat } from './rules/known-format.ts'
import { linkTarget } from './rules/link-target.ts'
import { namedExamples } from './rules/named-examples.ts'
import { noOrphanFiles } from './rules/no-orphan-files.ts'
import { operationId } from './rules/operation-id.ts'
import { operationKeyOrder } from './rules/operation-key-order.ts'
import { operationKeys } from './rules/operation-keys.ts'
import { operationRole } from './rules/operation-role.ts'
import { paginationDeclared } from './rules/pagination-declared.ts'
import { pathFileName } from './rules/path-file-name.ts'
import { pathParameters } from './rules/path-parameters.ts'
import { requiredAnswers } from './rules/required-answers.ts'
import { requiredStated } from './rules/required-stated.ts'
import { secretsMarked } from './rules/secrets-marked.ts'
import { shownValues } from './rules/shown-values.ts'
import { uniqueOperationId } from './rules/unique-operation-id.ts'
import { workflowExpression } from './rules/workflow-expression.ts'
import { workflowFile } from './rules/workflow-file.ts'
import { workflowOperation } from './rules/workflow-operation.ts'
import { workflowParameters } from './rules/workflow-parameters.ts'
import { workflowPayload } from './rules/workflow-payload.ts'
import { workflowSource } from './rules/workflow-source.ts'

const plugin: Plugin = {
  id: 'document',
  rules: {
    oas3: {
      'bounded-arrays': boundedArrays,
      'bounded-strings': boundedStrings,
      'component-file': componentFile,
      deprecation,
      'described-members': describedMembers,
      draft: draftRule,
      'error-cure': errorCure,
      'error-text': errorText,
      'file-length': fileLength,
      'header-example': headerExample,
      headings,
      'known-format': knownFormat,
      'link-target': linkTarget,
      'named-examples': namedExamples,
      'no-orphan-files': noOrphanFiles,
      'operation-id': operationId,
      'operation-key-order': operationKeyOrder,
      'operation-keys': operationKeys,
      'operation-role': operationRole,
      'pagination-declared': paginationDeclared,
      'path-file-name': pathFileName,
      'path-parameters': pathParameters,
      'required-answers': requiredAnswers,
      'required-stated': requiredStated,
      'secrets-marked': secretsMarked,
      'shown-values': shownValues,
      'unique-operation-id': uniqueOperationId,
    },
    arazzo1: {
      'known-format': knownFormat,
      'workflow-expression': workflowExpression,
      'workflow-file': workflowFile,
      'workflow-operation': workflowOperation,
      'workflow-parameters': workflowParameters,
      'workflow-payload': workflowPayload,
      'workflow-source': workflowSource,
    },
  },
  preprocessors: { oas3: { 'named-mappings': namedMappings } },
  decorators: { oas3: { 'remove-drafts': withoutDrafts, 'strip-prose': stripProse } },
}

// biome-ignore lint/style/noDefaultExport: Redocly takes a plugin from the default export, as a function
export default () => plugin
