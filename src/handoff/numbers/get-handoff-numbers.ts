import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import { startOfDay } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { Day } from "../../platform/text/text.ts";
import { listOwnNumbers } from "./store.ts";
import { HandoffFigures, PartnerFigures, presentFigures, presentPartners } from "./wire.ts";

const period = {
  from: Day.openapi({ description: "The first day", example: "2026-01-01" }),
  to: Day.openapi({ description: "The last day, itself included", example: "2026-01-31" }),
};

const Period = z
  .strictObject(period)
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "must not lie before from" });
type Period = z.output<typeof Period>;

const HandoffNumbers = z
  .object({ ...period, all: HandoffFigures, partners: z.array(PartnerFigures) })
  .openapi("HandoffNumbers", { description: "How the handoffs of your own participant went" });
type HandoffNumbers = z.input<typeof HandoffNumbers>;

const route = createRoute({
  operationId: "getHandoffNumbers",
  method: "get",
  path: "/handoff-numbers",
  tags: ["Numbers"],
  summary: "Count your own handoffs",
  description:
    "What became of the referrals that your own participant sent: how soon partners answered and met the caller, what they declined and let lapse. Days are those of the network's time zone.",
  security: needs("numbers:read"),
  request: { query: Period },
  responses: { 200: json(HandoffNumbers, "The numbers"), ...problems(permissionMissing) },
});

const nothing = {
  ...{ partnerId: null, partnerName: null, offers: 0, declines: {}, lapses: 0 },
  ...{ acknowledged: 0, acknowledgeMedian: null, acknowledgeSlow: null },
  ...{ answered: 0, answerMedian: null, answerSlow: null },
  ...{ introduced: 0, introduceMedian: null, introduceSlow: null },
};

export async function getHandoffNumbers(ctx: Context, { from, to }: Period): Promise<HandoffNumbers> {
  permit(ctx, "numbers:read");
  const [start, end] = [startOfDay(from), startOfDay(to, { days: 1 })];
  const found = await transact(ctx, (tx) => listOwnNumbers(tx, ctx, start, end));
  return {
    from,
    to,
    all: presentFigures(found.find(({ part }) => part === "all") ?? nothing),
    partners: presentPartners(found.filter(({ part }) => part === "partner")),
  };
}

export default operation(route, (ctx, { query }) => getHandoffNumbers(ctx, query));
