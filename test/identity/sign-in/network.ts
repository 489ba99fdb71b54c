import { sql } from "drizzle-orm";
import { createApp } from "../../../src/app.ts";
import { keepIdentityProvider } from "../../../src/identity/provider/keep-identity-provider.ts";
import { linkMember } from "../../../src/identity/provider/link-member.ts";
import { findIdentityProvider } from "../../../src/identity/provider/store.ts";
import { IdentityProvider, presentIdentityProvider } from "../../../src/identity/provider/wire.ts";
import { asJob } from "../../../src/permissions.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { entityTag } from "../../../src/platform/http/entity-tag.ts";
import { createSigning } from "../../../src/platform/keys/signing.ts";
import { fetchFromNode } from "../../../src/platform/outside/from-node.ts";
import { createWorld, type Person } from "../../world/world.ts";

/** Where the service is tried out: so that its providers may stand on this machine too. */
export const here = "http://127.0.0.1:1";

/** A network whose helpline has a name of its own, in a service at a loopback address. */
export async function signInNetwork({ demo = false } = {}) {
  const world = await createWorld();
  // The provider's clock is this machine's.
  world.clock.time = new Date();
  const signing = await createSigning(here, world.keys.SIGNING_KEYS);
  const platform = { ...world.platform, signing, fetchOutside: fetchFromNode(true) };
  const app = createApp(platform, { demoSignIn: demo, rates: {} });
  const names = { helpline: `Helplijn ${world.helpline.id}`, bridge: `De Brug ${world.bridge.id}` };
  await rename(world, world.helpline.id, names.helpline);
  await rename(world, world.bridge.id, names.bridge);
  const job = (participantId: string) => asJob(platform, participantId);

  return {
    world,
    platform,
    app,
    names,
    signing,
    browser: () => new Browser((request) => app.request(request)),
    async provide(participantId: string, settings: Partial<IdentityProvider>) {
      const provider = IdentityProvider.parse({ clientId: "handreiking", ...settings });
      const before = await transact(job(participantId), (tx) => findIdentityProvider(tx, participantId));
      const tag = before ? await entityTag(JSON.stringify(presentIdentityProvider(before))) : "";
      return keepIdentityProvider(job(participantId), provider, tag);
    },
    link: ({ participantId, memberId = "" }: Person, expected: string) =>
      linkMember(job(participantId), memberId, { expected }),
  };
}
export type SignInNetwork = Awaited<ReturnType<typeof signInNetwork>>;

async function rename(world: Awaited<ReturnType<typeof createWorld>>, id: string, name: string) {
  await transact(world.job(world.operator.id), (tx) =>
    tx.execute(sql`update handreiking.participant set name = ${name} where id = ${id}::uuid`),
  );
}

export interface Seen {
  status: number;
  text: string;
  headers: Headers;
}

/** A browser: keeps cookies, says where its forms come from, and follows what a page goes on to. */
export class Browser {
  readonly jar = new Map<string, string>();
  readonly #ask: (request: Request) => Response | Promise<Response>;
  language = "en";

  constructor(ask: (request: Request) => Response | Promise<Response>) {
    this.#ask = ask;
  }

  visit(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.#send(path, { headers });
  }

  submit(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Seen> {
    return this.#send(path, {
      method: "POST",
      body: new URLSearchParams(form),
      headers: { origin: here, "sec-fetch-site": "same-origin", ...headers },
    });
  }

  /** Names the organization, and answers where the page leads. */
  async begin(organization: string): Promise<URL> {
    const { text } = await this.submit("/sign-in", { organization });
    const [, next = ""] = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(text) ?? [];
    if (!next) throw new Error(`the page leads nowhere: ${text.replaceAll(/<[^>]+>/g, " ")}`);
    return new URL(next.replaceAll("&amp;", "&"));
  }

  async #send(path: string, init: RequestInit): Promise<Seen> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { "accept-language": this.language, ...(cookie && { cookie }), ...init.headers };
    const answer = await this.#ask(new Request(new URL(path, here), { ...init, headers }));
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/Max-Age=0/.test(set)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  }
}
