import { retainAudit, sealAudit } from "./audit/index.ts";
import { askForVerification, runImports } from "./directory/index.ts";
import { retain, tick } from "./handoff/index.ts";
import { clearSessions, clearUsed, findOperator } from "./identity/index.ts";
import { letGoOfRequests } from "./intake/index.ts";
import { asJob } from "./permissions.ts";
import type { Platform } from "./platform/context.ts";
import { forgetIdempotencyKeys } from "./platform/http/idempotency.ts";
import { forgetQuotas } from "./platform/rate-limit/lease.ts";
import { runSafely } from "./platform/run-safely.ts";
import { expireNotes } from "./signals/index.ts";

/** Rows that wait are claimed by whoever comes first: every instance may run every job. */
export interface Job {
  name: string;
  run(platform: Platform): Promise<unknown>;
  /** In milliseconds. */
  every: number;
}

const minute = 60_000;

export const jobs: readonly Job[] = [
  { name: "runImports", run: runImports, every: 1_000 },
  { name: "tick", run: tick, every: 30_000 },
  { name: "sealAudit", run: sealAudit, every: minute },
  { name: "forgetQuotas", run: forgetQuotas, every: minute },
  { name: "forgetIdempotencyKeys", run: forgetIdempotencyKeys, every: 60 * minute },
  { name: "retain", run: retain, every: 60 * minute },
  { name: "letGoOfRequests", run: letGoOfRequests, every: 60 * minute },
  { name: "clearUsed", run: clearUsed, every: 5 * minute },
  { name: "clearSessions", run: clearSessions, every: 60 * minute },
  { name: "retainAudit", run: retainAudit, every: 60 * minute },
  { name: "expireNotes", run: expireNotes, every: 60 * minute },
  { name: "askForVerification", run: askWhoIsDue, every: 60 * minute },
];

async function askWhoIsDue(platform: Platform): Promise<void> {
  await askForVerification(asJob(platform, await findOperator(platform.db)));
}

/** Nothing is done with a database that must not be served. */
const runJob = async (platform: Platform, { name, run }: Job) => {
  if (platform.ledger?.standing() === "refused") return;
  await runSafely(platform, name, () => run({ ...platform, operationId: name }));
};

/** Runs what a clock that comes by every minute has to run at `now`. */
export async function runDue(platform: Platform): Promise<void> {
  const atTheHour = platform.now().getUTCMinutes() === 0;
  for (const job of jobs) if (job.every <= minute || atTheHour) await runJob(platform, job);
}

/**
 * Runs every job in its rhythm, none of them twice at once in this process, until it is stopped. `own`: what only this
 * runtime can do.
 */
export function startJobs(platform: Platform, own: readonly Job[] = []): { stop(): Promise<void> } {
  const running = [...jobs, ...own].map((job) => startJob(platform, job));
  return { stop: async () => void (await Promise.all(running.map((job) => job.stop()))) };
}

function startJob(platform: Platform, job: Job): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(() => {
      running = runJob(platform, job);
      running.then(() => stopped || next());
    }, job.every).unref();
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
