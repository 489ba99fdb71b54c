import { Hono, type Context as HonoContext, type MiddlewareHandler } from "hono";
import { methodNotAllowed as methodGuard } from "hono/method-not-allowed";
import * as audit from "./audit/index.ts";
import * as cases from "./cases/index.ts";
import * as deliveries from "./deliveries/index.ts";
import * as directory from "./directory/index.ts";
import * as handoff from "./handoff/index.ts";
import * as identity from "./identity/index.ts";
import * as intake from "./intake/index.ts";
import * as knowledge from "./knowledge/index.ts";
import { takesAway } from "./ledger/index.ts";
import { createDocument } from "./openapi.ts";
import type { Actor, Context, Platform } from "./platform/context.ts";
import { cors } from "./platform/http/cors.ts";
import { inTime } from "./platform/http/in-time.ts";
import {
  answerFailure,
  around,
  type HttpEnv,
  requireJsonAccepted,
  requirePlainTarget,
} from "./platform/http/middleware.ts";
import type { Operation } from "./platform/http/operation.ts";
import { databaseBehind, methodNotAllowed, Problem, routeNotFound } from "./platform/http/problem.ts";
import { createLimits, type Limits } from "./platform/rate-limit/limits.ts";
import { createMeter, type MeterOptions } from "./platform/rate-limit/meter.ts";
import type { Rates } from "./platform/rate-limit/rate.ts";
import { rateOf, standardRates } from "./rates.ts";
import { docs } from "./reference/index.ts";
import * as signals from "./signals/index.ts";
import * as tasks from "./tasks/index.ts";

export const operations: readonly Operation[] = [
  ...directory.operations,
  ...identity.operations,
  ...cases.operations,
  ...handoff.operations,
  ...intake.operations,
  ...signals.operations,
  ...knowledge.operations,
  ...tasks.operations,
  ...deliveries.operations,
  ...audit.operations,
];

export interface AppOptions {
  /** Whether /hsds asks for no token. */
  hsdsOpen?: boolean;
  /** Whether anybody may sign in as any member. */
  demoSignIn?: boolean;
  /** How many requests it takes of whom. */
  rates?: Rates;
  /** How its instances share them. */
  meter?: MeterOptions;
  /** Where a request comes from; unknown ones are counted as one. */
  addressOf?: (c: HonoContext) => string | undefined;
  /** Whose pages may read answers. */
  corsOrigins?: readonly string[];
  /** Milliseconds that an operation may take. */
  patience?: number;
}

const openDocuments = new Set(["/v1/openapi.json", "/hsds/openapi.json"]);

/** The whole service over one platform: database, clock, ids, secrets, log. */
export function createApp(platform: Platform, options: AppOptions = {}) {
  const { rates = standardRates, corsOrigins = [], hsdsOpen = true, demoSignIn = false } = options;
  const meter = createMeter(platform, rates, options.meter ?? { shares: new Map(), leases: 20, waits: true });
  const limits = createLimits(meter, options.addressOf);
  const app = new Hono<HttpEnv>();
  app.use(around(platform.log, platform.newId, platform.now));
  app.get("/readyz", (c) => tellReadiness(c, platform));
  app.use(whileServed(platform));
  app.use(limits.byInstance("instance"));
  app.use(requirePlainTarget);
  app.use(cors(new Set(corsOrigins), openDocuments));
  app.use(methodGuard({ app, onMethodNotAllowed: tellMethods }));
  app.use(refuseHead(app));
  app.onError(answerFailure);
  app.notFound((c) => new Problem(routeNotFound).toResponse(c.get("requestId")));

  app.use("/oauth/token", limits.byAddress("token"));
  app.use("/sign-in/*", limits.byAddress("sign-in"));
  app.use("/hsds/*", limits.byAddress("open"));
  const document = () => documentAt(platform.signing.issuer, rates);
  app.get("/", (c) => c.redirect("/docs", 303));
  app.get("/v1/openapi.json", (c) => c.json(document()));
  app.route("/", docs(document));
  app.route("/", identity.oauth(platform));
  app.route("/", identity.passkeySignIn(platform));
  app.route("/", identity.signIn(platform, { demo: demoSignIn }));
  app.route("/", directory.hsds(platform, { open: hsdsOpen }));
  for (const operation of operations) serve(app, operation, platform, limits, options.patience);
  return app;
}

/** Whether a path only shows what is open to all: an operation may spend a code or write down who read what. */
const onlyShows = (path: string) => openDocuments.has(path) || !/^\/(v1|sign-in|account)(\/|$)/.test(path);

const methodsInOrder = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** Hono answers HEAD by running GET: here nothing runs for an answer that nobody reads. */
const refuseHead =
  ({ router }: Hono<HttpEnv>): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    if (c.req.method !== "HEAD" || onlyShows(c.req.path)) return next();
    const known = methodsInOrder.filter((method) =>
      router.match(method, c.req.path)[0].some(([[, route]]) => route.method === method),
    );
    return known.length > 0 ? tellMethods(c, known) : next();
  };

/** Whether requests may be sent here: also while the ledger is late, which is for its operator to see. */
function tellReadiness(c: HonoContext<HttpEnv>, { ledger }: Platform): Response {
  const standing = ledger?.standing() ?? "none";
  const status = { kept: "ready", none: "ready", late: "degraded", refused: "not-ready" }[standing];
  return c.json({ status, ledger: standing }, standing === "refused" ? 503 : 200);
}

const whileServed =
  ({ ledger }: Platform): MiddlewareHandler =>
  async (_, next) => {
    if (ledger?.standing() === "refused")
      throw new Problem(databaseBehind, { headers: { "retry-after": "60" } });
    await next();
  };

/** What a path knows: told to OPTIONS, and to whoever tries something else. */
function tellMethods(c: HonoContext<HttpEnv>, methods: string[]): Response {
  const known = methodsInOrder.filter((method) => methods.includes(method));
  const shown = known.filter((method) => method !== "HEAD" || onlyShows(c.req.path));
  const headers = { allow: [...shown, "OPTIONS"].join(", ") };
  if (c.req.method === "OPTIONS") return new Response(null, { status: 204, headers });
  return new Problem(methodNotAllowed, { headers }).toResponse(c.get("requestId"));
}

/** Kept by address and rates: a Worker makes the app anew for each request. */
const documents = new Map<string, ReturnType<typeof createDocument>>();

function documentAt(publicUrl: string, rates: Rates) {
  const key = JSON.stringify([publicUrl, rates]);
  const document = documents.get(key) ?? createDocument(operations, publicUrl, rates);
  documents.set(key, document);
  return document;
}

/** Whoever asks an operation that needs no token: row-level security shows them nothing but what is public. */
const anyone: Actor = { kind: "client", id: "", participantId: "", permissions: new Set() };

const asItAnswers: MiddlewareHandler = (_, next) => next();

/** More than the database gives a statement. */
const usualPatience = 30_000;

function serve(
  app: Hono<HttpEnv>,
  operation: Operation,
  platform: Platform,
  limits: Limits,
  patience = usualPatience,
): void {
  const { method, path, security } = operation.route;
  const { log: _, fetchOutside: __, ledger, ...rest } = platform;
  const isKept = takesAway(operation.operationId);
  const pattern = `/v1${path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
  const open = security?.length === 0;
  const accepted = operation.answersIn ? asItAnswers : requireJsonAccepted;
  const rate = rateOf(operation.operationId, open);
  const checks = [accepted, ...(open ? [limits.byAddress(rate)] : [])];

  const respond = async (c: HonoContext<HttpEnv>) => {
    const trace = c.get("trace");
    const actor = open ? anyone : await identity.authenticate(platform, c.req.raw);
    if (!open) {
      trace.participantId = actor.participantId;
      trace.actorId = actor.id;
      await limits.byActor(c, rate, `${actor.id} ${actor.onBehalfOf ?? ""}`);
    }
    const ctx: Context = { ...rest, actor, operationId: operation.operationId };
    const params = c.req.param() as Record<string, string>;
    const answer = await operation.respond(c.req.raw, ctx, params).catch(async (error: unknown) => {
      // Whoever may not is written down; who is nobody yet, or asks for what is not there, is not.
      if (!open && error instanceof Problem && error.definition.status === 403)
        await audit.recordRefusal(ctx, params);
      throw error;
    });
    // What was taken away is answered once the ledger beside the backups has it.
    if (isKept) await ledger?.settle();
    return answer;
  };
  app.on(method.toUpperCase(), [pattern], ...checks, (c) => {
    c.get("trace").operationId = operation.operationId;
    return operation.streamed ? respond(c) : inTime(respond(c), patience);
  });
}
