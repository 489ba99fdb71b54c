import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Account, Asked } from "./provider-process.ts";

export interface RealProvider {
  issuer: string;
  tell(asked: Asked): Promise<void>;
  /** Follows a person whom the provider knows through its pages, to the address that it sends them back to. */
  signIn(url: string, account: Account): Promise<string>;
  close(): Promise<void>;
}

/** An OpenID Connect provider of its own, as another process. */
export async function startProvider(): Promise<RealProvider> {
  const path = fileURLToPath(new URL("provider-process.ts", import.meta.url));
  const child = fork(path, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const [{ issuer }] = (await once(child, "message")) as [{ issuer: string }];
  const tell = async (asked: Asked) => {
    child.send(asked);
    await once(child, "message");
  };
  return {
    issuer,
    tell,
    async signIn(url, account) {
      await tell({ account });
      return walk(url, issuer);
    },
    close: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.disconnect();
  await gone;
}

/** Follows redirects with a browser's cookies until one leads away. */
async function walk(start: string, issuer: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let step = 0; step < 10; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get("location");
    if (!location) throw new Error(`the provider stopped with ${answer.status}: ${await answer.text()}`);
    url = new URL(location, url).href;
    if (!url.startsWith(issuer)) return url;
  }
  throw new Error("the provider goes round in circles");
}
