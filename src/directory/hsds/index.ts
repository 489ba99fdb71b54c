import { Hono, type MiddlewareHandler } from "hono";
import { z } from "zod";
import { authenticate } from "../../identity/index.ts";
import type { Platform } from "../../platform/context.ts";
import type { HttpEnv } from "../../platform/http/middleware.ts";
import { fail, invalidRequest } from "../../platform/http/problem.ts";
import { readQuery, understandQuery } from "./ask.ts";
import { type Collection, collections } from "./collections.ts";
import { documentOf } from "./document.ts";
import type { Asked } from "./filters.ts";
import { findIds, findPage, findRecords } from "./find.ts";
import { pageOf } from "./page.ts";
import type { Query } from "./parameters.ts";
import { presentRecord } from "./present.ts";
import { notFound } from "./problems.ts";
import type { Shape } from "./shape.ts";

export interface HsdsOptions {
  /** Whether it answers without a token. */
  open?: boolean;
}

/**
 * The directory as HSDS 3.1, for reading, at /hsds: what public organizations offer.
 * Each answer is one statement, after one more where words are to be understood.
 */
export function hsds(platform: Platform, { open = true }: HsdsOptions = {}) {
  const { issuer } = platform.signing;
  const app = new Hono<HttpEnv>().basePath("/hsds");
  app.get("/openapi.json", (c) => c.json(documentOf(issuer, open)));
  // The empty path is /hsds/.
  for (const root of ["/", ""])
    app.get(root, (c) => c.json({ version: "3.1", profile, openapi_url: `${issuer}/hsds/openapi.json` }));
  if (!open) app.use(signedIn(platform));
  for (const collection of collections) {
    const named = collection.path;
    app.on(["GET", "POST"], `/${named}`, async (c) => {
      c.get("trace").operationId = `hsds/${named}`;
      return answerList(platform, collection, await readQuery(c.req.raw, collection.parameters));
    });
    app.get(`/${named}/:id`, async (c) => {
      c.get("trace").operationId = `hsds/${named}/id`;
      const query = await readQuery(c.req.raw, collection.parametersOfOne);
      return c.json(await findOne(platform, collection, collection.single(query), c.req.param("id")));
    });
  }
  return app;
}

/** What the standard is that this follows without a profile of its own. */
const profile = "https://docs.openreferral.org/en/latest/hsds/";

const signedIn =
  (platform: Platform): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const actor = await authenticate(platform, c.req.raw);
    c.get("trace").participantId = actor.participantId;
    c.get("trace").actorId = actor.id;
    await next();
  };

async function findOne(platform: Platform, collection: Collection, shape: Shape, id: string) {
  if (!z.uuid().safeParse(id).success)
    fail(invalidRequest, { errors: [{ in: "path", pointer: "id", detail: "must be a UUID" }] });
  const [row] = await findRecords(platform.db, collection, shape, [id]);
  return row ? presentRecord(shape, row, platform.now()) : fail(notFound);
}

const usualPage = 50;
/** As many as a directory can hold: what `minimal` puts on one page. */
const everything = 2_000_000_000;

async function answerList(platform: Platform, collection: Collection, query: Query): Promise<Response> {
  const asked = await understandQuery(platform.db, collection, query);
  const shape = collection.listed(query);
  if (query.format === "ndjson") return streamAll(platform, collection, shape, asked);
  const perPage = query.per_page ?? (query.minimal ? everything : usualPage);
  const offset = Math.min((query.page - 1) * perPage, everything);
  const limit = Math.min(perPage, everything - offset);
  const { total, contents } = await findPage(platform.db, collection, shape, asked, offset, limit);
  const now = platform.now();
  const shown = contents.map((row) => presentRecord(shape, row, now));
  return Response.json(pageOf(shown, total, query.page, perPage));
}

const perChunk = 100;

/** The ids are of one moment; the records follow by and by, so that no transaction waits for a slow reader. */
async function streamAll(platform: Platform, collection: Collection, shape: Shape, asked: Asked) {
  const ids = await findIds(platform.db, collection, asked);
  const encoder = new TextEncoder();
  const now = platform.now();
  let from = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (from >= ids.length) return controller.close();
      // The server ends an answer that breaks off with the failure's own message, which quotes the statement.
      const rows = await findRecords(platform.db, collection, shape, ids.slice(from, from + perChunk)).catch(
        () => Promise.reject(new Error("broken off")),
      );
      from += perChunk;
      const lines = rows.map((row) => `${JSON.stringify(presentRecord(shape, row, now))}\n`);
      controller.enqueue(encoder.encode(lines.join("")));
    },
  });
  return new Response(body, { headers: { "content-type": "application/x-ndjson" } });
}
