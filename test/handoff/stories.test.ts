import { test } from "vitest";
import { ownDatabase, type TestDatabase } from "../world/database.ts";
import { closeAll } from "./life/close-all.ts";
import type { Command, Partner } from "./life/commands.ts";
import { emptyModel } from "./life/model.ts";
import type { Real } from "./life/real.ts";
import { Step } from "./life/run.ts";
import { setStage } from "./life/stage.ts";

const proceed: Command = { kind: "proceed", referral: 0 };
const led = (steps: number): Command[] => Array.from({ length: steps }, () => proceed);
const wait = (hours: number, clock: "punctual" | "late" | "stopped" = "punctual"): Command => ({
  kind: "wait",
  hours,
  clock,
});
const draft = (partner: Partner = "bridge"): Command => ({ kind: "draft", question: 0, partner });
const agree = (purpose: "handoff" | "feedback", days: number, partner: Partner = "bridge"): Command => ({
  kind: "agree",
  question: 0,
  partner,
  purpose,
  days,
});
const offer: Command = { kind: "offer", referral: 0, on: "consent", basis: 0 };
const bridge = (kind: "acknowledge" | "accept" | "propose" | "fetch"): Command => ({
  kind,
  referral: 0,
  variant: true,
});
const fix: Command = { kind: "fix", referral: 0, spoken: false };
const accepted: Command[] = [draft(), agree("handoff", 90), offer, bridge("acknowledge"), bridge("accept")];
const scheduled: Command[] = [...accepted, fix];
const connected: Command[] = [...scheduled, wait(26), proceed, proceed];
const withdrawConsent: Command = { kind: "withdrawConsent", consent: 0, writer: "colleague" };
const miss = (side: "helpline" | "recipient"): Command => ({ kind: "miss", referral: 0, side });
const reschedule: Command = { kind: "reschedule", referral: 0, spoken: false };
const report = (side: "helpline" | "recipient"): Command => ({
  kind: "report",
  referral: 0,
  side,
  variant: true,
});

const phoned: Command[] = [draft("phone"), agree("handoff", 90, "phone"), offer, proceed, proceed];

const stories: Record<string, Command[]> = {
  "who the caller is, is told from the introduction on and no longer than the handoff": [
    ...accepted,
    bridge("fetch"),
    fix,
    bridge("fetch"),
    wait(26),
    ...led(2),
    bridge("fetch"),
    report("helpline"),
    bridge("fetch"),
  ],
  "a consent that runs out ends what rests on it, with a clock that looks": [
    draft(),
    agree("handoff", 3),
    offer,
    bridge("accept"),
    fix,
    wait(100),
    bridge("fetch"),
  ],
  "and with one that does not": [
    draft(),
    agree("handoff", 3),
    offer,
    bridge("accept"),
    fix,
    wait(100, "stopped"),
    bridge("fetch"),
    miss("recipient"),
    reschedule,
    { kind: "withdraw", referral: 0, partner: "bridge" },
  ],
  "one person does not confirm for partner and helpline both": [
    ...phoned,
    { kind: "fix", referral: 0, spoken: true },
    wait(26),
    { kind: "spoken", referral: 0, said: "contact-confirmed", writer: "owner", variant: true },
    { kind: "confirm", referral: 0, side: "helpline", by: "counsellor", writer: "owner" },
    { kind: "confirm", referral: 0, side: "helpline", by: "counsellor", writer: "colleague" },
  ],
  "but the caller does, whoever writes it down": [
    ...phoned,
    { kind: "fix", referral: 0, spoken: true },
    wait(26),
    { kind: "spoken", referral: 0, said: "contact-confirmed", writer: "owner", variant: true },
    { kind: "confirm", referral: 0, side: "helpline", by: "caller", writer: "owner" },
  ],
  "what was opened is owed for until it is answered, however long that takes": [
    ...scheduled,
    bridge("fetch"),
    withdrawConsent,
    wait(400),
    { kind: "meet", referral: 0, side: "recipient", as: "never-opened" },
    { kind: "meet", referral: 0, side: "recipient", as: "retained" },
  ],
  "a consent withdrawn after completion obliges too": [
    ...connected,
    report("helpline"),
    withdrawConsent,
    withdrawConsent,
  ],
  "one question is disclosed to one partner at a time": [
    ...scheduled,
    draft("phone"),
    agree("handoff", 90, "phone"),
    { kind: "offer", referral: 1, on: "consent", basis: 1 },
    { kind: "spoken", referral: 1, said: "accepted", writer: "owner", variant: true },
    { kind: "fix", referral: 1, spoken: true },
    { kind: "decline", referral: 0, variant: true },
    { kind: "fix", referral: 1, spoken: true },
  ],
  "an offer that nobody answers lapses, and is continued with a basis of its own": [
    ...accepted.slice(0, 3),
    wait(400),
    { kind: "continue", referral: 0, partner: "phone" },
    { kind: "offer", referral: 1, on: "consent", basis: 0 },
    bridge("accept"),
    { kind: "decline", referral: 0, variant: true },
  ],
  "a caller withdraws at any time: held, connected": [
    ...connected,
    { kind: "hold", referral: 0, days: 29 },
    { kind: "withdraw", referral: 0, partner: "bridge" },
    report("helpline"),
  ],
  "an introduction is missed once, whatever is said of it besides": [
    ...scheduled,
    wait(26),
    miss("recipient"),
    bridge("propose"),
    miss("helpline"),
    { kind: "hold", referral: 0, days: 1 },
    miss("recipient"),
    reschedule,
    wait(26),
    miss("helpline"),
  ],
  "the partner reports back as long as the caller agrees, and no longer": [
    ...connected,
    agree("feedback", 3),
    wait(100),
    report("recipient"),
    agree("feedback", 90),
    report("recipient"),
  ],
  "an override acts at once, is reviewed in time or ends": [
    { kind: "override", question: 0, partner: "bridge", ground: "vital-interest" },
    draft(),
    { kind: "offer", referral: 0, on: "override", basis: 0 },
    { kind: "withdraw", referral: 0, partner: "bridge" },
    bridge("accept"),
    wait(100),
  ],
  "after a refusal it waits for a second member, who also decides on an objection": [
    agree("handoff", 90),
    withdrawConsent,
    { kind: "override", question: 0, partner: "bridge", ground: "vital-interest" },
    draft(),
    { kind: "offer", referral: 0, on: "override", basis: 0 },
    { kind: "approve", override: 0, writer: "owner" },
    { kind: "approve", override: 0, writer: "colleague" },
    { kind: "offer", referral: 0, on: "override", basis: 0 },
    { kind: "object", override: 0, writer: "owner" },
    { kind: "decide", override: 0, writer: "colleague", yes: true },
    bridge("accept"),
  ],
};

let opened: Promise<TestDatabase> | undefined;

test.each(Object.entries(stories))(
  "%s",
  async (_, commands) => {
    opened ??= ownDatabase();
    const stage = await setStage(await opened);
    const real: Real = { stage, sent: [], ended: new Map() };
    const model = emptyModel();
    for (const command of commands) {
      await new Step(command).run(model, real);
      // Each twice: once as a retry that changes nothing, whatever it was.
      await new Step({ kind: "again", back: 0, retry: true }).run(model, real);
    }
    await closeAll(model, real);
  },
  300_000,
);
