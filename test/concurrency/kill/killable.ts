import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { World } from "../../world/world.ts";
import { issuer } from "../../world/world.ts";

export interface Killable {
  url: string;
  /** Resolves once a service answers. */
  up(): Promise<void>;
  start(): Promise<void>;
  /** At once, in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** The service in a process of its own, over the world's database and with its keys. */
export function killableService({ keys, database }: World, port: number): Killable {
  let child: ChildProcess | undefined;
  let answering = Promise.withResolvers<void>();
  return {
    url: `http://127.0.0.1:${port}`,
    up: () => answering.promise,
    async start() {
      const env = {
        ...process.env,
        RATE_LIMITS: "default=1000000/60 token=1000000/60",
        DATABASE_URL: database.url ?? "",
        PORT: String(port),
        PUBLIC_URL: issuer,
        SECRET: keys.SECRET,
        SIGNING_KEYS: JSON.stringify(keys.SIGNING_KEYS),
        KEY_ENCRYPTION_KEYS: JSON.stringify(keys.KEY_ENCRYPTION_KEYS),
      };
      const execArgv = ["--import", "./src/platform/quick-imports.ts"];
      const started = fork(new URL("./service.ts", import.meta.url), { env, execArgv });
      child = started;
      const ended = once(started, "exit").then(() => "ended");
      if ((await Promise.race([once(started, "message"), ended])) === "ended")
        throw new Error("the service ended by itself");
      answering.resolve();
    },
    async kill() {
      // Who asks from now on waits for the next one.
      answering = Promise.withResolvers();
      if (!child || child.exitCode !== null || child.signalCode) return;
      const ending = once(child, "exit");
      child.kill("SIGKILL");
      await ending;
    },
  };
}
