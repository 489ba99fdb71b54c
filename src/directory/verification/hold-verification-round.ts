import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { needs, permissionMissing } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { verificationRounds } from "../schema.ts";
import { askForVerification, type Round } from "./ask-for-verification.ts";

const VerificationRound = z
  .object({
    id: Id.openapi({ description: "The round", example: "f1b3d5a7-6c8e-4092-b4d6-8f0a2c4e6b31" }),
    at: z.iso.datetime().openapi({ description: "When it was held", example: "2026-01-05T09:00:00.000Z" }),
    asked: z.int().openapi({ description: "How many organizations were asked", example: 12 }),
    unreachable: z.int().openapi({
      description:
        "How many organizations are due that nobody in the network answers for: `GET /verifications-due?reachable=false` lists their entries",
      example: 40,
    }),
  })
  .openapi("VerificationRound", { description: "One asking of all organizations with a due entry" });

const route = createRoute({
  operationId: "holdVerificationRound",
  method: "post",
  path: "/verification-rounds",
  tags: ["Directory quality"],
  summary: "Ask all organizations with a due entry",
  description:
    "Puts one event `verification.requested` into the feed of whoever answers for each organization with a due entry, its id as the subject. An organization is asked once in the network's period, however often this is called.",
  security: needs("directory:curate"),
  responses: { 201: json(VerificationRound, "The round"), ...problems(permissionMissing) },
});

export async function holdVerificationRound(ctx: Context): Promise<z.input<typeof VerificationRound>> {
  return present((await askForVerification(ctx, { always: true })) as Round);
}

const present = ({ id, at, asked, unreachable }: Round) => ({
  id,
  at: at.toISOString(),
  asked,
  unreachable,
});

async function replay(ctx: Context, id: string) {
  const [round] = await transact(ctx, (tx) =>
    tx.select().from(verificationRounds).where(eq(verificationRounds.id, id)),
  );
  return present(round as Round);
}

export default operation(route, (ctx) => holdVerificationRound(ctx), replay);
