import type { Context, Database } from "../../platform/context.ts";

/** What is done again in a restored database: whose act it was stands in the context's actor. */
export interface TakenAway {
  subjectId: string;
  /** The other party. */
  otherId: string | null;
  codes: readonly string[];
  at: Date;
}

/** Does it again, unless the database knows of it; answers whether anything changed. */
export type Again = (tx: Database, ctx: Context, taken: TakenAway) => Promise<boolean>;
