import { runImports } from "./directory/index.ts";
import type { Platform } from "./platform/context.ts";
import { sqlState } from "./platform/db.ts";

/** Does all that waits: rows that whoever comes first claims. */
export async function tick(platform: Platform): Promise<void> {
  await runImports(platform);
}

const rhythm = 1_000;

/** A tick every second, never two at once in this process, until it is stopped. */
export function startJobs(platform: Platform): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(() => {
      running = tick(platform).catch((error: unknown) => tellFailure(platform, error));
      running.then(() => stopped || next());
    }, rhythm).unref();
  };
  next();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}

function tellFailure({ log, now, newId }: Platform, error: unknown): void {
  const failure = sqlState(error) ?? (error as Error).name;
  log({
    at: now().toISOString(),
    requestId: newId(),
    operationId: "tick",
    status: 500,
    milliseconds: 0,
    failure,
  });
}
