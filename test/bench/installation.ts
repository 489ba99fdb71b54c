import { sql } from "drizzle-orm";
import postgres from "postgres";
import { makeKeys } from "../../src/host/node.ts";
import { addClient, addMember, admitParticipant, findOperator } from "../../src/identity/index.ts";
import { clientKeys } from "../../src/identity/schema.ts";
import { PartnershipTerms } from "../../src/identity/wire.ts";
import { type Permission, permissions, type Role } from "../../src/permissions.ts";
import { systemClock } from "../../src/platform/clock.ts";
import type { Context, Database, Platform } from "../../src/platform/context.ts";
import { ownersHand } from "../../src/platform/database/owner.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { createSecrets, fromBase64Url } from "../../src/platform/keys/crypto.ts";
import { createSigning } from "../../src/platform/keys/signing.ts";
import { createVault } from "../../src/platform/keys/vault.ts";
import { fetchFromNode } from "../../src/platform/outside/from-node.ts";
import { publicKeyOf } from "../world/keys.ts";
import { freePort } from "../world/postgres-server.ts";

export interface Installation {
  platform: Platform;
  /** What a process of the service has to be told, but for its database. */
  environment: Record<string, string>;
  /** An access token of a partner's system that lasts the whole measurement. */
  token: string;
}

/**
 * Keys and an address, and over `db` a participant with a system that may read the directory. `admin`: a superuser's
 * login at the same database, where it is on a server.
 */
export async function install(db: Database, admin?: string): Promise<Installation> {
  await letOnePersonDo(db, admin);
  const keys = await makeKeys();
  const port = String(await freePort());
  const environment = {
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SECRET: keys.SECRET,
    SIGNING_KEYS: JSON.stringify(keys.SIGNING_KEYS),
    KEY_ENCRYPTION_KEYS: JSON.stringify(keys.KEY_ENCRYPTION_KEYS),
    // As much as can be sent, counted all the same.
    RATE_LIMITS:
      "default=100000000/60 search=100000000/60 open=100000000/60 token=100000000/60 instance=100000000/60",
  };
  const platform: Platform = {
    db,
    now: systemClock,
    newId: randomIds,
    secrets: createSecrets(fromBase64Url(keys.SECRET) ?? new Uint8Array()),
    signing: await createSigning(environment.PUBLIC_URL, keys.SIGNING_KEYS),
    vault: await createVault(keys.KEY_ENCRYPTION_KEYS),
    fetchOutside: fetchFromNode(true),
    log: () => {},
  };
  const { token } = await join(platform, { name: "Bench", scopes: ["directory:read"] });
  return { platform, environment, token };
}

async function letOnePersonDo(db: Database, admin: string | undefined): Promise<void> {
  const one = "update handreiking.participant set two_persons = false where operator";
  if (!admin) {
    await ownersHand(db).transaction((tx) => tx.execute(sql.raw(one)));
    return;
  }
  const owner = postgres(admin, { max: 1, onnotice: () => {} });
  await owner.unsafe(one);
  await owner.end();
}

/** Of whom a system acts, and for which of its people. */
interface Joining {
  name: string;
  scopes: Permission[];
  sends?: boolean;
  /** The role of a member for whom the system acts. */
  role?: Role;
}

export interface Joined {
  participantId: string;
  memberId: string | undefined;
  /** An access token of its system that lasts the whole measurement. */
  token: string;
}

/** Admits a participant with a system, and signs what that system would be given. */
export async function join(platform: Platform, { name, scopes, sends, role }: Joining): Promise<Joined> {
  const operator = await findOperator(platform.db);
  const job = (participantId: string): Context => ({
    ...platform,
    actor: { kind: "job", id: operator, participantId, permissions: new Set(permissions) },
  });
  const partnership = PartnershipTerms.parse({ sends: sends === true, receives: sends === false });
  const newcomer = {
    name,
    reach: "api" as const,
    twoPersons: false,
    ...(sends !== undefined && { partnership }),
  };
  const { id } = await admitParticipant(job(operator), newcomer);
  const client = await addClient(job(id), { name, scopes, publicKey: await publicKeyOf() });
  const member = role && (await addMember(job(id), { name, roles: [role] }));
  const [key] = await transact(job(id), (tx) => tx.select().from(clientKeys));
  const iat = Math.floor(Date.now() / 1000);
  const times = { iat, exp: iat + 24 * 60 * 60 };
  const about = { sub: client.id, client_id: client.id, key_id: key?.id, jti: randomIds() };
  const acting = member && { on_behalf_of: member.id };
  const claims = { ...about, ...acting, scope: scopes.join(" "), ...times };
  const token = await platform.signing.sign("at+jwt", { ...claims, aud: `${platform.signing.issuer}/v1` });
  return { participantId: id, memberId: member?.id, token };
}
