export { takesAway } from "./acts.ts";
export { LedgerFault } from "./fault.ts";
export { createKeeper, type Keeper, type KeeperMemory } from "./keeper.ts";
export { deriveLedgerKey, type LedgerKeys } from "./keys.ts";
export { readAll } from "./read-on.ts";
export { type Restored, type RestoreOptions, restoreLedger } from "./restore.ts";
export { type Bucket, createS3Target } from "./target/s3.ts";
export type { Target } from "./target/target.ts";
