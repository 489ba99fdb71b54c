import { createRoute, z } from "@hono/zod-openapi";
import { and, asc, eq, gt, lt } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { appointments, type ExceptionRow } from "../schema.ts";
import { permitKeeping, requireCounsellor } from "./counsellors.ts";
import { counsellorNotFound, exceptionNotFound, exceptionOver } from "./problems.ts";
import { claimAvailability, findException, insertException } from "./store.ts";
import { AvailabilityException, CounsellorPath, endsAt, presentException, startsAt } from "./wire.ts";

const NewLeave = z.strictObject({ startsAt, endsAt }).openapi("NewLeave");

const Leave = z
  .object({
    ...AvailabilityException.shape,
    appointmentIds: z
      .array(Id)
      .openapi({ description: "The planned appointments in it, which somebody else has to take" }),
  })
  .openapi("Leave", { description: "A counsellor's absence, and what it leaves behind" });

const route = createRoute({
  operationId: "reportLeave",
  method: "post",
  path: "/counsellors/{counsellorId}/leaves",
  tags: ["Planning"],
  summary: "Report a counsellor's leave",
  description:
    "Nothing more is planned with them in that time. What is planned already becomes the coordinator's task: suggestCover names who could take it, reassignAppointment gives it to them.",
  security: needs("planning"),
  request: { params: CounsellorPath, body: json(NewLeave, "From when until when") },
  responses: {
    201: json(Leave, "The leave"),
    ...problems(counsellorNotFound, exceptionNotFound, exceptionOver, permissionMissing),
  },
});

export function reportLeave(ctx: Context, counsellorId: string, given: z.output<typeof NewLeave>) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    await requireCounsellor(tx, ctx, counsellorId);
    permitKeeping(ctx, counsellorId);
    // Whoever is just booking them is waited for, and then is among those that need cover.
    await claimAvailability(tx, counsellorId);
    const row = await insertException(tx, ctx, { counsellorId, kind: "leave", ...given });
    await record(tx, ctx, { action: "availability.leave-reported", subjectId: row.id });
    return present(tx, row);
  });
}

async function present(tx: Database, row: ExceptionRow): Promise<z.input<typeof Leave>> {
  const { counsellorId, startsAt, endsAt } = row;
  const planned = await tx
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        eq(appointments.counsellorId, counsellorId),
        eq(appointments.state, "planned"),
        lt(appointments.startsAt, endsAt),
        gt(appointments.endsAt, startsAt),
      ),
    )
    .orderBy(asc(appointments.startsAt));
  return { ...presentException(row), appointmentIds: planned.map(({ id }) => id) };
}

function presentAgain(ctx: Context, id: string) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => present(tx, await findException(tx, ctx, id)));
}

export default operation(
  route,
  (ctx, { params, body }) => reportLeave(ctx, params.counsellorId, body),
  presentAgain,
);
