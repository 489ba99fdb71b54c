import { z } from "@hono/zod-openapi";
import { roles } from "../../permissions.ts";
import { Id, line } from "../../platform/text/text.ts";
import type { MemberRow } from "../schema.ts";

const memberRoles = z
  .array(z.enum(roles))
  .min(1)
  .max(roles.length)
  .openapi({ description: "What the person does; the permissions follow from it", example: ["counsellor"] });

export const MemberPath = z.object({
  memberId: Id.openapi({
    description: "A member of your own participant",
    example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
  }),
});

export const NewMember = z
  .strictObject({
    name: line(200).openapi({
      description: "The person's name, as colleagues know it",
      example: "Noor de Wit",
    }),
    roles: memberRoles,
  })
  .openapi("NewMember");
export type NewMember = z.output<typeof NewMember>;

export const Member = z
  .object({
    id: Id.openapi({ example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21" }),
    name: z.string().openapi({ example: "Noor de Wit" }),
    roles: memberRoles,
    suspended: z
      .boolean()
      .openapi({ description: "While true nothing can be done in this person's name", example: false }),
    addedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
  })
  .openapi("Member", { description: "A person of your own participant" });
export type Member = z.input<typeof Member>;

export function presentMember(row: MemberRow): Member {
  return {
    id: row.id,
    name: row.name,
    roles: row.roles,
    suspended: row.suspendedAt !== null,
    addedAt: row.addedAt.toISOString(),
  };
}
