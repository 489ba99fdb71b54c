import { addParticipantKey } from "../../../src/identity/keys/add-participant-key.ts";
import { permissions } from "../../../src/permissions.ts";
import type { Platform } from "../../../src/platform/context.ts";
import { helpline, partner, sender } from "../../client/disclosure/sealing.ts";
import { consentTerms, safeContact, sealFor } from "../../handoff/make.ts";
import type { Parties } from "./parties.ts";

const recipients = 64;

export interface Race {
  /** Answers with the disclosure that were asked for before the withdrawal was answered. */
  before: number;
  /** The same, asked for after it was answered: there may be none. */
  after: number;
  refused: number;
}

/** Lets helpline and partner seal to each other. */
export async function exchangeKeys(platform: Platform, parties: Parties): Promise<void> {
  const add = (participantId: string, use: "enc" | "sig", key: object) => {
    const actor = {
      kind: "job" as const,
      id: participantId,
      participantId,
      permissions: new Set(permissions),
    };
    return addParticipantKey({ ...platform, actor }, { use, publicKey: key as never });
  };
  await add(parties.helpline.participantId, "enc", helpline.pinned.key);
  await add(parties.helpline.participantId, "sig", sender.pinned.key);
  await add(parties.partner.participantId, "enc", partner.pinned.key);
}

/** While 64 fetch one disclosure over and over, its consent is withdrawn. */
export async function raceWithdrawal(origin: string, parties: Parties): Promise<Race> {
  const eva = callerOf(origin, parties.helpline.token);
  const noor = callerOf(origin, parties.partner.token);
  const { path, consentId } = await scheduled(eva, noor, parties);
  const race: Race = { before: 0, after: 0, refused: 0 };
  let withdrawn = false;
  let asked = 0;
  const fetching = async () => {
    // Some more once it is gone.
    for (let late = 0; late < 3; ) {
      const askedAfter = withdrawn;
      if (askedAfter) late++;
      asked++;
      const { status } = await noor("GET", `${path}/disclosure`);
      if (status !== 200) race.refused++;
      else if (askedAfter) race.after++;
      else race.before++;
    }
  };
  const all = Array.from({ length: recipients }, fetching);
  while (asked < recipients * 4) await new Promise((resolve) => setImmediate(resolve));
  const { status } = await eva("POST", `/consents/${consentId}/withdrawal`);
  if (status !== 200) throw new Error(`the withdrawal answers ${status}`);
  withdrawn = true;
  await Promise.all(all);
  return race;
}

type Caller = ReturnType<typeof callerOf>;

const callerOf = (origin: string, token: string) => async (method: string, path: string, body?: object) => {
  const headers = { authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const response = await fetch(`${origin}/v1${path}`, init);
  // biome-ignore lint/suspicious/noExplicitAny: what the contract says
  return { status: response.status, body: (await response.json()) as any };
};

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

async function scheduled(eva: Caller, noor: Caller, { partner: recipient, serviceId }: Parties) {
  const opened = await eva("POST", "/cases", { relation: "harmed", language: "nl" });
  const file = `/cases/${opened.body.id}`;
  const windows = days.map((weekday) => ({ weekday, from: "00:00", to: "00:00" }));
  await eva("PUT", `${file}/safe-contact`, { ...safeContact, windows });
  await eva("POST", `${file}/safe-contact/verification`);
  const need = { domain: "care", topics: ["manipulation"] };
  const question = await eva("POST", `${file}/help-questions`, need);
  const consent = await eva("POST", `${file}/consents`, {
    ...consentTerms,
    recipientId: recipient.participantId,
  });
  const draft = await eva("POST", "/referrals", {
    helpQuestionId: question.body.id,
    serviceId,
    ageBand: "26-64",
    ageBandOf: "caller",
    urgency: "normal",
  });
  const [id, consentId] = [draft.body.id as string, consent.body.id as string];
  const path = `/referrals/${id}`;
  await eva("POST", `${path}/offer`, { consentId });
  await noor("POST", `${path}/acceptance`, { name: "Noor de Wit", contact: "030-1234567" });
  const { status } = await eva("POST", `${path}/introduction`, {
    at: new Date(Date.now() + 60_000).toISOString(),
    channel: "three-way-call",
    disclosure: await sealFor(id, consentId),
  });
  if (status !== 200) throw new Error(`the introduction answers ${status}`);
  return { path, consentId };
}
