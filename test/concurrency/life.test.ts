import fc from "fast-check";
import { expect, test } from "vitest";
import { tick } from "../../src/handoff/clock/tick.ts";
import { anyCommand, type Command, type Partner } from "../handoff/life/commands.ts";
import { broken, revived, undone } from "../handoff/life/invariants.ts";
import { emptyModel, isEnded, type Model, newReferral } from "../handoff/life/model.ts";
import { type Observed, observe } from "../handoff/life/observed.ts";
import { requestOf } from "../handoff/life/request.ts";
import { answer } from "../handoff/life/rules.ts";
import { keep, resolve } from "../handoff/life/run.ts";
import { type Stage, setStage } from "../handoff/life/stage.ts";
import { keepSafe, later, makeReferral } from "../handoff/make.ts";
import { ownDatabase } from "../world/database.ts";
import { type Answer, createWorld } from "../world/world.ts";

const rounds = Number(process.env.LIFE_ROUNDS ?? 6);
const atOnce = 24;

/** The model takes over what came of a batch: here it only says what could come next. */
function follow(model: Model, stage: Stage, seen: readonly Observed[]): void {
  for (const [index, id] of stage.referralIds.entries()) {
    const [referral, found] = [model.referrals[index], seen.find((one) => one.id === id)];
    if (!referral || !found) throw new Error("a referral is missing");
    referral.state = found.state;
    if (found.introductionAt) referral.introductionAt = new Date(found.introductionAt);
    for (const { side, confirmedBy, recordedBy } of found.confirmations)
      referral.confirmed[side as "helpline" | "recipient"] = { by: confirmedBy, writer: recordedBy };
  }
}

/** Sends a command as it comes; what it makes is known from the answer on. */
async function fire(model: Model, stage: Stage, command: Command): Promise<Answer | undefined> {
  const now = stage.world.clock.time;
  if (command.kind === "wait") {
    await tick(stage.world.platform);
    return undefined;
  }
  const action = command.kind === "again" ? undefined : resolve(model, command, now);
  if (!action || action.kind === "wait") return undefined;
  const request = await requestOf(stage, model, action);
  if (!request) return undefined;
  const { by, method, path, body } = request;
  const got = await stage.world.send(by, method, path, body);
  if (got.status !== 201) return got;
  if (action.kind === "continue") {
    const bridge = got.body.recipient.id === stage.world.bridge.id;
    const partner: Partner = bridge ? "bridge" : "phone";
    const question = [0, 1, 2].find((one) => stage.question(one).questionId === got.body.helpQuestionId) ?? 0;
    model.referrals.push(newReferral(question, partner));
  } else answer(model, action, now);
  keep(stage, action, got.body.id);
  return got;
}

test("many hands at once leave no trace that one after the other would not", async () => {
  const stage = await setStage(await ownDatabase());
  const { world } = stage;
  const model = emptyModel();
  const ended = new Map<string, string>();
  const seed = Number(process.env.LIFE_SEED ?? 5);
  const commands = fc.sample(anyCommand, { seed, numRuns: rounds * atOnce });
  const statuses = new Map<number, number>();
  for (let round = 0; round < rounds; round++) {
    for (const question of [0, 1, 2])
      await keepSafe(world, stage.question(question).caseId, stage.of(question).owner);
    const batch = commands.slice(round * atOnce, (round + 1) * atOnce);
    const answers = await Promise.all(
      batch.flatMap((command) => [fire(model, stage, command), fire(model, stage, command)]),
    );
    for (const got of answers)
      if (got) {
        statuses.set(got.status, (statuses.get(got.status) ?? 0) + 1);
        if (got.status >= 500) expect(got.body.type, `seed ${seed}`).toBe("/problems/busy");
      }
    world.clock.time = later(world, { hours: round % 3 === 2 ? 26 : 1 });
    await Promise.all([tick(world.platform), tick(world.platform)]);
    const seen = await observe(stage);
    expect(
      [...broken(seen), ...revived(ended, seen), ...undone(seen, world.clock.time)],
      `seed ${seed}`,
    ).toEqual([]);
    follow(model, stage, seen);
  }
  await Promise.all([
    ...stage.consentIds.map((_, consent) =>
      fire(model, stage, { kind: "withdrawConsent", consent, writer: "colleague" }),
    ),
    ...stage.overrideIds.map((_, override) =>
      fire(model, stage, { kind: "withdrawOverride", override, writer: "colleague" }),
    ),
    ...stage.referralIds.map((_, referral) =>
      fire(model, stage, { kind: "withdraw", referral, partner: "bridge" }),
    ),
  ]);
  const seen = await observe(stage);
  expect(seen.filter(({ state }) => !isEnded(state))).toEqual([]);
  expect([...broken(seen), ...revived(ended, seen)]).toEqual([]);
  const sent = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  expect(statuses.get(503) ?? 0, `seed ${seed}: busy`).toBeLessThan(sent / 20);
}, 600_000);

test("of sixty-four looks at a disclosure that race its withdrawal, none succeeds after it", async () => {
  const world = await createWorld();
  const people = await Promise.all(Array.from({ length: 8 }, () => world.member(world.bridge, "partner")));
  for (let round = 0; round < 2; round++) {
    const { id, path, consentId } = await makeReferral(world, "scheduled");
    // Each reading of the clock is later than the one before: both read it once they hold the referral.
    world.clock.step = 1;
    const look = (index: number) => world.as(people[index % 8]).get(`${path}/disclosure`);
    const withdrawn: Promise<Answer>[] = [];
    const looks = Array.from({ length: 64 }, (_, index) => {
      if (index === 24 + 16 * round)
        withdrawn.push(world.as(world.eva).post(`/consents/${consentId}/withdrawal`));
      return look(index);
    });
    const [withdrawal] = await Promise.all(withdrawn);
    const afterwards = await Promise.all(Array.from({ length: 16 }, (_, index) => look(index)));
    world.clock.step = 0;
    expect(withdrawal?.status).toBe(200);
    expect(new Set(afterwards.map(({ status }) => status))).toEqual(new Set([410]));
    const answers = await Promise.all(looks);
    expect(answers.filter(({ status }) => status !== 200 && status !== 410)).toEqual([]);
    const entries = await world.auditedAt(world.helpline.id, id);
    const end = entries.find(({ action }) => action === "referral.withdrawn")?.at ?? new Date(0);
    const read = entries.filter(({ action }) => action === "disclosure.read");
    // A look is written first: one that came too late for the key stays written.
    const found = answers.filter(({ status }) => status === 200).length;
    expect(read.length).toBeGreaterThanOrEqual(found);
    expect(read.filter(({ at }) => at >= end)).toEqual([]);
  }
});
