import { readNodeEnvironment } from "../host/env.ts";
import { startService } from "../host/node.ts";
import { formNetwork } from "./network.ts";
import { createSteps } from "./steps.ts";
import type { Stage } from "./story/stage.ts";
import { createTeller, type Teller, wantsColor } from "./tell.ts";

/**
 * Starts the service, plays the story, and stays up unless `once`; a signal stops it at any time. A step that fails
 * stops it too, and is named on standard error with exit code 1.
 */
export async function runDemo(play: (stage: Stage) => Promise<void>, once: boolean): Promise<void> {
  const tell = createTeller(
    (line) => process.stdout.write(`${line}\n`),
    wantsColor(process.stdout, process.env.NO_COLOR),
  );
  const began = performance.now();
  tell.title("Handreiking: a warm handoff, step by step");
  tell.plain("Everything runs on this machine: nobody outside is contacted, and nothing is kept.");
  tell.plain("The organizations are from the starter directory; the people are made up.\n");
  tell.plain("The service starts on a database of its own; that takes a few seconds.");
  const service = await startService(readNodeEnvironment({ PORT: "0", DATA_DIR: "memory://" }), () => {});
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= service.close());
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => stop().then(() => process.exit(0)));
  try {
    const steps = createSteps(tell);
    await play({ ...(await formNetwork(service, tell)), ...steps, tell });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    tell.plain(`\nAll ${steps.taken()} steps ended as they should, in ${seconds} seconds.`);
    if (once) await stop();
    else sayWhereToLook(tell, service.url);
  } catch (error) {
    // What fails after a signal fails because of it.
    if (stopping) return;
    await stop();
    process.stderr.write(`\n${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

function sayWhereToLook(tell: Teller, url: string): void {
  const places = [
    [url, "the service, for programs: everything is under /v1"],
    [`${url}/docs`, "its reference, to read"],
    [`${url}/v1/openapi.json`, "its contract, for a client of your own"],
  ] as const;
  tell.plain("\nThe service stays up:");
  for (const [place, what] of places) tell.plain(`  ${place.padEnd(url.length + 18)}${what}`);
  tell.plain("\nCtrl-C stops it.");
}
