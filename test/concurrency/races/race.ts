import { setTimeout as delay } from "node:timers/promises";
import { tick } from "../../../src/handoff/index.ts";
import { later } from "../../handoff/make.ts";
import { issuer } from "../../world/world.ts";
import { type Act, isLook, type Look, type Request } from "./acts.ts";
import { type Cast, type Scene, setScene } from "./scene.ts";

export interface Run {
  name: string;
  scene: Scene;
  acts: readonly (Act | Look)[];
  /** Of each act; the clock answers nothing. */
  statuses: (number | undefined)[];
  /** How De Brug's looks at each disclosure were answered once both were done. */
  looks: number[];
}

/** Without the check against the contract, which asks that no two answers come at once. */
export async function send({ world }: Cast, { by, method, path, body }: Request): Promise<number> {
  const headers = {
    ...(await world.credentialsOf(by)),
    ...(body && { "content-type": "application/json" }),
  };
  const response = await world.app.request(`${issuer}/v1${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Both at once, the one or the other some milliseconds ahead, from one round to the next. */
async function runBoth(cast: Cast, scene: Scene, acts: readonly (Act | Look)[], round: number) {
  const requests = acts.map((act) => (isLook(act) ? undefined : act.request(scene)));
  const ahead = (round % 5) * 2;
  return Promise.all(
    requests.map(async (request, index) => {
      if ((index === 0) === (Math.floor(round / 5) % 2 === 0) && ahead > 0) await delay(ahead);
      if (request) return send(cast, request);
      await tick(cast.world.platform);
      return undefined;
    }),
  );
}

/** Sets a scene, does both at once, looks what came of it, and makes the network whole again. */
export async function race(cast: Cast, acts: readonly (Act | Look)[], round: number): Promise<Run> {
  const { world } = cast;
  const named = acts.filter((act): act is Act => !isLook(act));
  const scene = await setScene(cast, named, round);
  for (const act of acts)
    if (isLook(act)) {
      world.clock.time = later(world, { hours: act.after });
      // Sessions have ended by then.
      scene.ilse = await world.signIn(cast.ilse);
      scene.administrator = await world.signIn(cast.administrator);
    }
  // Each reading of the clock is later than the one before: what came first is told by its time.
  world.clock.step = 1;
  const statuses = await runBoth(cast, scene, acts, round);
  const looks: number[] = [];
  for (const { path } of Object.values(scene.referrals))
    looks.push(await send(cast, { by: world.noor, method: "GET", path: `${path}/disclosure` }));
  for (const act of named) if (act.undo) await send(cast, act.undo(scene));
  world.clock.step = 0;
  const name = `${acts.map((act) => act.name).join(" × ")}, on ${scene.basis}, round ${round}`;
  return { name, scene, acts, statuses, looks };
}
