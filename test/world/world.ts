import { eq } from "drizzle-orm";
import { test as base, expect } from "vitest";
import { z } from "zod";
import { createApp, operations } from "../../src/app.ts";
import { auditEvents } from "../../src/audit/schema.ts";
import { organizationParticipants, organizations, services } from "../../src/directory/schema.ts";
import { makeKeys } from "../../src/host/node.ts";
import { applyAdmission } from "../../src/identity/admit-participant.ts";
import { insertClient } from "../../src/identity/clients/insert-client.ts";
import { addMember, findOperator, keepTwoPersonRule, startSession } from "../../src/identity/index.ts";
import { clientKeys } from "../../src/identity/schema.ts";
import { PartnershipTerms } from "../../src/identity/wire.ts";
import { permissions, type Role } from "../../src/permissions.ts";
import type { Actor, Context, Database, Platform } from "../../src/platform/context.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { createSecrets, fromBase64Url } from "../../src/platform/keys/crypto.ts";
import { createSigning } from "../../src/platform/keys/signing.ts";
import { createVault } from "../../src/platform/keys/vault.ts";
import type { LogEntry } from "../../src/platform/log.ts";
import { fetchFromNode } from "../../src/platform/outside/from-node.ts";
import { ownerOf, type TestDatabase, testDatabase } from "./database.ts";
import { publicKeyOf } from "./keys.ts";

export const issuer = "https://handreiking.example";

/** Somebody who acts: a member through its participant's client, or the client by itself. */
export interface Person {
  participantId: string;
  clientId: string;
  memberId?: string;
  /** The cookie of somebody who is signed in: then no client acts. */
  cookie?: string;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests state what they expect of it
  body: any;
  headers: Headers;
}

export interface Participant {
  id: string;
  clientId: string;
  /** A service of its own in the directory, where it receives. */
  serviceId: string;
  organizationId: string;
}

const keys = await makeKeys();

/** Every answer is as the contract says: its status is named there, and it holds no field that is not. */
function expectContract(operationId: string | undefined, { status, body }: Answer): void {
  const operation = operations.find((candidate) => candidate.operationId === operationId);
  if (!operation) return;
  const response = operation.route.responses[status];
  expect(response, `${operationId} does not name ${status}`).toBeDefined();
  const content = response && "content" in response ? (response.content ?? {}) : {};
  for (const media of Object.values(content))
    if (media && "schema" in media && media.schema instanceof z.ZodType)
      expect(media.schema.parse(body)).toEqual(body);
}

/** A network of its own, on the file's database unless said: its participants share nothing with another test's. */
export async function createWorld(given?: TestDatabase) {
  const database = given ?? (await testDatabase());
  const logged: LogEntry[] = [];
  /** Stands still, unless each reading is to move it on by `step` milliseconds. */
  const clock = { time: new Date("2026-01-05T09:00:00Z"), step: 0 };
  const platform: Platform = {
    db: database.db,
    now: () => {
      const time = clock.time;
      clock.time = new Date(time.getTime() + clock.step);
      return time;
    },
    newId: randomIds,
    secrets: createSecrets(fromBase64Url(keys.SECRET) ?? new Uint8Array()),
    signing: await createSigning(issuer, keys.SIGNING_KEYS),
    vault: await createVault(keys.KEY_ENCRYPTION_KEYS),
    log: (entry) => logged.push(entry),
    fetchOutside: fetchFromNode(false),
  };
  // No request is counted here, so that two answers are alike: what is counted is tested by itself.
  const app = createApp(platform, { rates: {} });
  const operatorId = await findOperator(platform.db);

  const job = (participantId: string): Context => {
    const actor: Actor = { kind: "job", id: participantId, participantId, permissions: new Set(permissions) };
    return { ...platform, actor };
  };

  /** The operator's hand at the server, which gives power alone. */
  const hand = (participantId: string): Context => ({ ...job(participantId), db: ownerOf(database) });

  const newClient = async () => ({
    name: "System",
    scopes: [...permissions],
    publicKey: await publicKeyOf(),
  });

  interface Terms {
    sends?: boolean;
    receives?: boolean;
    reach?: "api" | "console" | "phone";
    twoPersons?: boolean;
    /** Of its first member. */
    roles?: Role[];
  }

  /** Who joins, with an organization of one service in the directory that it answers for. */
  async function admit(
    tx: Database,
    name: string,
    { sends = false, receives = true, reach = "api", twoPersons = false, roles }: Terms,
  ) {
    const admitted = await applyAdmission(tx, job(operatorId), {
      name,
      reach,
      partnership: PartnershipTerms.parse({ sends, receives }),
      twoPersons,
      ...(reach !== "phone" && { client: await newClient() }),
      ...(roles && { administrator: { name: "Somebody", roles } }),
    });
    const [organizationId, serviceId] = [randomIds(), randomIds()];
    const lastModified = platform.now();
    await tx
      .insert(organizations)
      .values({ id: organizationId, name, description: name, country: "NL", lastModified });
    await tx.insert(services).values({
      id: serviceId,
      organizationId,
      name: `Hulp van ${name}`,
      description: "Hulp na dwang en manipulatie.",
      status: "active",
      domain: "care",
      audiences: ["harmed", "relative"],
      channels: ["phone"],
      cost: "free",
      lastModified,
    });
    await tx.insert(organizationParticipants).values({ organizationId, participantId: admitted.id });
    const clientId = admitted.client?.id ?? "";
    const joined: Participant = { id: admitted.id, clientId, serviceId, organizationId };
    const first: Person = {
      participantId: admitted.id,
      clientId,
      memberId: admitted.administrator?.id ?? "",
    };
    return { joined, first };
  }

  async function participant(name: string, terms: Terms = {}): Promise<Participant> {
    return transact(hand(operatorId), async (tx) => (await admit(tx, name, terms)).joined);
  }

  async function member(
    of: Omit<Participant, "serviceId" | "organizationId">,
    ...roles: Role[]
  ): Promise<Person> {
    const added = await addMember(hand(of.id), { name: "Somebody", roles });
    return { participantId: of.id, clientId: of.clientId, memberId: added.id };
  }

  const system = (of: Participant): Person => ({
    participantId: of.id,
    clientId: of.clientId,
  });

  const keyIds = new Map<string, string>();

  async function keyIdOf({ participantId, clientId }: Person): Promise<string> {
    const known = keyIds.get(clientId);
    if (known) return known;
    const [key] = await transact(job(participantId), (tx) =>
      tx.select({ id: clientKeys.id }).from(clientKeys).where(eq(clientKeys.clientId, clientId)),
    );
    if (!key) throw new Error("the client has no key");
    keyIds.set(clientId, key.id);
    return key.id;
  }

  /** The token that the person's system would be given. */
  async function tokenOf(person: Person, scope: readonly string[] = permissions): Promise<string> {
    const iat = Math.floor(clock.time.getTime() / 1000);
    return platform.signing.sign("at+jwt", {
      sub: person.clientId,
      client_id: person.clientId,
      key_id: await keyIdOf(person),
      ...(person.memberId && { on_behalf_of: person.memberId }),
      scope: scope.join(" "),
      aud: `${issuer}/v1`,
      jti: randomIds(),
      iat,
      exp: iat + 300,
    });
  }

  const credentialsOf = async (person: Person): Promise<Record<string, string>> =>
    person.cookie
      ? { cookie: person.cookie, origin: issuer, "sec-fetch-site": "same-origin" }
      : { authorization: `Bearer ${await tokenOf(person)}` };

  /** The person in a browser of their own. */
  async function signIn(person: Person): Promise<Person> {
    const { participantId, memberId = "" } = person;
    const { cookie } = await startSession(
      { ...platform, db: ownerOf(database) },
      { participantId, memberId, method: "passkey" },
    );
    return { ...person, cookie: cookie.split(";")[0] ?? "" };
  }

  async function send(
    person: Person | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await app.request(`${issuer}/v1${path}`, {
      method,
      headers: {
        ...(person && (await credentialsOf(person))),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body:
        text && /json$/.test(response.headers.get("content-type") ?? "")
          ? JSON.parse(text)
          : text || undefined,
    };
    expectContract(logged.at(-1)?.operationId, answer);
    return answer;
  }

  const as = (person: Person | undefined) => ({
    get: (path: string, headers?: Record<string, string>) => send(person, "GET", path, undefined, headers),
    post: (path: string, body?: unknown, headers?: Record<string, string>) =>
      send(person, "POST", path, body, headers),
    put: (path: string, body?: unknown, headers?: Record<string, string>) =>
      send(person, "PUT", path, body, headers),
    send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
      send(person, method, path, body, headers),
  });

  /** What the person asks in a browser of their own, signed in now. */
  const inPerson = async (person: Person) => as(await signIn(person));

  // One person is enough in a network, unless a test says otherwise.
  await keepTwoPersonRule(hand(operatorId), { required: false });
  // In one transaction: nearly every test begins with this.
  const { helpline, bridge, elsewhere, operatorClient } = await transact(job(operatorId), async (tx) => ({
    helpline: await admit(tx, "Helplijn", { sends: true, receives: false, roles: ["counsellor"] }),
    bridge: await admit(tx, "De Brug", { roles: ["partner"] }),
    elsewhere: await admit(tx, "Elders", {
      sends: true,
      roles: ["counsellor", "partner", "privacy-officer", "administrator", "coordinator"],
    }),
    operatorClient: await insertClient(tx, job(operatorId), operatorId, await newClient()),
  }));
  const operator = { id: operatorId, clientId: operatorClient.client.id };

  const auditedAt = (participantId: string, subjectId: string) =>
    transact(job(participantId), (tx) =>
      tx
        .select({ action: auditEvents.action, at: auditEvents.at })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, subjectId))
        .orderBy(auditEvents.at, auditEvents.id),
    );

  return {
    app,
    keys,
    platform,
    database,
    clock,
    logged,
    job,
    hand,
    participant,
    member,
    system,
    tokenOf,
    credentialsOf,
    signIn,
    inPerson,
    as,
    send,
    helpline: helpline.joined,
    bridge: bridge.joined,
    elsewhere: elsewhere.joined,
    operator,
    /** A counsellor of the helpline, and a member of De Brug who receives. */
    eva: helpline.first,
    noor: bridge.first,
    /** Somebody of another organization that sends and receives, who may do there all that takes a person. */
    stranger: elsewhere.first,
    auditedAt,
    /** What a participant's own audit chain and feed say of a record. */
    async audited(participantId: string, subjectId: string): Promise<string[]> {
      const entries = await auditedAt(participantId, subjectId);
      return entries.map(({ action }) => action);
    },
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** A test in a network of its own, with a clock that stands still. Everything is committed: deferred walls hold. */
export const test = base.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from this pattern
  world: async ({}, use) => use(await createWorld()),
});

/** A test that shares its file's network: for what leaves participants, people and clock alone. */
export const sharingTest = base.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from this pattern
  world: [async ({}, use) => use(await createWorld()), { scope: "file" }],
});
