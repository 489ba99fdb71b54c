import { systemClock } from "../platform/clock.ts";
import type { Log } from "../platform/log.ts";

/** Tells failures that nobody caught by their name alone: a message may quote what was sent. */
export function logCrashes(log: Log): void {
  const tell = (operationId: string, error: unknown) => {
    const failure = error instanceof Error ? error.name : "unknown";
    const at = systemClock().toISOString();
    log({ at, requestId: "-", operationId, status: 500, milliseconds: 0, failure });
  };
  process.on("unhandledRejection", (error) => tell("unhandledRejection", error));
  process.on("uncaughtException", (error) => {
    tell("uncaughtException", error);
    process.exit(1);
  });
}
