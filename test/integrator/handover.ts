import { readFile } from "node:fs/promises";
import { createClient, HandreikingProblem, type PrivateKey, type Schemas } from "handreiking/client";

interface Settings {
  baseUrl: string;
  helpline: { clientId: string; privateKey: PrivateKey; counsellorId: string };
  partner: { clientId: string; privateKey: PrivateKey };
}

const { baseUrl, helpline, partner }: Settings = JSON.parse(await readFile(process.argv[2] ?? "", "utf8"));
const counsellor = createClient({ baseUrl, ...helpline, onBehalfOf: helpline.counsellorId });
const receiver = createClient({ baseUrl, ...partner, scopes: ["referrals:receive", "events:read"] });

const say = (...words: string[]) => process.stdout.write(`${words.join(" ")}\n`);

async function findService(words: string): Promise<Schemas["ServiceSummary"]> {
  for await (const { service } of counsellor.pages("/service-searches", { body: { words, pageSize: 10 } }))
    if (service.handoff.receives) return service;
  throw new Error("No service takes this referral");
}

const service = await findService("behandelng en opvang na geweld");
const recipientId = service.handoff.participantId ?? "";
say("found", service.name);

const { id: caseId, code } = await counsellor.POST("/cases", {
  body: { relation: "harmed", language: "nl" },
});
say("case", code);

const { id: helpQuestionId } = await counsellor.POST("/cases/{caseId}/help-questions", {
  params: { path: { caseId } },
  body: { domain: "care", topics: ["violence"] },
});
const { id: consentId } = await counsellor.POST("/cases/{caseId}/consents", {
  params: { path: { caseId } },
  body: {
    recipientId,
    subject: "caller",
    purpose: "handoff",
    categories: ["contact"],
    capacity: "adult",
    method: "spoken",
    textVersion: "handoff-2026.1",
    textLanguage: "nl",
  },
});

const draft = await counsellor.POST("/referrals", {
  body: {
    helpQuestionId,
    serviceId: service.id,
    ageBand: "26-64",
    ageBandOf: "caller",
    urgency: "normal",
    safetyFlags: ["no-voicemail"],
  },
});
const params = { path: { referralId: draft.id } };
say("referral", draft.state);

try {
  await receiver.GET("/referrals/{referralId}", { params });
} catch (error) {
  if (!(error instanceof HandreikingProblem)) throw error;
  say("the partner sees", error.code);
}

const offered = await counsellor.POST("/referrals/{referralId}/offer", { params, body: { consentId } });
say("referral", offered.state);
const acknowledged = await receiver.POST("/referrals/{referralId}/acknowledgement", {
  params,
  body: { function: "intake" },
});
say("referral", acknowledged.state);
const accepted = await receiver.POST("/referrals/{referralId}/acceptance", {
  params,
  body: { name: "Noor de Wit", contact: "030-1234567" },
});
say("referral", accepted.state, "by", accepted.accepted?.name ?? "nobody");

for await (const event of receiver.events({ after: 0 })) say("event", `${event.number}`, event.type);
