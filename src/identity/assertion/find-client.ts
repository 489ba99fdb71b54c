import { sql } from "drizzle-orm";
import type { JWK } from "jose";
import type { Role } from "../../permissions.ts";
import type { Platform } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Profile } from "../clients/profile.ts";

export interface FoundClient {
  participantId: string;
  operator: boolean;
  keyId: string;
  jwk: JWK;
  scopes: string[];
  requiresDpop: boolean;
  profile: Profile;
  /** Those of the member for whom it acts; null when there is no such member. */
  roles: Role[] | null;
}

/** The client with its key of that name, if both are good now. */
export async function findClientOf(
  { db, now }: Pick<Platform, "db" | "now">,
  { clientId, kid, onBehalfOf }: { clientId: string; kid: string; onBehalfOf: string | undefined },
): Promise<FoundClient | undefined> {
  const [found] = await rows<FoundClient>(
    db,
    sql`select participant_id as "participantId", operator, key_id as "keyId", jwk, scopes,
        requires_dpop as "requiresDpop", profile, roles
      from handreiking.find_client(
        ${clientId}::uuid, ${kid}, ${onBehalfOf ?? null}::uuid, ${now().toISOString()}::timestamptz)`,
  );
  return found;
}
