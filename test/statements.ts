import type { Database } from "../src/platform/context.ts";

/** The database, counting the statements of its transactions. */
export function counting(db: Database) {
  let statements = 0;
  const counted = (tx: Database): Database =>
    new Proxy(tx, {
      get(target, name, receiver) {
        if (["execute", "select", "insert", "update"].includes(String(name))) statements++;
        return Reflect.get(target, name, receiver);
      },
    });
  const transaction = (work: (tx: Database) => Promise<unknown>) => db.transaction((tx) => work(counted(tx)));
  return { db: { transaction } as unknown as Database, count: () => statements };
}
