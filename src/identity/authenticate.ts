import { sql } from "drizzle-orm";
import { z } from "zod";
import { permissionsOfClient, type Role } from "../permissions.ts";
import type { Actor, Platform } from "../platform/context.ts";
import { rows } from "../platform/db.ts";
import { fail, unauthenticated } from "../platform/problem.ts";

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

async function readToken({ signing, now }: Platform, token: string): Promise<AccessClaims> {
  try {
    const payload = await signing.verify(token, {
      typ: "at+jwt",
      audience: audienceOf(signing.issuer),
      currentDate: now(),
      requiredClaims: ["exp", "iat", "sub", "jti"],
    });
    return AccessClaims.parse(payload);
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
