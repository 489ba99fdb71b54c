import type { LedgerStanding, Platform } from "../platform/context.ts";
import { findLost, requireKnowing } from "./check.ts";
import { drain, type Keeping } from "./drain.ts";
import { LedgerFault } from "./fault.ts";
import { letGoOfOld, listKeptSegments } from "./store.ts";
import { firstOf } from "./target/target.ts";

export interface KeeperOptions extends Omit<Keeping, "db"> {
  /** How long lines are kept: as long as the oldest backup, and a margin. */
  days: number;
  /** Milliseconds that an act waits for its line. */
  patience?: number;
  /** What outlives the keeper, where a runtime makes it anew for each request. */
  memory?: KeeperMemory;
}

export interface KeeperMemory {
  standing: LedgerStanding;
  checkedAt?: number;
}

const refusing = new Set(["behind", "unfinished", "other-history"]);

export type Keeper = ReturnType<typeof createKeeper>;

/** Keeps the ledger of one instance: brings entries to the target, and watches that the database knows all of them. */
export function createKeeper(platform: Platform, options: KeeperOptions) {
  const { patience = 2_000, days, target, memory = { standing: "kept" } } = options;
  const keeping: Keeping = { ...options, db: platform.db };
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const alarm = (failure: string) => {
    const [at, requestId] = [platform.now().toISOString(), platform.newId()];
    platform.log({ at, requestId, operationId: "keepLedger", status: 500, milliseconds: 0, failure });
  };

  const tellLate = () => {
    if (memory.standing !== "kept") return;
    memory.standing = "late";
    alarm("LedgerLate");
  };

  /** A database that is refused stays so: it is restored, or the instance is pointed elsewhere. */
  const refuseAfter = (error: unknown): never => {
    if (error instanceof LedgerFault && refusing.has(error.code) && memory.standing !== "refused") {
      memory.standing = "refused";
      alarm(error.name);
    }
    throw error;
  };

  async function drainOnce(): Promise<void> {
    if (memory.standing === "refused") throw new LedgerFault("behind", "the database is not served");
    await drain(keeping).catch(refuseAfter);
    if (memory.standing === "late") memory.standing = "kept";
  }

  /** One drain at a time, and one that waits for it: that begins after whoever asks has committed. */
  function keepNow(): Promise<void> {
    if (!running) {
      running = drainOnce().finally(() => {
        running = undefined;
      });
      return running;
    }
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined;
        return keepNow();
      });
    return next;
  }

  const check = () => requireKnowing(keeping).catch(refuseAfter);

  return {
    standing: (): LedgerStanding => memory.standing,
    keepNow,
    /** Throws where the database must not be served, or the target cannot be asked. */
    check,
    /** What a job does: what fails is told once, until it goes well again. */
    keep: () => keepNow().catch(tellLate),
    watch: () => check().catch(tellLate),
    /** The same for a runtime without jobs of its own, at most once in so many milliseconds. */
    async watchSometimes(every = 60_000): Promise<void> {
      const now = performance.now();
      if (memory.checkedAt !== undefined && now - memory.checkedAt < every) return;
      memory.checkedAt = now;
      await check().catch(tellLate);
    },
    /** Waits until what was committed is at the target, or for two seconds. Never throws: the act has happened. */
    async settle(): Promise<void> {
      const until = performance.now() + patience;
      for (let pause = 50; ; pause *= 2) {
        if (await isDoneWithin(keepNow(), until - performance.now())) return;
        if (memory.standing === "refused" || performance.now() + pause >= until) return tellLate();
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
    /** Gives the target again what it lost, and lets go of lines that no backup needs, whole segments at a time. */
    async tidy(): Promise<void> {
      if ((await findLost(keeping)) > 0) alarm("LedgerLost");
      await letGoOfOld(platform.db, days);
      const [oldest = 0] = await listKeptSegments(platform.db);
      for (const name of await target.list())
        if ((firstOf(name) ?? Number.POSITIVE_INFINITY) < oldest) await target.remove(name);
    },
  };
}

async function isDoneWithin(work: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const outOfTime = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), Math.max(0, milliseconds));
  });
  const done = work.then(
    () => true,
    () => false,
  );
  return Promise.race([done, outOfTime]).finally(() => clearTimeout(timer));
}
