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
  const app = createApp({ ...platform, db: drizzle(client, { logger: { logQuery } }) }, { rates: {} });
  const response = await app.fetch(request);
  await client.end();
  if (!response.ok) throw new Error(`the request to be measured answers ${response.status}`);
  return statements;
}
