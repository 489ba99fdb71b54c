import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Clock } from "./clock.ts";
import type { IdSource } from "./ids.ts";
import type { Secrets } from "./keys/crypto.ts";
import type { Signing } from "./keys/signing.ts";
import type { Vault } from "./keys/vault.ts";
import type { Log } from "./log.ts";
import type { FetchOutside } from "./outside/outside.ts";

/** PostgreSQL through postgres.js or PGlite alike. */
export type Database = PgDatabase<PgQueryResultHKT>;

export interface Actor {
  kind: "member" | "client" | "job";
  id: string;
  participantId: string;
  /** The member for whom a client acts, as the client asserts it. */
  onBehalfOf?: string;
  /** The session that a member is signed in with. */
  sessionId?: string;
  permissions: ReadonlySet<string>;
  /** The roles of the member who acts. */
  roles?: readonly string[];
}

/** How the ledger stands. `late`: an act was answered before its line was kept. `refused`: the database is not served. */
export type LedgerStanding = "kept" | "late" | "refused";

/** Where it is kept what was taken away, beside the backups. */
export interface Ledger {
  standing(): LedgerStanding;
  /** Waits a little until what was committed is kept there. */
  settle(): Promise<void>;
}

/** What an installation is made of. */
export interface Platform {
  db: Database;
  now: Clock;
  newId: IdSource;
  secrets: Secrets;
  signing: Signing;
  vault: Vault;
  /** How many bytes a body may have that is read as it arrives; by default 256 MiB. */
  longestStream?: number;
  /** Requests to other servers, which a participant names: they reach the public internet only. */
  fetchOutside: FetchOutside;
  log: Log;
  /** How long a session of a person lasts, in milliseconds: without a request, and at most. */
  sessionLimits?: { idle: number; absolute: number };
  /** After how many days an entry of the directory wants to be checked again; a year if unset. */
  verifyAfterDays?: number;
  /** Without one nothing is kept, and nothing waits. */
  ledger?: Ledger;
  /** What it is doing: the id of an operation, or the name of a job. */
  operationId?: string;
}

/** A request's key, as fingerprints: over actor, method, path and key; and over the body. */
export interface IdempotencyKey {
  key: string;
  body: string;
}

/** All that an action may use from outside itself. */
export interface Context extends Omit<Platform, "log" | "fetchOutside" | "ledger"> {
  actor: Actor;
  idempotencyKey?: IdempotencyKey;
}
