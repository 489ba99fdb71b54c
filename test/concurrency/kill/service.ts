import { setTimeout } from "node:timers/promises";
import { tick } from "../../../src/handoff/index.ts";
import { readNodeEnvironment } from "../../../src/host/env.ts";
import { startService } from "../../../src/host/node.ts";

/** By whose clock deadlines have passed, and nothing has lapsed yet. */
const ahead = 3 * 24 * 60 * 60 * 1000;

const { platform } = await startService(readNodeEnvironment(process.env), () => {});
process.send?.("ready");
for (;;) {
  await tick({ ...platform, now: () => new Date(Date.now() + ahead) });
  await setTimeout(20);
}
