import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import { type SessionRow, signInMethods } from "./schema.ts";

export const SessionPath = z.object({
  sessionId: Id.openapi({
    description: "The session",
    example: "7d0c7a58-3f1e-4b0e-9a0b-3c7b8e0a6f52",
  }),
});

export const Session = z
  .object({
    id: Id.openapi({ example: "7d0c7a58-3f1e-4b0e-9a0b-3c7b8e0a6f52" }),
    method: z.enum(signInMethods).openapi({
      description:
        "How you signed in: `oidc` at your organization, by `passkey`, or as a `demo` member of a trial",
      example: "oidc",
    }),
    startedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    seenAt: z.iso
      .datetime()
      .openapi({ description: "Its last request, to the minute", example: "2026-01-05T09:25:00.000Z" }),
    expiresAt: z.iso.datetime().openapi({
      description: "When it ends at the latest; it ends earlier once nothing was asked for a while",
      example: "2026-01-05T21:00:00.000Z",
    }),
    current: z
      .boolean()
      .openapi({ description: "Whether it is the one that this request came with", example: true }),
  })
  .openapi("Session", { description: "A browser in which you are signed in" });
export type Session = z.input<typeof Session>;

export function presentSession(row: SessionRow, currentId: string | undefined): Session {
  return {
    id: row.id,
    method: row.method,
    startedAt: row.startedAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    current: row.id === currentId,
  };
}
