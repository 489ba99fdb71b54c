import { serve } from "@hono/node-server";
import { Hono } from "hono";
import postgres from "postgres";
import { readNodeEnvironment } from "../../src/env.ts";
import { startService } from "../../src/node.ts";
import { replay, type Statement } from "./recorder.ts";

/** One of the servers that are measured, in a process of its own; the parent tells which, and is told where. */
export interface Order {
  kind: "service" | "bare";
  environment: Record<string, string>;
  statements: Statement[];
}

process.once("message", async ({ kind, environment, statements }: Order) => {
  const url = kind === "service" ? await service(environment) : await bare(environment, statements);
  process.send?.({ url });
});
process.on("message", (message) => {
  if (message === "memory") process.send?.({ memory: process.memoryUsage.rss() });
});

async function service(environment: Record<string, string>): Promise<string> {
  const { url } = await startService(readNodeEnvironment(environment), () => {});
  return url;
}

/** Hono with the same statements and nothing else: no contract, no checks, no headers. */
function bare({ DATABASE_URL = "" }: Record<string, string>, statements: Statement[]): Promise<string> {
  const run = replay(postgres(DATABASE_URL, { max: 8, onnotice: () => {} }), statements);
  const app = new Hono().all("/", async (c) => {
    await c.req.text();
    return c.json(await run());
  });
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}/`),
    );
  });
}
