import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const beneath = ["platform", "permissions.ts"];

/** The parts of src and what each may import. Features are entered through their index.ts. */
const mayImport: Record<string, readonly string[]> = {
  platform: [],
  "permissions.ts": ["platform"],
  audit: beneath,
  deliveries: [...beneath, "audit"],
  identity: [...beneath, "audit", "deliveries"],
  directory: [...beneath, "audit", "deliveries", "identity"],
  handoff: [...beneath, "audit", "deliveries", "identity", "directory"],
  intake: [...beneath, "audit", "deliveries", "identity", "directory", "handoff"],
  signals: [...beneath, "audit", "deliveries", "identity", "directory", "handoff", "intake"],
  knowledge: [...beneath, "audit", "deliveries", "identity", "directory", "handoff", "intake"],
  ledger: [...beneath, "audit", "identity", "handoff", "intake", "knowledge"],
  tasks: [...beneath, "handoff", "intake", "signals", "knowledge"],
  client: [],
  docs: ["platform"],
  "openapi.ts": [...beneath, "rates.ts"],
  "rates.ts": ["platform"],
  "random-bytes.ts": [],
  "secret-files.ts": ["env.ts"],
  "crash-log.ts": ["platform"],
  "env.ts": ["platform", "rates.ts", "random-bytes.ts"],
  "jobs.ts": [
    "platform",
    "permissions.ts",
    "audit",
    "identity",
    "directory",
    "handoff",
    "intake",
    "signals",
    "knowledge",
  ],
  "app.ts": [
    ...beneath,
    "openapi.ts",
    "rates.ts",
    "docs",
    "audit",
    "deliveries",
    "identity",
    "directory",
    "handoff",
    "intake",
    "signals",
    "knowledge",
    "tasks",
    "ledger",
  ],
  "open-ledger.ts": ["env.ts", "ledger"],
  "restore-ledger.ts": ["platform", "env.ts", "node.ts", "open-ledger.ts", "ledger"],
  "signing-keys.ts": ["platform", "env.ts", "node.ts", "handoff"],
  "node-server.ts": ["platform"],
  "node.ts": [
    "platform",
    "env.ts",
    "app.ts",
    "jobs.ts",
    "open-ledger.ts",
    "node-server.ts",
    "intake",
    "ledger",
  ],
  "worker.ts": ["platform", "permissions.ts", "env.ts", "app.ts", "jobs.ts", "intake", "ledger"],
  "cli.ts": [
    ...beneath,
    "env.ts",
    "app.ts",
    "node.ts",
    "restore-ledger.ts",
    "openapi.ts",
    "signing-keys.ts",
    "rates.ts",
    "secret-files.ts",
    "crash-log.ts",
    "transfer.ts",
    "audit",
    "identity",
    "directory",
    "handoff",
    "intake",
    "signals",
  ],
  "transfer.ts": ["platform", "directory"],
  demo: ["platform", "permissions.ts", "client", "env.ts", "node.ts", "identity", "directory"],
};
const features = [
  "ledger",
  "audit",
  "deliveries",
  "identity",
  "directory",
  "handoff",
  "intake",
  "signals",
  "knowledge",
  "docs",
  "client",
];

/** Rules without I/O: they may import types and other pure files, never a database, a clock or the network. */
const pureFiles = [
  "ledger/kinds.ts",
  "ledger/acts.ts",
  "ledger/fault.ts",
  "handoff/referral.ts",
  "handoff/consents/consent.ts",
  "handoff/consents/consent-status.ts",
  "handoff/codes.ts",
  "intake/codes.ts",
  "knowledge/codes.ts",
  "knowledge/render.ts",
  "knowledge/review.ts",
  "intake/mail/claims.ts",
  "intake/mail/clean.ts",
  "intake/mail/mistaken.ts",
  "intake/mail/entities.ts",
  "intake/mail/html-text.ts",
  "intake/mail/kind.ts",
  "intake/mail/language.ts",
  "intake/mail/longest.ts",
  "intake/mail/quotes.ts",
  "intake/mail/tnef.ts",
  "intake/mail/told-by-mail.ts",
  "intake/conversations/danger.ts",
  "intake/conversations/steps/rule.ts",
  "intake/conversations/steps/texts.ts",
  "tasks/order.ts",
  "handoff/questions/sought-for.ts",
  "intake/appointments/codes.ts",
  "intake/appointments/slots.ts",
  "intake/availability/intervals.ts",
  "intake/availability/weekly.ts",
  "intake/requests/danger/concepts.ts",
  "intake/requests/danger/families.ts",
  "intake/requests/danger/features.ts",
  "intake/requests/danger/find.ts",
  "intake/requests/danger/fold.ts",
  "intake/requests/danger/hear-signs.ts",
  "intake/requests/danger/lexicon.ts",
  "intake/requests/danger/sign.ts",
  "intake/requests/danger/stretch.ts",
  "intake/requests/danger/subjects.ts",
  "intake/requests/danger/weigh.ts",
  "intake/requests/danger/weights.ts",
  ...[
    ...["body", "captive", "deeds", "farewell", "other-languages", "own-life", "plain", "scenes"],
    "violence",
  ].map((family) => `intake/requests/danger/signs/${family}.ts`),
  "intake/requests/urgency-words.ts",
  "intake/requests/told.ts",
  "intake/requests/due.ts",
  "signals/codes.ts",
  "signals/movements/compared-name.ts",
  "signals/statistics/figures.ts",
  "signals/statistics/sums.ts",
  "signals/statistics/knowledge.ts",
  "signals/statistics/audit.ts",
  "signals/statistics/protect.ts",
  "handoff/cases/case-code.ts",
  "handoff/deadlines.ts",
  "handoff/sealed-disclosure.ts",
  "handoff/consents/texts/consent-texts.ts",
  "handoff/consents/texts/nl.ts",
  "handoff/consents/texts/en.ts",
  "platform/rate-limit/address.ts",
  "platform/rate-limit/rate.ts",
  "platform/calendar.ts",
  "platform/accept.ts",
  "audit/actions.ts",
  "audit/export/csv.ts",
  "audit/export/nen7513.ts",
  "platform/citizen-number.ts",
  "platform/numbers/account.ts",
  "platform/numbers/groups.ts",
  "platform/numbers/known.ts",
  "platform/numbers/plain.ts",
  "handoff/safe-contact/windows.ts",
  "handoff/code-word/normalize.ts",
  "identity/reach.ts",
  "identity/clients/profile.ts",
  "identity/jws/algorithms.ts",
  "platform/rotate-keys.ts",
  "identity/passkeys/invitation.ts",
  "identity/passkeys/passkey.ts",
  "identity/passkeys/pages/words/en.ts",
  "identity/passkeys/pages/words/nl.ts",
  "identity/sessions/cookie.ts",
  "identity/sessions/limits.ts",
  "identity/sessions/own-origin.ts",
  "identity/sign-in/assertion.ts",
  "platform/outside/address.ts",
  "directory/codes.ts",
  "directory/search/access.ts",
  "directory/search/sounds.ts",
  "directory/search/phrases.ts",
  "directory/search/spelling.ts",
  "directory/search/spoken.ts",
  "directory/search/tsquery.ts",
  "directory/search/variants.ts",
  "directory/search/verbs.ts",
  "directory/search/wording.ts",
  "directory/search/opening.ts",
  "directory/hsds/offset.ts",
];
const pureLibraries = ["date-holidays", "markdown-it", "temporal-polyfill"];

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) =>
  /\.tsx?$/.test(path),
);
const importsOf = (file: string) =>
  [
    ...readFileSync(join("src", file), "utf8").matchAll(/^(import|export) (type )?[^;]*?from "([^"]+)"/gm),
  ].map(([, , type, target = ""]) => ({ target, isType: type !== undefined }));
const inside = (file: string, target: string) => relative("src", join("src", dirname(file), target));

test("every part of src has its place in the order", () => {
  expect([...new Set(files.map((file) => file.split("/")[0]))].sort()).toEqual(Object.keys(mayImport).sort());
});

/** What runs on Node only comes from a face of its own. */
const onNodeOnly = new Set(["transfer.ts directory", "node.ts intake", "open-ledger.ts ledger"]);

test.each(files)("%s imports only what its part may", (file) => {
  const part = file.split("/")[0] ?? "";
  for (const { target } of importsOf(file)) {
    if (!target.startsWith(".")) continue;
    const [other = "", ...path] = inside(file, target).split("/");
    if (other === part) continue;
    expect(mayImport[part], `${file} imports ${target}`).toContain(other);
    // Foreign keys need the other feature's tables, and nothing else of it.
    const onNode = onNodeOnly.has(`${part} ${other}`) ? ["node.ts"] : [];
    const face = /\/(schema|tables\/\w+)\.ts$/.test(file)
      ? ["index.ts", "schema.ts"]
      : ["index.ts", ...onNode];
    if (features.includes(other)) expect(face, `${file} imports ${target}`).toContain(path.join("/"));
  }
});

/** Every file that a file leads to. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { target, isType } of importsOf(file))
    if (target.startsWith(".") && !isType) reached(inside(file, target), seen);
  return seen;
}

test("a Worker's bundle has no part of what unpacks and writes files", () => {
  const bundled = reached("worker.ts");
  expect(bundled).toContain("intake/mail/take-mail.ts");
  expect(bundled).not.toContain("intake/mail/imap.ts");
  const libraries = [...bundled].flatMap((file) =>
    importsOf(file).flatMap(({ target, isType }) => (isType ? [] : [target])),
  );
  expect(libraries).toContain("hono");
  for (const library of ["node:fs", "yauzl", "yazl", "csv-parse", "csv-stringify/sync", "imapflow", "highs"])
    expect(libraries).not.toContain(library);
});

test.each(pureFiles)("%s is pure", (file) => {
  for (const { target, isType } of importsOf(file)) {
    if (isType) continue;
    const known = target.startsWith(".")
      ? pureFiles.includes(inside(file, target))
      : pureLibraries.includes(target);
    expect(known, `${file} imports ${target}`).toBe(true);
  }
  expect(readFileSync(join("src", file), "utf8")).not.toMatch(
    /new Date\(\)|Date\.now|Math\.random|\bfetch\(|\bawait\b/,
  );
});

test("time and ids come from the context, everywhere", () => {
  const sources = files.filter(
    (file) => !["platform/clock.ts", "platform/ids.ts"].includes(file) && !/^(client|demo)\//.test(file),
  );
  const takers = sources.filter((file) =>
    /new Date\(\)|Date\.now\(|randomUUID\(|Math\.random\(/.test(readFileSync(join("src", file), "utf8")),
  );
  expect(takers).toEqual([]);
});
