import type fc from "fast-check";
import { expect } from "vitest";
import type { Answer } from "../../world/world.ts";
import { keepSafe } from "../make.ts";
import { check } from "./check.ts";
import { wait } from "./clock.ts";
import type { Action, Command } from "./commands.ts";
import type { Model } from "./model.ts";
import { nextStep } from "./next-step.ts";
import { hoursLater, type Real } from "./real.ts";
import { type Request, requestOf } from "./request.ts";
import { answer, picked } from "./rules.ts";
import type { Stage } from "./stage.ts";

export class Step implements fc.AsyncCommand<Model, Real, true> {
  readonly command: Command;

  constructor(command: Command) {
    this.command = command;
  }

  // Which record a number picks is known only when it runs.
  check = async () => true;
  toString = () => JSON.stringify(this.command);

  async run(model: Model, real: Real): Promise<void> {
    const { command } = this;
    if (command.kind === "wait") await wait(model, real, command);
    else if (command.kind === "again") await repeat(model, real, command);
    else {
      const action = resolve(model, command, real.stage.world.clock.time);
      if (action?.kind === "wait") await wait(model, real, action);
      else if (action) await act(model, real, action);
    }
    await check(model, real);
  }
}

/** The action that a command is now, with the times that it names. */
export function resolve(
  model: Model,
  command: Exclude<Command, { kind: "wait" | "again" }>,
  now: Date,
): Action | Extract<Command, { kind: "wait" }> | undefined {
  const chosen =
    command.kind === "proceed" || command.kind === "leap"
      ? nextStep(model, command.kind, command.referral, now)
      : command;
  switch (chosen?.kind) {
    case "propose":
    case "fix":
    case "reschedule":
      return { ...chosen, at: hoursLater(now, 25) };
    case "hold":
      return { ...chosen, until: hoursLater(now, chosen.days * 24) };
    case "agree":
      return { ...chosen, ends: hoursLater(now, chosen.days * 24) };
    case "override":
      return { ...chosen, ends: hoursLater(now, 30 * 24) };
    default:
      return chosen;
  }
}

/** The action with the places of the records that its numbers pick now: there may be more of them at a repetition. */
function pinned(model: Model, action: Action): Action {
  const place = (number: number, { length }: readonly unknown[]) => (length > 0 ? number % length : number);
  return {
    ...action,
    ...("referral" in action && { referral: place(action.referral, model.referrals) }),
    ...("consent" in action && { consent: place(action.consent, model.consents) }),
    ...("override" in action && { override: place(action.override, model.overrides) }),
  };
}

async function act(model: Model, real: Real, asked: Action): Promise<void> {
  const action = pinned(model, asked);
  const request = await requestOf(real.stage, model, action);
  if (!request) return;
  const key = `key-${real.sent.length}`;
  const now = real.stage.world.clock.time;
  const status = answer(model, action, now);
  const got = await send(real.stage, model, action, request, key);
  expect({ ...action, status: got.status, why: got.body.errors ?? got.body.type }).toEqual({
    ...action,
    status,
    why: got.body.errors ?? got.body.type,
  });
  real.sent.push({ action, request, key, at: now, status, id: got.body.id });
  if (status === 201) keep(real.stage, action, got.body.id);
}

/** Once more: with its key it is the same request, and its first answer stands; with another it is a second one. */
async function repeat(model: Model, real: Real, { back, retry }: Extract<Command, { kind: "again" }>) {
  const earlier = real.sent.at(-1 - back);
  if (!earlier) return;
  const { action, request, key } = earlier;
  const now = real.stage.world.clock.time;
  const kept = retry && request.method === "POST" && earlier.status < 300 && hoursLater(earlier.at, 24) > now;
  const status = kept ? earlier.status : answer(model, action, now);
  const again = `${key}${retry ? "" : `-${real.sent.length}-${now.getTime()}`}`;
  const got = await send(real.stage, model, action, request, again);
  expect({ again: action, kept, status: got.status }).toEqual({ again: action, kept, status });
  if (kept && status < 300) expect(got.body.id).toBe(earlier.id);
  if (!kept && status === 201) keep(real.stage, action, got.body.id);
  // Only what its own key has done is kept for it, and from then on.
  if (!kept && retry) {
    earlier.status = status;
    if (status < 300) Object.assign(earlier, { at: now, id: got.body.id });
  }
}

async function send(
  stage: Stage,
  model: Model,
  action: Action,
  request: Request,
  key: string,
): Promise<Answer> {
  if (action.kind === "fix" || action.kind === "reschedule") {
    // Whoever fixes a time has just asked the caller how they can be reached.
    const question = picked(model.referrals, action.referral)?.question ?? 0;
    await keepSafe(stage.world, stage.question(question).caseId, stage.of(question).owner);
  }
  const { method, path, body } = request;
  // A session may have ended since it was sent first.
  const by = request.by.cookie ? await stage.world.signIn(request.by) : request.by;
  return stage.world.send(by, method, path, body, method === "POST" ? { "idempotency-key": key } : {});
}

/** Remembers what was made, in the order of the model. */
export function keep(stage: Stage, { kind }: Action, id: string): void {
  if (kind === "agree") stage.consentIds.push(id);
  else if (kind === "override") stage.overrideIds.push(id);
  else if (kind === "draft" || kind === "continue") stage.referralIds.push(id);
}
