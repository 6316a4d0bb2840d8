import type { Database } from './database/schema.ts'
import type { Inputs, OperationId } from './generated/document/operations.ts'
import type { Answer, Reading } from './handler.ts'
import { admissionWith, type CallingAccount } from './store/admission.ts'
import type { Look } from './store/look.ts'

interface Presentation<Id extends OperationId, Values extends object, Row> {
  /** What the look is given. */
  values(input: Inputs[Id], now: Date): Values
  /** The answer to a caller who has the role. */
  present(
    rows: readonly Row[],
    input: Inputs[Id],
    others: { readonly account: CallingAccount; readonly database: Database },
  ): Answer<Id>
}

/** An operation that shows what a look finds, which the statement brings along that says who calls. */
export function reading<Id extends OperationId, Values extends object, Row>(
  look: Look<Values, Row>,
  { values, present }: Presentation<Id, Values, Row>,
): Reading<Id> {
  const ask = admissionWith(look)
  return {
    async read({ database, question, input, now }) {
      const admission = await ask(database, { ...question, ...values(input, now) }, now)
      if (!admission) return undefined
      const { shown, ...admitted } = admission
      const { account } = admitted
      return { ...admitted, present: () => present(shown, input, { account, database }) }
    },
  }
}
