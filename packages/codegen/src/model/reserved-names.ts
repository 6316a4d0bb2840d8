/**
 * What hand-written files of the packages export, and what generated files import or declare beside an operation. A test holds the
 * list to those files.
 */
export const reservedNames: readonly string[] = [
  ...words(`AbortedError Accounts AddCheck Affected Answer AnswerError AnswerFunction AnswerOptions Answered Answers AnyError
    Attempt Auth CallArguments CallEvent CallOptions Check Choices Client ClientOptions Contract DeadlineError DecodeError
    DefinedInfiniteQueryHookOptions DefinedInfiniteQueryHookResult DefinedQueryHookOptions DefinedQueryHookResult ErrorOf
    FailureEvent Fetch FetchInit FetchResponse HandlerOptions HeadersWith Handlers HandlersOptions HookArguments Hooks InfiniteKey
    InfiniteQueryFactory InfiniteQueryHook InfiniteQueryHookOptions InfiniteQueryHookResult InfiniteQueryOptions InputArgument
    Invalidation ItemOf JsonObject KeyPrefix Keys LimitOptions MockedOperation MutationFactory MutationFacts
    MutationHook MutationHookOptions MutationHookResult MutationKey MutationOptions MutationSettings NetworkError NoAnswer NoInput
    OperationCall OperationDescription OperationFacts OperationFunction OperationHandler OperationHandlers OperationId
    OperationKey OperationMethod OperationMethods OperationResolver PageInput PagedOperationFunction PagedOperationMethod
    Pages Pagination Paging ParameterLocation ParameterPlace ParamsOf PathArguments PathMethod PathMethods PathResult QueryData QueryFactory
    QueryHook QueryHookOptions QueryHookResult QueryOptions QueryValues RareFacts RefusedError RenewedAuth RenewingOptions RequestBodyOf ResolvedHandler
    ResponseEvent ResponseWith ResultOf RetryEvent RetryOptions SafeResult Schemas Scoped SecretPath SecurityScheme SessionOptions Setup SuccessOf
    Skippable SkippableInfiniteQueryOptions SkippableInput SkippableQueryOptions SomeStatus StatusCode StatusError TimeoutError Token
    UndeclaredStatus UndeclaredStatusError UserApi UserApiError UserApiProvider UserApiProviderProps Validate Variables
    Workflow`),
  ...words(`byMediaRange byPath chosen clientOnly contractOf createClient createHandlers createUserApi documented expectAlike
    expectAsPrepared expectMethodNotAllowed expectNoBody expectNoSecrets expectOptions expectPrompt expectResponse
    expectUnknownPath forgetAccount frozen infiniteQuery infiniteQueryHook instead isErrorOf isErrorOfKind isSkipped isStream
    isUserApiError json keyOf largestBody listed mediaTypeOf mocked mutation mutationHook namesNothing openSession operation paddedTo
    paged paginated placed query queryHook readAs readBinary readItems readTexts refusesAnyBody refusesAnyQuery renewing replacing setups styled
    takesAnyBody takesAnyQuery takesLimits text useClient without writeAsIs writeForm writeJson writeJsonAs writeParts writeStyledForm written`),
  // A page of the reference that is about all.
  'index',
  // What generated files declare.
  ...words(
    'answers calls check components contracts examples exchange fixtures operations paths responses results schemas',
  ),
  ...words('securitySchemes shapes workflows'),
  // The methods of a client by path.
  ...words('DELETE GET HEAD OPTIONS PATCH POST PUT TRACE'),
  // What a module has without importing it.
  ...words(
    'Array Blob Boolean Date Error FormData Headers JSON Map Math Number Object Promise Request Response Set String',
  ),
  ...words('Symbol URL URLSearchParams console fetch globalThis process'),
]

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}
