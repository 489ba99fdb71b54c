import { z } from "@hono/zod-openapi";
import { permissions } from "../../permissions.ts";
import { Id, line } from "../../platform/text/text.ts";
import type { clientKeys, clients } from "../schema.ts";
import { profiles } from "./profile.ts";
import { PublicKey } from "./public-key.ts";

export type ClientRow = typeof clients.$inferSelect;
export type ClientKeyRow = typeof clientKeys.$inferSelect;

const name = line(200).openapi({ description: "What the system is", example: "Case management" });
const scopes = z
  .array(z.enum(permissions))
  .min(1)
  .max(permissions.length)
  .openapi({ description: "What it may ask for", example: ["referrals:receive", "events:read"] });
const requiresDpop = z.boolean().openapi({
  description: "Whether it gets and uses only tokens that are bound to a key that it holds (DPoP, RFC 9449)",
  example: true,
});
const profile = z.enum(profiles).openapi({
  description:
    "What its assertions are held to. `fapi`: FAPI 2.0. `nl-gov`: also the token endpoint as audience, and RS256, as the Dutch government's profile has them",
  example: "fapi",
});

export const NewClient = z
  .strictObject({
    name,
    scopes,
    publicKey: PublicKey,
    requiresDpop: requiresDpop.optional(),
    profile: profile.optional(),
  })
  .openapi("NewClient");
export type NewClient = z.output<typeof NewClient>;

export const ClientChange = z
  .strictObject({ name, scopes, requiresDpop, profile })
  .partial()
  .openapi("ClientChange", { description: "What is to be otherwise; the rest stays" });
export type ClientChange = z.output<typeof ClientChange>;

export const ClientKey = z
  .object({
    id: Id.openapi({ example: "7c1d2b0e-3f4a-4a1b-9a53-5a2f0f4f9b77" }),
    kid: z.string().openapi({ description: "The name that assertions give it", example: "2026-11" }),
    addedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    expiresAt: z.iso.datetime().optional().openapi({
      description: "From then on nothing is signed with it",
      example: "2027-01-05T09:00:00.000Z",
    }),
    revokedAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "Since when it is revoked", example: "2026-06-01T09:00:00.000Z" }),
  })
  .openapi("ClientKey", { description: "A key that a system signs its assertions with" });
export type ClientKey = z.input<typeof ClientKey>;

export const Client = z
  .object({
    id: Id.openapi({ description: "The client_id", example: "e0a3b1d6-94a7-4f0e-8d62-0f6f5ac2b3a7" }),
    name: z.string().openapi({ example: "Case management" }),
    scopes: z.array(z.string()).openapi({ example: ["referrals:receive", "events:read"] }),
    requiresDpop,
    profile,
    keys: z
      .array(ClientKey)
      .openapi({ description: "Its keys, the newest last; several may be good at once" }),
    suspended: z.boolean().openapi({ description: "While true its tokens are refused", example: false }),
    addedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
  })
  .openapi("Client", { description: "A system of your own participant" });
export type Client = z.input<typeof Client>;

export const ClientPath = z.object({
  clientId: Id.openapi({ description: "The client", example: "e0a3b1d6-94a7-4f0e-8d62-0f6f5ac2b3a7" }),
});

export const presentClientKey = (row: ClientKeyRow): ClientKey => ({
  id: row.id,
  kid: row.kid,
  addedAt: row.addedAt.toISOString(),
  ...(row.expiresAt && { expiresAt: row.expiresAt.toISOString() }),
  ...(row.revokedAt && { revokedAt: row.revokedAt.toISOString() }),
});

export const presentClient = (row: ClientRow, keys: readonly ClientKeyRow[]): Client => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  requiresDpop: row.requiresDpop,
  profile: row.profile,
  keys: keys.map(presentClientKey),
  suspended: row.suspendedAt !== null,
  addedAt: row.addedAt.toISOString(),
});

/** What a proposal to change a client was made on. */
export const standingClient = (row: ClientRow) => ({
  name: row.name,
  scopes: row.scopes,
  requiresDpop: row.requiresDpop,
  profile: row.profile,
  suspended: row.suspendedAt !== null,
});
