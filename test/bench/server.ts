import { serve } from "@hono/node-server";
import { Hono } from "hono";
import postgres from "postgres";
import { planning } from "../../src/platform/database/postgres.ts";
import { replayMove } from "./handoff/replay-move.ts";
import type { Usage } from "./processes.ts";
import type { Statement } from "./recorder.ts";
import { replay } from "./replay.ts";

/** One of the servers that are measured, in a process of its own; the parent tells which, and is told where. */
export interface Order {
  kind: "service" | "bare" | "bare move";
  environment: Record<string, string>;
  statements: Statement[];
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { megabytes: Math.round(process.memoryUsage.rss() / 1e6), processor: (user + system) / 1000 };
}

let close = async () => {};

process.once("message", async ({ kind, environment, statements }: Order) => {
  const url = kind === "service" ? await service(environment) : await bare(kind, environment, statements);
  process.send?.({ url });
});
process.on("message", async (message) => {
  if (message === "usage") process.send?.(usage());
  if (message === "stop") {
    await close();
    process.exit();
  }
});

async function service(environment: Record<string, string>): Promise<string> {
  // Only then, so that bare Hono's memory is its own.
  const [{ readNodeEnvironment }, { startService }] = await Promise.all([
    import("../../src/host/env.ts"),
    import("../../src/host/node.ts"),
  ]);
  const started = await startService(readNodeEnvironment(environment), () => {});
  close = started.close;
  return started.url;
}

/** Hono with the same statements and nothing else: no contract, no checks, no headers. */
function bare(
  kind: "bare" | "bare move",
  { DATABASE_URL = "" }: Record<string, string>,
  statements: Statement[],
): Promise<string> {
  const run =
    kind === "bare"
      ? replay(postgres(DATABASE_URL, { max: 8, onnotice: () => {}, connection: planning }), statements)
      : replayMove(DATABASE_URL, statements).run;
  // The path names the referral, where there is one.
  const app = new Hono().all("/:n?", async (c) => {
    await c.req.text();
    return c.json(await run(Number(c.req.param("n"))));
  });
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}/`),
    );
  });
}
