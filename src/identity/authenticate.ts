import { sql } from "drizzle-orm";
import { z } from "zod";
import { permissionsOfClient, permissionsOfRoles, type Role } from "../permissions.ts";
import type { Actor, Platform } from "../platform/context.ts";
import { rows } from "../platform/database/transact.ts";
import { fail, foreignOrigin } from "../platform/http/problem.ts";
import type { Signing } from "../platform/keys/signing.ts";
import { type Credentials, credentialsOf, refuseCredentials } from "./credentials.ts";
import { checkProof } from "./dpop/check-proof.ts";
import { isWorthNoting } from "./sessions/limits.ts";
import { comesFromOwnPage } from "./sessions/own-origin.ts";
import { findSession, noteSeen } from "./sessions/store.ts";
import { carriesSession, hashOf, tokenOf } from "./sessions/token.ts";

/** The claims of an access token (RFC 9068), beside issuer, audience and times. */
export const AccessClaims = z.object({
  client_id: z.uuid(),
  key_id: z.uuid(),
  scope: z.string(),
  on_behalf_of: z.uuid().optional(),
  /** The key that whoever uses the token has to prove to hold (RFC 9449, section 6.1). */
  cnf: z.object({ jkt: z.string() }).optional(),
});
export type AccessClaims = z.infer<typeof AccessClaims>;

/** The one audience of access tokens: this interface. */
export const audienceOf = (issuer: string) => `${issuer}/v1`;

/**
 * Who asks. What the token says is compared with what holds now: a suspended participant, client, key or
 * member is refused at once, and a permission taken away is gone.
 */
export async function authenticate(platform: Platform, request: Request): Promise<Actor> {
  if (!request.headers.has("authorization") && carriesSession(request.headers, platform.signing.issuer))
    return authenticateMember(platform, request);
  const credentials = credentialsOf(request);
  const claims = await readToken(platform, credentials);
  const bound = credentials.scheme === "DPoP";
  // A token that is bound to a key is no bearer token, nor the other way round (RFC 9449, section 7.2).
  if (bound !== (claims.cnf !== undefined)) refuseCredentials(credentials, "invalid_token");
  const proof = bound && (await checkProof(platform, request, { ath: hashOf(credentials.token) }));
  if (bound && (!proof || proof.jkt !== claims.cnf?.jkt))
    refuseCredentials(credentials, "invalid_dpop_proof");
  const held = await findActor(platform, claims);
  if (!held || (held.requiresDpop && !bound)) return refuseCredentials(credentials, "invalid_token");
  if (proof && !(await proof.useUp(held.participantId))) refuseCredentials(credentials, "invalid_dpop_proof");
  const scopes = claims.scope.split(" ").filter((scope) => held.scopes.includes(scope));
  const member = claims.on_behalf_of ? { roles: held.roles ?? [] } : undefined;
  return {
    kind: "client",
    id: claims.client_id,
    participantId: held.participantId,
    ...(claims.on_behalf_of && { onBehalfOf: claims.on_behalf_of }),
    permissions: permissionsOfClient(scopes, member, held.operator),
    ...(member && { roles: member.roles }),
  };
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Who is signed in with the session that the request's cookie names. */
async function authenticateMember(platform: Platform, { headers, method }: Request): Promise<Actor> {
  const { issuer } = platform.signing;
  if (!safeMethods.has(method) && !comesFromOwnPage(headers, issuer)) fail(foreignOrigin);
  return (await findSignedIn(platform, headers)) ?? refuseCredentials({ scheme: "Bearer" }, undefined);
}

/** The same, undefined for whoever is not, or no longer, signed in. */
export async function findSignedIn(platform: Platform, headers: Headers): Promise<Actor | undefined> {
  const token = tokenOf(headers, platform.signing.issuer);
  const session = token && (await findSession(platform, hashOf(token)));
  if (!session) return undefined;
  if (isWorthNoting(session.seenAt, platform.now())) await noteSeen(platform, session);
  return {
    kind: "member",
    id: session.memberId,
    participantId: session.participantId,
    roles: session.roles,
    sessionId: session.id,
    permissions: permissionsOfRoles(session.roles, session.operator),
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

async function readToken({ signing, now }: Platform, credentials: Credentials): Promise<AccessClaims> {
  const tokens = known.get(signing) ?? new Map<string, KnownToken>();
  known.set(signing, tokens);
  const hash = hashOf(credentials.token);
  const before = tokens.get(hash);
  if (before && before.exp * 1000 > now().getTime()) return before.claims;
  tokens.delete(hash);
  const verified = await verifyToken(signing, now(), credentials);
  const [oldest] = tokens.keys();
  if (oldest !== undefined && tokens.size >= mostKnown) tokens.delete(oldest);
  tokens.set(hash, verified);
  return verified.claims;
}

async function verifyToken(
  signing: Signing,
  currentDate: Date,
  credentials: Credentials,
): Promise<KnownToken> {
  try {
    const payload = await signing.verify(credentials.token, {
      typ: "at+jwt",
      audience: audienceOf(signing.issuer),
      currentDate,
      requiredClaims: ["exp", "iat", "sub", "jti"],
    });
    return { claims: AccessClaims.parse(payload), exp: payload.exp ?? 0 };
  } catch {
    return refuseCredentials(credentials, "invalid_token");
  }
}

interface Held {
  participantId: string;
  operator: boolean;
  scopes: string[];
  roles: Role[] | null;
  requiresDpop: boolean;
}

async function findActor(
  { db, now }: Pick<Platform, "db" | "now">,
  { client_id, key_id, on_behalf_of }: AccessClaims,
): Promise<Held | undefined> {
  const [held] = await rows<Held>(
    db,
    sql`select participant_id as "participantId", operator, scopes, roles, requires_dpop as "requiresDpop"
      from handreiking.find_actor(
        ${client_id}::uuid, ${key_id}::uuid, ${on_behalf_of ?? null}::uuid, ${now().toISOString()}::timestamptz)`,
  );
  return held;
}
