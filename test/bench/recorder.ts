import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { createApp } from "../../src/app.ts";
import type { Platform } from "../../src/platform/context.ts";

export interface Statement {
  query: string;
  parameters: unknown[];
}

/** The statements with which the service answers `request`, in order, with their parameters. */
export async function record(platform: Platform, url: string, request: Request): Promise<Statement[]> {
  const statements: Statement[] = [];
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const logQuery = (query: string, parameters: unknown[]) => statements.push({ query, parameters });
  const app = createApp({ ...platform, db: drizzle(client, { logger: { logQuery } }) });
  const response = await app.fetch(request);
  await client.end();
  if (!response.ok) throw new Error(`the request to be measured answers ${response.status}`);
  return statements;
}

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
