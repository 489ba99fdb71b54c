import { Hono } from "hono";
import { expect } from "vitest";
import { type HsdsOptions, hsds } from "../../../src/directory/hsds/index.ts";
import { seedDirectory } from "../../../src/directory/index.ts";
import { answerFailure, around, type HttpEnv } from "../../../src/platform/http/middleware.ts";
import type { World } from "../../world/world.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests state what they expect of it
type Body = any;

/** The interface by itself over a world's platform. */
export function openHsds(world: World, options?: HsdsOptions) {
  const { platform } = world;
  const app = new Hono<HttpEnv>();
  app.use(around(platform.log, platform.newId, platform.now));
  app.onError(answerFailure);
  app.route("/", hsds(platform, options));
  const ask = async (path: string, init?: RequestInit) => {
    const response = await app.request(`/hsds${path}`, init);
    return {
      status: response.status,
      type: response.headers.get("content-type"),
      body: (await response.json()) as Body,
    };
  };
  return {
    app,
    ask,
    async get(path: string): Promise<Body> {
      const answer = await ask(path);
      expect(answer.status, path).toBe(200);
      return answer.body;
    },
  };
}

export const seed = (world: World) => seedDirectory(world.job(world.operator.id));

/** Every key of every record, however deep, with the value null. */
export function nullsIn(value: unknown, path = ""): string[] {
  if (value === null) return [path];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => nullsIn(inner, `${path}/${key}`));
}
