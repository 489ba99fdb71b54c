import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { quarterOpen } from "../problems.ts";
import { endOf, parseQuarter } from "./quarter.ts";
import { listNetworkNumbers } from "./store.ts";
import { HandoffFigures, PartnerFigures, presentFigures, presentPartners } from "./wire.ts";

const quarterName = z
  .string()
  .regex(/^20\d\d-[1-4]$/, "must be a year and a quarter, such as 2026-1")
  .openapi({ description: "Year and quarter", example: "2026-1" });

const NetworkNumbers = z
  .object({
    quarter: quarterName,
    partners: z
      .array(PartnerFigures)
      .openapi({ description: "The partners that were offered ten referrals or more" }),
    otherPartners: HandoffFigures.optional().openapi({
      description: "All others together; left out where they were offered fewer than ten",
    }),
  })
  .openapi("NetworkNumbers", {
    description:
      "How the network's handoffs went. Helplines are never told apart, and a time is told of ten measured or more. A count of one to nine is left out, and so is one that is as small once you take off what your own participant sent",
  });
type NetworkNumbers = z.input<typeof NetworkNumbers>;

const route = createRoute({
  operationId: "getNetworkNumbers",
  method: "get",
  path: "/network-numbers",
  tags: ["Numbers"],
  summary: "Count the network's handoffs",
  description:
    "For the network's operator: a quarter that is over, by the network's calendar, and never so little that a caller could be told from it. A closed quarter does not change any more.",
  security: needs("network-numbers:read"),
  request: { query: z.strictObject({ quarter: quarterName }) },
  responses: { 200: json(NetworkNumbers, "The numbers"), ...problems(permissionMissing, quarterOpen) },
});

export async function getNetworkNumbers(ctx: Context, named: string): Promise<NetworkNumbers> {
  permit(ctx, "network-numbers:read");
  const quarter = parseQuarter(named);
  const now = ctx.now();
  if (endOf(quarter) > now) fail(quarterOpen);
  const found = await transact(ctx, (tx) => listNetworkNumbers(tx, quarter, now));
  const others = found.find(({ partnerId }) => partnerId === null);
  return {
    quarter: named,
    partners: presentPartners(found),
    ...(others && { otherPartners: presentFigures(others) }),
  };
}

export default operation(route, (ctx, { query }) => getNetworkNumbers(ctx, query.quarter));
