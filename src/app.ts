import { Hono, type MiddlewareHandler } from "hono";
import { methodNotAllowed as methodGuard } from "hono/method-not-allowed";
import * as audit from "./audit/index.ts";
import * as deliveries from "./deliveries/index.ts";
import * as directory from "./directory/index.ts";
import { docs } from "./docs/index.ts";
import * as handoff from "./handoff/index.ts";
import * as identity from "./identity/index.ts";
import { createDocument } from "./openapi.ts";
import type { Actor, Context, Platform } from "./platform/context.ts";
import { answerFailure, around, type HttpEnv, requireJsonAccepted } from "./platform/http.ts";
import type { Operation } from "./platform/operation.ts";
import { methodNotAllowed, Problem, routeNotFound } from "./platform/problem.ts";

export const operations: readonly Operation[] = [
  ...directory.operations,
  ...identity.operations,
  ...handoff.operations,
  ...deliveries.operations,
  ...audit.operations,
];

/** The whole service over one platform: database, clock, ids, secrets, log. `hsdsOpen`: whether /hsds asks for no token. */
export function createApp(platform: Platform, { hsdsOpen = true, demoSignIn = false } = {}) {
  const app = new Hono<HttpEnv>();
  app.use(around(platform.log, platform.newId, platform.now));
  app.use(
    methodGuard({
      app,
      onMethodNotAllowed: (c, methods) =>
        new Problem(methodNotAllowed, { headers: { allow: methods.join(", ") } }).toResponse(
          c.get("requestId"),
        ),
    }),
  );
  app.onError(answerFailure);
  app.notFound((c) => new Problem(routeNotFound).toResponse(c.get("requestId")));

  const document = () => documentAt(platform.signing.issuer);
  app.get("/", (c) => c.redirect("/docs", 303));
  app.get("/v1/openapi.json", (c) => c.json(document(), 200, { "access-control-allow-origin": "*" }));
  app.route("/", docs(document));
  app.route("/", identity.oauth(platform));
  app.route("/", identity.passkeySignIn(platform));
  app.route("/", identity.signIn(platform, { demo: demoSignIn }));
  app.route("/", directory.hsds(platform, { open: hsdsOpen }));
  for (const operation of operations) serve(app, operation, platform);
  return app;
}

/** Kept by address: a Worker makes the app anew for each request. */
const documents = new Map<string, ReturnType<typeof createDocument>>();

function documentAt(publicUrl: string) {
  const document = documents.get(publicUrl) ?? createDocument(operations, publicUrl);
  documents.set(publicUrl, document);
  return document;
}

/** Whoever asks an operation that needs no token: row-level security shows them nothing but what is public. */
const anyone: Actor = { kind: "client", id: "", participantId: "", permissions: new Set() };

const asItAnswers: MiddlewareHandler = (_, next) => next();

function serve(app: Hono<HttpEnv>, operation: Operation, platform: Platform): void {
  const { method, path } = operation.route;
  const { log: _, fetchOutside: __, ...rest } = platform;
  const pattern = `/v1${path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
  const accepted = operation.answersIn ? asItAnswers : requireJsonAccepted;
  app.on(method.toUpperCase(), pattern, accepted, async (c) => {
    const trace = c.get("trace");
    trace.operationId = operation.operationId;
    const open = operation.route.security?.length === 0;
    const actor = open ? anyone : await identity.authenticate(platform, c.req.raw);
    if (!open) {
      trace.participantId = actor.participantId;
      trace.actorId = actor.id;
    }
    const ctx: Context = { ...rest, actor, operationId: operation.operationId };
    const params = c.req.param() as Record<string, string>;
    return operation.respond(c.req.raw, ctx, params).catch(async (error: unknown) => {
      // Whoever may not is written down; who is nobody yet, or asks for what is not there, is not.
      if (!open && error instanceof Problem && error.definition.status === 403)
        await audit.recordRefusal(ctx, params);
      throw error;
    });
  });
}
