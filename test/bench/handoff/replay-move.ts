import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { planning } from "../../../src/platform/database/postgres.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import type { Statement } from "../recorder.ts";
import { type Entity, idOf } from "./fill.ts";

/** What of a referral the statements of a move may name. */
export const named: readonly Entity[] = ["referral", "consent", "case", "question"];

/** The same statements for the `n`th referral, each made of the same answers and sent together as the service does. */
export function replayMove(url: string, statements: readonly Statement[]) {
  const client = postgres(url, { max: 8, onnotice: () => {}, connection: planning });
  // Drizzle has the client take values as they are: they were recorded behind it.
  drizzle(client);
  const begins = statements.findIndex(({ query }) => query.includes("set_config"));
  const send = (on: postgres.Sql | postgres.TransactionSql, { query, parameters }: Statement) =>
    on.unsafe(query, parameters as never[], { prepare: parameters.length > 0 });
  async function run(n: number): Promise<unknown> {
    const filled = filledFor(statements, n);
    for (const statement of filled.slice(0, begins)) await send(client, statement);
    return client.begin(async (transaction) => {
      const [acting, claim, ...writing] = filled.slice(begins);
      const claiming = [acting, claim].flatMap((statement) => (statement ? [statement] : []));
      const answers = await Promise.all(claiming.map((statement) => send(transaction, statement)));
      await Promise.all(writing.map((statement) => send(transaction, statement)));
      return answers.at(-1);
    });
  }
  return { run, close: () => client.end() };
}

function filledFor(statements: readonly Statement[], n: number): Statement[] {
  const values = new Map<unknown, string>(named.map((entity) => [`{${entity}}`, idOf(entity, n)]));
  const valueFor = (mark: unknown) => {
    if (typeof mark === "string" && mark.startsWith("{new ") && !values.has(mark))
      values.set(mark, randomIds());
    return values.get(mark) ?? mark;
  };
  return statements.map(({ query, parameters }) => ({ query, parameters: parameters.map(valueFor) }));
}
