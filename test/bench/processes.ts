import { type ChildProcess, fork } from "node:child_process";
import type { Order } from "./server.ts";

export interface Usage {
  /** Resident, in megabytes. */
  megabytes: number;
  /** Milliseconds of processor time since the start. */
  processor: number;
}

export interface Running {
  url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts one of the servers that are measured, in a process of its own: with the memory that `npm start` gives. */
export async function startServer(order: Order): Promise<Running> {
  const child = fork(new URL("./server.ts", import.meta.url), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: ["--max-semi-space-size=4", ...process.execArgv],
  });
  child.send(order);
  const { url } = await answerOf<{ url: string }>(child);
  return {
    url,
    usage() {
      child.send("usage");
      return answerOf<Usage>(child);
    },
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.send("stop");
      }),
  };
}

const answerOf = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) => {
    const ended = () => reject(new Error("a server that was to be measured ended by itself"));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as T);
    });
  });
