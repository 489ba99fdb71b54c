import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { permissionsOfClient, type Role } from "../permissions.ts";
import type { Actor, Platform } from "../platform/context.ts";
import { rows } from "../platform/db.ts";
import { fail, unauthenticated } from "../platform/problem.ts";
import type { Signing } from "../platform/signing.ts";

/** The claims of an access token (RFC 9068), beside issuer, audience and times. */
export const AccessClaims = z.object({
  client_id: z.uuid(),
  key_id: z.uuid(),
  scope: z.string(),
  on_behalf_of: z.uuid().optional(),
});
export type AccessClaims = z.infer<typeof AccessClaims>;

/** The one audience of access tokens: this interface. */
export const audienceOf = (issuer: string) => `${issuer}/v1`;

const challenge = { "www-authenticate": 'Bearer realm="handreiking", error="invalid_token"' };
const refuse = (): never => fail(unauthenticated, { headers: challenge });

/**
 * Who asks. What the token says is compared with what holds now: a suspended participant, client, key or
 * member is refused at once, and a permission taken away is gone.
 */
export async function authenticate(platform: Platform, request: Request): Promise<Actor> {
  const [, token] =
    /^bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (!token || token.length > 4096) return refuse();
  const claims = await readToken(platform, token);
  const held = await findActor(platform, claims);
  if (!held) return refuse();
  const scopes = claims.scope.split(" ").filter((scope) => held.scopes.includes(scope));
  const member = claims.on_behalf_of ? { roles: held.roles ?? [] } : undefined;
  return {
    kind: "client",
    id: claims.client_id,
    participantId: held.participantId,
    ...(claims.on_behalf_of && { onBehalfOf: claims.on_behalf_of }),
    permissions: permissionsOfClient(scopes, member, held.operator),
  };
}

interface KnownToken {
  claims: AccessClaims;
  /** Seconds. */
  exp: number;
}

/**
 * Tokens whose signature was found right, by their hash, of each signing: it is verified once, not at each request.
 * Only what the token itself says is kept until it ends, never what holds for its bearer.
 */
const known = new WeakMap<Signing, Map<string, KnownToken>>();
const mostKnown = 1000;

async function readToken({ signing, now }: Platform, token: string): Promise<AccessClaims> {
  const tokens = known.get(signing) ?? new Map<string, KnownToken>();
  known.set(signing, tokens);
  const hash = createHash("sha256").update(token).digest("base64url");
  const before = tokens.get(hash);
  if (before && before.exp * 1000 > now().getTime()) return before.claims;
  tokens.delete(hash);
  const verified = await verifyToken(signing, now(), token);
  const [oldest] = tokens.keys();
  if (oldest !== undefined && tokens.size >= mostKnown) tokens.delete(oldest);
  tokens.set(hash, verified);
  return verified.claims;
}

async function verifyToken(signing: Signing, currentDate: Date, token: string): Promise<KnownToken> {
  try {
    const payload = await signing.verify(token, {
      typ: "at+jwt",
      audience: audienceOf(signing.issuer),
      currentDate,
      requiredClaims: ["exp", "iat", "sub", "jti"],
    });
    return { claims: AccessClaims.parse(payload), exp: payload.exp ?? 0 };
  } catch {
    return refuse();
  }
}

interface Held {
  participantId: string;
  operator: boolean;
  scopes: string[];
  roles: Role[] | null;
}

export async function findActor(
  { db, now }: Pick<Platform, "db" | "now">,
  { client_id, key_id, on_behalf_of }: Omit<AccessClaims, "scope">,
): Promise<Held | undefined> {
  const [held] = await rows<Held>(
    db,
    sql`select participant_id as "participantId", operator, scopes, roles from handreiking.find_actor(
      ${client_id}::uuid, ${key_id}::uuid, ${on_behalf_of ?? null}::uuid, ${now().toISOString()}::timestamptz)`,
  );
  return held;
}
