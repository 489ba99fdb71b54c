import { SignJWT } from "jose";
import { expect } from "vitest";
import { workingDaysLater } from "../../src/platform/calendar.ts";
import { apiVersion } from "../../src/platform/http/middleware.ts";
import { consentTerms } from "../handoff/make.ts";

/** A system that signs in with its own key, for one of its people. */
export interface Credentials {
  clientId: string;
  kid: string;
  privateKey: CryptoKey;
  memberId: string;
}

export interface Parties {
  helpline: Credentials;
  partner: Credentials & { participantId: string; serviceId: string };
}

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the journey states what it expects of it
  body: any;
}

/** Who has signed in at a running service, and calls it as any other program would. */
export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** Signs in as RFC 7523 has it, at the addresses that the service itself names. */
export async function signIn(baseUrl: string, credentials: Credentials): Promise<Caller> {
  const metadata = await fetch(`${baseUrl}/.well-known/oauth-authorization-server`);
  const { issuer, token_endpoint: tokenEndpoint } = await metadata.json();
  expect(issuer).toBe(baseUrl);
  const answer = await fetch(tokenEndpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: await assertionOf(credentials, issuer),
    }),
  });
  const token = await answer.json();
  expect(token, "the token").toMatchObject({ token_type: "Bearer", expires_in: 300 });
  return callerWith(baseUrl, token.access_token);
}

function assertionOf({ clientId, kid, privateKey, memberId }: Credentials, issuer: string) {
  return new SignJWT({ on_behalf_of: memberId, jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: "EdDSA", kid })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(issuer)
    .setIssuedAt()
    .setExpirationTime("1 minute")
    .sign(privateKey);
}

function callerWith(baseUrl: string, token: string): Caller {
  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${baseUrl}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    expect(response.headers.get("api-version")).toBe(apiVersion);
    expect(response.headers.get("cache-control")).toBe("no-store");
    return { status: response.status, body: await response.json() };
  }
  return {
    get: (path) => call("GET", path),
    post: (path, body, headers) => call("POST", path, body, headers),
  };
}

/** The main job, from the caller's words to the partner's yes, and then the caller's no. */
export async function playHandoff(baseUrl: string, { helpline, partner }: Parties): Promise<void> {
  const counsellor = await signIn(baseUrl, helpline);
  const professional = await signIn(baseUrl, partner);
  const sentBefore = await lastEvent(counsellor);
  const receivedBefore = await lastEvent(professional);

  await findService(counsellor, partner.serviceId);
  const { questionId, consentId } = await openQuestionWithConsent(counsellor, partner.participantId);
  const id = await offer(counsellor, professional, { questionId, consentId, serviceId: partner.serviceId });
  await answer(professional, id);
  expect(await counsellor.get(`/referrals/${id}`)).toMatchObject({
    status: 200,
    body: {
      direction: "sent",
      state: "accepted",
      acknowledged: { function: "intake" },
      accepted: acceptance,
    },
  });
  await withdraw(counsellor, professional, { id, consentId });

  const answered = ["referral.offered", "referral.acknowledged", "referral.accepted", "referral.withdrawn"];
  expect(await eventsOf(counsellor, id, sentBefore)).toEqual(["referral.drafted", ...answered]);
  expect(await eventsOf(professional, id, receivedBefore)).toEqual(answered);
}

/** With a typing error, as it happens during a call. */
async function findService(counsellor: Caller, serviceId: string): Promise<void> {
  const search = { words: "hulp en opvang na misbrujk en uitbuiting", receivesHandoffs: true };
  const found = await counsellor.post("/service-searches", search);
  expect(found).toMatchObject({
    status: 200,
    body: { understoodAs: expect.arrayContaining(["opvang", "misbruik", "uitbuiting"]) },
  });
  expect(found.body.items[0].service).toMatchObject({ id: serviceId, handoff: { receives: true } });
}

async function openQuestionWithConsent(counsellor: Caller, recipientId: string) {
  const opened = await counsellor.post("/cases", { relation: "harmed", language: "nl", province: "Utrecht" });
  expect(opened).toMatchObject({ status: 201, body: { helpQuestions: [], consents: [] } });
  const path = `/cases/${opened.body.id}`;
  const need = { domain: "care", topics: ["manipulation"] };
  const question = await counsellor.post(`${path}/help-questions`, need);
  expect(question).toMatchObject({ status: 201, body: need });
  const consent = await counsellor.post(`${path}/consents`, { ...consentTerms, recipientId });
  expect(consent).toMatchObject({ status: 201, body: { ...consentTerms, recipientId } });
  return { questionId: question.body.id as string, consentId: consent.body.id as string };
}

const summary = { ageBand: "26-64", ageBandOf: "caller", urgency: "normal", safetyFlags: ["no-voicemail"] };

async function offer(
  counsellor: Caller,
  professional: Caller,
  { questionId, serviceId, consentId }: { questionId: string; serviceId: string; consentId: string },
): Promise<string> {
  const draft = await counsellor.post("/referrals", { helpQuestionId: questionId, serviceId, ...summary });
  expect(draft).toMatchObject({ status: 201, body: { direction: "sent", state: "draft", summary } });
  const path = `/referrals/${draft.body.id}`;
  expect(await professional.get(path)).toMatchObject({
    status: 404,
    body: { type: "/problems/referral-not-found" },
  });
  const offered = await counsellor.post(`${path}/offer`, { consentId });
  expect(offered).toMatchObject({ status: 200, body: { state: "offered", consentId } });
  expect(offered.body.dueAt).toBe(workingDaysLater(new Date(offered.body.offeredAt), 1).toISOString());
  return draft.body.id;
}

const acceptance = { name: "Noor de Wit", contact: "030-1234567" };

async function answer(professional: Caller, id: string): Promise<void> {
  const path = `/referrals/${id}`;
  const received = { direction: "received", id, summary: { ...summary, topics: ["manipulation"] } };
  const inbox = await professional.get("/referrals?direction=received&state=offered");
  expect(inbox.body.items).toContainEqual(expect.objectContaining({ id, state: "offered" }));
  expect(await professional.get(path)).toMatchObject({
    status: 200,
    body: { ...received, state: "offered" },
  });
  expect(await professional.post(`${path}/acknowledgement`, { function: "intake" })).toMatchObject({
    status: 200,
    body: { ...received, state: "acknowledged" },
  });
  const once = { "idempotency-key": crypto.randomUUID() };
  const accepted = await professional.post(`${path}/acceptance`, acceptance, once);
  expect(accepted).toMatchObject({
    status: 200,
    body: { ...received, state: "accepted", accepted: acceptance },
  });
  expect(await professional.post(`${path}/acceptance`, acceptance, once)).toEqual(accepted);
}

/** From then on the recipient sees that it ended, and can do nothing more. */
async function withdraw(
  counsellor: Caller,
  professional: Caller,
  { id, consentId }: { id: string; consentId: string },
): Promise<void> {
  const withdrawn = await counsellor.post(`/consents/${consentId}/withdrawal`);
  expect(withdrawn).toMatchObject({ status: 200, body: { id: consentId } });
  expect(await professional.get(`/referrals/${id}`)).toEqual({
    status: 200,
    body: { direction: "received", id, state: "withdrawn", endedAt: expect.any(String) },
  });
  expect(await professional.post(`/referrals/${id}/acceptance`, acceptance)).toMatchObject({
    status: 409,
    body: { type: "/problems/referral-not-open" },
  });
}

interface Event {
  type: string;
  subjectId: string;
}

/** The feed after `after`, page by page. */
async function readFeed(caller: Caller, after: number): Promise<{ events: Event[]; after: number }> {
  const page = await caller.get(`/events?after=${after}&pageSize=2`);
  expect(page.status).toBe(200);
  if (!page.body.more) return { events: page.body.items, after: page.body.after };
  const rest = await readFeed(caller, page.body.after);
  return { events: [...page.body.items, ...rest.events], after: rest.after };
}

const lastEvent = async (caller: Caller) => (await readFeed(caller, 0)).after;

async function eventsOf(caller: Caller, subjectId: string, after: number): Promise<string[]> {
  const { events } = await readFeed(caller, after);
  return events.filter((event) => event.subjectId === subjectId).map(({ type }) => type);
}
