import { breaking } from "../mutant.ts";

const keys = breaking("http", "test/all-operations/idempotency.test.ts");
const bodies = breaking("http", "test/http/http.test.ts");
const cursors = breaking("http", "test/strangers/cursors.test.ts");
const versions = breaking("http", "test/cases/access/access.test.ts", "test/http/oracle.test.ts");
const origins = breaking("http", "test/http/cors.test.ts");
const counting = breaking("http", "test/rate-limit/");
const lost = breaking("http", "test/platform/database/transact.test.ts");

export const ofHttp = [
  keys.code(
    "an Idempotency-Key of another member is answered with their record",
    "platform/http/input.ts",
    'ctx.secrets.fingerprint("idempotency", id, onBehalfOf, request.method, pathname, key),',
    'ctx.secrets.fingerprint("idempotency", id, request.method, pathname, key),',
  ),
  keys.code(
    "an Idempotency-Key of another client is answered with its record",
    "platform/http/input.ts",
    'ctx.secrets.fingerprint("idempotency", id, onBehalfOf, request.method, pathname, key),',
    'ctx.secrets.fingerprint("idempotency", onBehalfOf, request.method, pathname, key),',
  ),
  keys.code(
    "an Idempotency-Key answers another path",
    "platform/http/input.ts",
    'ctx.secrets.fingerprint("idempotency", id, onBehalfOf, request.method, pathname, key),',
    'ctx.secrets.fingerprint("idempotency", id, onBehalfOf, request.method, key),',
  ),
  keys.code(
    "an Idempotency-Key answers another body",
    "platform/http/idempotency.ts",
    "if (kept.bodyFingerprint !== key.body) fail(idempotencyKeyReused);",
    "",
  ),
  cursors.code(
    "a cursor of another member is taken",
    "platform/http/pagination.ts",
    '  ctx.actor.onBehalfOf ?? "",\n',
    "",
  ),
  cursors.code("a cursor of another client is taken", "platform/http/pagination.ts", "  ctx.actor.id,\n", ""),
  cursors.code(
    "a cursor of other filters is taken",
    "platform/http/pagination.ts",
    "  JSON.stringify(filters),\n",
    "",
  ),
  bodies.code(
    "a body that does not say its length is read to its end",
    "platform/http/json.ts",
    "    if (length > longestBody) fail(bodyTooLarge);\n",
    "",
  ),
  breaking("http", "test/http/bodies.test.ts").code(
    "of a key that is named twice the last one counts",
    "platform/http/input.ts",
    "  if (body.repeating) {",
    "  if (body.repeating && errors.length > 99) {",
  ),
  bodies.code(
    "a refusal quotes what was sent",
    "platform/http/faults.ts",
    "issue.keys.length",
    'issue.keys.join(" ")',
  ),
  bodies.code(
    "a record is given its id and its owner from outside",
    "cases/open-case.ts",
    "  .strictObject({",
    "  .object({",
  ),
  bodies.code(
    "a body in any coding is read",
    "platform/http/json.ts",
    ' || request.headers.has("content-encoding")) fail',
    ") fail",
  ),
  versions.code(
    "an edit of an old version undoes somebody's change",
    "platform/http/entity-tag.ts",
    "if (current === undefined || !names(",
    "if (current === undefined || !ifMatch && !names(",
  ),
  versions.code(
    "an edit that names no version undoes somebody's change",
    "platform/http/entity-tag.ts",
    "if (current !== undefined) fail(versionNotNamed);",
    "",
  ),
  origins.code(
    "a page of any origin reads answers",
    "platform/http/cors.ts",
    "origin !== undefined && allowed.has(origin) ? origin : undefined;",
    "origin;",
  ),
  counting.code(
    "nobody is refused for asking too much",
    "platform/rate-limit/limits.ts",
    "if (count.refused) fail(tooManyRequests);",
    "",
  ),
  breaking("http", "test/rate-limit/limits.test.ts").code(
    "two members of one system use up each other's quota",
    "app.ts",
    'actor.onBehalfOf ?? ""',
    '""',
  ),
  counting.sql(
    "each instance gives the whole quota",
    "lease_quota",
    "least(wanted, lease_quota.quota - taken)",
    "least(wanted, lease_quota.quota)",
  ),
  lost.code(
    "what lost a race to a refusal is a fault",
    "platform/database/sql-states.ts",
    "HR030 HR034 HR039",
    "HR030 HR039",
  ),
  breaking("http", "test/walls/sql-answers.test.ts").code(
    "a wall has no answer",
    "platform/database/sql-states.ts",
    "HR030 HR034 HR039",
    "HR030 HR039",
  ),
];
