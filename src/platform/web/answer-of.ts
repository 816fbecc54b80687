import { type ApiProblem, readProblem } from './problem.ts'

type Query<Data> = { data: Data | undefined; error: unknown; refetch: () => unknown }

/** A query as the `Answer` part takes it: `<Answer {...answerOf(tree)}>{(data) => …}</Answer>`. */
export function answerOf<Data>(query: Query<Data>): { asked: Query<Data>; problem: ApiProblem | undefined } {
  return { asked: query, problem: query.error ? readProblem(query.error) : undefined }
}
