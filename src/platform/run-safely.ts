import type { Platform } from "./context.ts";
import { sqlState } from "./database/transact.ts";

/** Runs a piece of a job: a failure is logged, without its message, and keeps nothing that comes after from running. */
export async function runSafely(
  { log, now, newId }: Platform,
  operationId: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const began = now();
  try {
    await work();
  } catch (error) {
    const failure = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
    const milliseconds = now().getTime() - began.getTime();
    log({ at: began.toISOString(), requestId: newId(), operationId, status: 500, milliseconds, failure });
  }
}
