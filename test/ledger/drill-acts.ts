import { addClient } from "../../src/identity/index.ts";
import { fillCase, makeReferral } from "../handoff/make.ts";
import { published } from "../knowledge/make.ts";
import { publicKeyOf } from "../world/keys.ts";
import type { Person, World } from "../world/world.ts";
import type { anInstance } from "./keeping.ts";

export type Ask = ReturnType<typeof anInstance>["ask"];

/** Something that is done once, and what holds from then on, in any database restored since. */
export interface DrillAct {
  name: string;
  act(ask: Ask): Promise<{ status: number }>;
  /** The status of an attempt to use what was taken away. */
  attempt(ask: Ask): Promise<{ status: number }>;
  /** What the attempt is answered once it was taken away. */
  answered: readonly number[];
}

const gone = [404, 410];

/** What an edit says that it was made on. */
async function tagOf(world: World, path: string, by: Person): Promise<Record<string, string>> {
  const { headers } = await world.as(by).get(path);
  return { "if-match": headers.get("etag") ?? "" };
}

/** A consent that is withdrawn, before or after the recipient fetched. */
async function withdrawal(world: World, fetched: boolean): Promise<DrillAct> {
  const { path, consentId } = await makeReferral(world, "scheduled");
  return {
    name: fetched ? "a consent is withdrawn after a look" : "a consent is withdrawn",
    async act(ask) {
      if (fetched) await ask(world.noor, "GET", `${path}/disclosure`);
      return ask(world.eva, "POST", `/consents/${consentId}/withdrawal`);
    },
    attempt: (ask) => ask(world.noor, "GET", `${path}/disclosure`),
    answered: gone,
  };
}

async function ofReferral(
  world: World,
  name: string,
  by: Person,
  step: string,
  body?: object,
): Promise<DrillAct> {
  const { path } = await makeReferral(world, "scheduled");
  return {
    name,
    act: (ask) => ask(by, "POST", `${path}/${step}`, body),
    attempt: (ask) => ask(world.noor, "GET", `${path}/disclosure`),
    answered: gone,
  };
}

async function erasure(world: World, officer: Person): Promise<DrillAct> {
  const { path, caseId } = await makeReferral(world, "scheduled");
  return {
    name: "a case is erased",
    act: (ask) => ask(officer, "POST", `/cases/${caseId}/erasure`, { reason: "caller-request" }),
    attempt: (ask) => ask(world.noor, "GET", `${path}/disclosure`),
    answered: [404],
  };
}

async function contact(world: World): Promise<DrillAct> {
  const { caseId } = await makeReferral(world, "draft");
  await fillCase(world, caseId);
  return {
    name: "a contact is forgotten",
    act: (ask) => ask(world.eva, "DELETE", `/cases/${caseId}/contact`),
    attempt: (ask) => ask(world.eva, "GET", `/cases/${caseId}/contact`),
    answered: [404],
  };
}

/** A member of the helpline, and what an administrator does about them. */
async function ofMember(world: World, jan: Person, what: "suspended" | "back" | "roles"): Promise<DrillAct> {
  const somebody = await world.member(world.helpline, "counsellor");
  const path = `/members/${somebody.memberId}`;
  return {
    name: `a member: ${what}`,
    async act(ask) {
      if (what === "roles") {
        const tag = await tagOf(world, path, jan);
        return world.as(jan).send("PUT", path, { name: "Somebody", roles: ["intake"] }, tag);
      }
      const suspended = await ask(jan, "PUT", `${path}/suspension`);
      return what === "back" ? ask(jan, "DELETE", `${path}/suspension`) : suspended;
    },
    attempt: (ask) => ask(somebody, "POST", "/cases", { relation: "harmed", language: "nl" }),
    // Whoever was taken back works on: an act that was undone is not done again.
    answered: what === "back" ? [201] : [401, 403],
  };
}

async function ofClient(world: World, jan: Person, what: "suspension" | "key"): Promise<DrillAct> {
  const client = await addClient(world.job(world.helpline.id), {
    name: "System",
    scopes: ["events:read", "network:read"],
    publicKey: await publicKeyOf(),
  });
  const system: Person = { participantId: world.helpline.id, clientId: client.id };
  const path = `/clients/${client.id}`;
  return {
    name: `a client: ${what}`,
    act: (ask) =>
      what === "key"
        ? ask(jan, "POST", `${path}/keys/${client.keys[0]?.id}/revocation`)
        : ask(jan, "PUT", `${path}/suspension`, { suspended: true }),
    attempt: (ask) => ask(system, "GET", "/events"),
    answered: [401],
  };
}

async function participant(world: World): Promise<DrillAct> {
  const other = await world.participant("Een ander");
  const coordinator = await world.member(world.operator, "coordinator");
  return {
    name: "a participant is suspended",
    act: (ask) => ask(coordinator, "PUT", `/participants/${other.id}/suspension`, { suspended: true }),
    attempt: (ask) => ask(world.system(other), "GET", "/events"),
    answered: [401],
  };
}

async function feed(world: World): Promise<DrillAct> {
  const { id, url } = (await world.as(world.eva).post("/calendar-feeds")).body;
  const path = url.slice(url.indexOf("/calendars/"));
  return {
    name: "a calendar feed is revoked",
    act: (ask) => ask(world.eva, "DELETE", `/calendar-feeds/${id}`),
    attempt: (ask) => ask(undefined, "GET", path),
    answered: [404],
  };
}

async function session(world: World): Promise<DrillAct> {
  const person = await world.signIn(await world.member(world.helpline, "counsellor"));
  return {
    name: "a session is ended",
    act: (ask) => ask(person, "DELETE", "/sessions"),
    attempt: (ask) => ask(person, "GET", "/sessions"),
    answered: [401],
  };
}

async function article(world: World): Promise<DrillAct> {
  const { path } = await published(world, "network");
  return {
    name: "an article is withdrawn",
    act: (ask) => ask(world.eva, "POST", `${path}/withdrawal`),
    attempt: (ask) => ask(world.noor, "GET", path),
    answered: [404],
  };
}

/** A network in which all of this is about to happen; each of them more than once. */
export async function prepareActs(world: World): Promise<DrillAct[]> {
  const jan = await world.member(world.helpline, "administrator");
  const officer = await world.member(world.helpline, "privacy-officer");
  const acts: DrillAct[] = [];
  for (let round = 0; round < 2; round++)
    acts.push(
      await withdrawal(world, false),
      await withdrawal(world, true),
      await ofReferral(world, "a referral is withdrawn", world.eva, "withdrawal"),
      await ofReferral(world, "a referral is declined", world.noor, "declination", { reason: "safety" }),
      await erasure(world, officer),
      await contact(world),
      await ofMember(world, jan, "suspended"),
      await ofMember(world, jan, "back"),
      await ofMember(world, jan, "roles"),
      await ofClient(world, jan, "suspension"),
      await ofClient(world, jan, "key"),
      await participant(world),
      await feed(world),
      await session(world),
      await article(world),
    );
  return acts;
}
