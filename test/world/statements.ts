import type { Database } from "../../src/platform/context.ts";

const asking = ["execute", "select", "insert", "update", "delete"];

/** The database, counting its statements, in and out of transactions. */
export function counting(db: Database) {
  let statements = 0;
  const counted = (inner: Database): Database =>
    new Proxy(inner, {
      get(target, name) {
        if (asking.includes(String(name))) statements++;
        const value = Reflect.get(target, name, target);
        if (name !== "transaction") return typeof value === "function" ? value.bind(target) : value;
        return (work: (tx: Database) => Promise<unknown>) => target.transaction((tx) => work(counted(tx)));
      },
    });
  return { db: counted(db), count: () => statements };
}
