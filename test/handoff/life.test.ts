import fc from "fast-check";
import { test } from "vitest";
import { ownDatabase } from "../world/database.ts";
import { closeAll } from "./life/close-all.ts";
import { anyCommand } from "./life/commands.ts";
import { emptyModel } from "./life/model.ts";
import type { Real } from "./life/real.ts";
import { Step } from "./life/run.ts";
import { setStage } from "./life/stage.ts";

const numRuns = Number(process.env.LIFE_RUNS ?? 3);

test("whatever is done to referrals, in whatever order, the service does what the model does", async () => {
  const database = await ownDatabase();
  await fc.assert(
    fc.asyncProperty(
      fc.commands([anyCommand.map((command) => new Step(command))], { maxCommands: 60, size: "max" }),
      async (steps) => {
        const real: Real = { stage: await setStage(database), sent: [], ended: new Map() };
        const model = emptyModel();
        await fc.asyncModelRun(() => ({ model, real }), steps);
        await closeAll(model, real);
      },
    ),
    {
      numRuns,
      endOnFailure: process.env.LIFE_SHRINK === undefined,
      // The same stories every time, unless others are asked for.
      seed: Number(process.env.LIFE_SEED ?? 5),
    },
  );
}, 600_000);
