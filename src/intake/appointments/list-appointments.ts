import { createRoute, z } from "@hono/zod-openapi";
import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import { startOfDay } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, type Position, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { Day, Id } from "../../platform/text/text.ts";
import { appointmentStates } from "../codes.ts";
import { appointments } from "../schema.ts";
import { listAttempts } from "./store.ts";
import { Appointment, presentAppointment } from "./wire.ts";

const Appointments = pageOf(Appointment).openapi("Appointments");

const AppointmentQuery = PageQuery.extend({
  counsellorId: Id.optional().openapi({
    description: "Only this counsellor's: your own id for your own",
    example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
  }),
  day: Day.optional().openapi({
    description: "Only those that begin on this day, by the network's clock",
    example: "2026-03-02",
  }),
  state: z
    .enum(appointmentStates)
    .optional()
    .openapi({ description: "Only those in this state", example: "planned" }),
});
type Filters = Omit<z.output<typeof AppointmentQuery>, "pageSize" | "cursor">;

const route = createRoute({
  operationId: "listAppointments",
  method: "get",
  path: "/appointments",
  tags: ["Planning"],
  summary: "List appointments",
  description: "The helpline's appointments, the earliest first: all, a counsellor's, or those of a day.",
  security: needs("planning"),
  request: { query: AppointmentQuery },
  responses: { 200: json(Appointments, "A page of appointments"), ...problems(permissionMissing) },
});

export async function listAppointments(
  ctx: Context,
  { pageSize, cursor, ...filters }: z.output<typeof AppointmentQuery>,
): Promise<z.input<typeof Appointments>> {
  permit(ctx, "planning");
  const position = await openCursor(ctx, "appointments", filters, cursor);
  return transact(ctx, async (tx) => {
    const found = await listRows(tx, ctx, filters, position, pageSize + 1);
    const { rows, ...next } = await cutPage(ctx, "appointments", filters, pageSize, found, (row) => [
      row.startsAt.toISOString(),
      row.id,
    ]);
    const attempts =
      rows.length > 0
        ? await listAttempts(
            tx,
            rows.map(({ id }) => id),
          )
        : [];
    const items = rows.map((row) =>
      presentAppointment(
        ctx,
        row,
        attempts.filter(({ appointmentId }) => appointmentId === row.id),
      ),
    );
    return { items, ...next };
  });
}

function listRows(
  tx: Database,
  ctx: Context,
  { counsellorId, day, state }: Filters,
  position: Position | undefined,
  limit: number,
) {
  const { startsAt, id } = appointments;
  return tx
    .select()
    .from(appointments)
    .where(
      and(
        eq(appointments.participantId, ctx.actor.participantId),
        counsellorId ? eq(appointments.counsellorId, counsellorId) : undefined,
        state ? eq(appointments.state, state) : undefined,
        day ? gte(startsAt, startOfDay(day)) : undefined,
        day ? lt(startsAt, startOfDay(day, { days: 1 })) : undefined,
        position && sql`(${startsAt}, ${id}) > (${position[0]}::timestamptz, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(asc(startsAt), asc(id))
    .limit(limit);
}

export default operation(route, (ctx, { query }) => listAppointments(ctx, query));
