import { asc, eq } from "drizzle-orm";
import type { Database } from "../../../platform/context.ts";
import { reportingSteps } from "../../schema.ts";

/** What was decided after a conversation, the oldest first. */
export const listSteps = (tx: Database, conversationId: string) =>
  tx
    .select()
    .from(reportingSteps)
    .where(eq(reportingSteps.conversationId, conversationId))
    .orderBy(asc(reportingSteps.at), asc(reportingSteps.id));

/** The decisions of a whole case, the oldest first. */
export const listStepsOfCase = (tx: Database, caseId: string) =>
  tx
    .select()
    .from(reportingSteps)
    .where(eq(reportingSteps.caseId, caseId))
    .orderBy(asc(reportingSteps.at), asc(reportingSteps.id));
