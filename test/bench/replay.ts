import type postgres from "postgres";
import type { Statement } from "./recorder.ts";

/**
 * The same statements by themselves: those before set_config are the authentication's, the others one transaction.
 * As in the service, set_config travels with the first; each later one is made of the answer to the one before it.
 */
export function replay(client: postgres.Sql, statements: readonly Statement[]) {
  const begins = statements.findIndex(({ query }) => query.includes("set_config"));
  const send = (on: postgres.Sql | postgres.TransactionSql, { query, parameters }: Statement) =>
    on.unsafe(query, parameters as never[], { prepare: parameters.length > 0 });
  const [acting, first, ...later] = statements.slice(begins);
  return async (): Promise<unknown> => {
    for (const statement of statements.slice(0, begins)) await send(client, statement);
    return client.begin(async (transaction) => {
      const together = [acting, first].flatMap((statement) =>
        statement ? [send(transaction, statement)] : [],
      );
      let answer = (await Promise.all(together)).at(-1);
      for (const statement of later) answer = await send(transaction, statement);
      return answer;
    });
  };
}
