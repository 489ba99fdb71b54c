import { setTimeout } from "node:timers/promises";
import { consentTerms } from "../../handoff/make.ts";
import type { Person, World } from "../../world/world.ts";
import type { Killable } from "./killable.ts";

/** What the players were told: each referral's last answered state, and the one that they asked for last. */
export interface Book {
  cases: Set<string>;
  referrals: Map<string, { told: string; asked: string }>;
}

const later = [409, 503];

/** Sends it until it is answered, under one Idempotency-Key: whatever dies in between. */
async function insist(world: World, service: Killable, person: Person, path: string, body?: object) {
  const key = crypto.randomUUID();
  for (;;) {
    await service.up();
    world.clock.time = new Date();
    const headers = {
      authorization: `Bearer ${await world.tokenOf(person)}`,
      "idempotency-key": key,
      ...(body && { "content-type": "application/json" }),
    };
    const init = { method: "POST", headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${service.url}/v1${path}`, init)
      .then(async (response) => ({ status: response.status, body: await response.json() }))
      .catch(() => undefined);
    if (answer && answer.status < 300) return answer.body;
    const busy = answer && later.includes(answer.status) && /busy$/.test(answer.body.type);
    if (answer && !busy) throw new Error(`${path} answers ${answer.status} ${answer.body.type}`);
    await setTimeout(20);
  }
}

/** One caller after another is handed over, and every other one withdraws, until `playing` is over. */
export async function play(world: World, service: Killable, book: Book, playing: { over: boolean }) {
  const { eva, noor, bridge } = world;
  const ask = (person: Person, path: string, body?: object) => insist(world, service, person, path, body);
  for (let count = 0; !playing.over; count++) {
    const { id: caseId } = await ask(eva, "/cases", { relation: "harmed", language: "nl" });
    book.cases.add(caseId);
    const need = { domain: "care", topics: ["manipulation"] };
    const question = await ask(eva, `/cases/${caseId}/help-questions`, need);
    const terms = { ...consentTerms, recipientId: bridge.id };
    const consent = await ask(eva, `/cases/${caseId}/consents`, terms);
    const summary = { ageBand: "26-64", ageBandOf: "caller", urgency: "normal" };
    const about = { helpQuestionId: question.id, serviceId: bridge.serviceId, ...summary };
    const { id } = await ask(eva, "/referrals", about);
    const entry = { told: "draft", asked: "draft" };
    book.referrals.set(id, entry);
    const move = async (person: Person, path: string, asked: string, body?: object) => {
      entry.asked = asked;
      await ask(person, path, body);
      entry.told = asked;
    };
    await move(eva, `/referrals/${id}/offer`, "offered", { consentId: consent.id });
    await move(noor, `/referrals/${id}/acknowledgement`, "acknowledged", { function: "intake" });
    const acceptance = { name: "Noor de Wit", contact: "030-1234567" };
    await move(noor, `/referrals/${id}/acceptance`, "accepted", acceptance);
    if (count % 2) await move(eva, `/consents/${consent.id}/withdrawal`, "withdrawn");
  }
}
