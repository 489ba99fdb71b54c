import { serve } from "@hono/node-server";
import { createApp } from "../../src/app.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { createSigning } from "../../src/platform/keys/signing.ts";
import type { World } from "../world/world.ts";

/** The world's service over HTTP on a port of its own, at the system's time: for clients that bring both. */
export async function listen(world: World) {
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = serve({ fetch: (request) => answer(request), port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;
  const signing = await createSigning(url, world.keys.SIGNING_KEYS);
  const app = createApp({ ...world.platform, now: systemClock, signing }, { rates: {} });
  answer = (request) => app.fetch(request);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
  return { url, close };
}
