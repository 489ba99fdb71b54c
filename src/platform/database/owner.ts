import { sql } from "drizzle-orm";
import type { Database } from "../context.ts";

/**
 * The same database with every transaction as the owner of the tables: the operator's hand at the server, for whom no
 * row-level security holds. Only a login that owns them may; the service's own fails or stays what it is.
 */
export const ownersHand = (db: Database): Database =>
  new Proxy(db, {
    get: (target, name) =>
      name === "transaction"
        ? (work: (tx: Database) => Promise<unknown>) =>
            target.transaction(async (tx) => {
              await tx.execute(sql`set local role none`);
              return work(tx);
            })
        : Reflect.get(target, name),
  });
