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
  cases: [...beneath, "audit", "deliveries", "identity", "directory"],
  handoff: [...beneath, "audit", "deliveries", "identity", "directory", "cases"],
  intake: [...beneath, "audit", "deliveries", "identity", "directory", "cases", "handoff"],
  signals: [...beneath, "audit", "deliveries", "identity", "directory", "cases", "handoff", "intake"],
  knowledge: [...beneath, "audit", "deliveries", "identity", "directory", "cases", "handoff", "intake"],
  ledger: [...beneath, "audit", "identity", "cases", "handoff", "intake", "knowledge"],
  tasks: [...beneath, "cases", "handoff", "intake", "signals", "knowledge"],
  client: [],
  reference: ["platform"],
  "rates.ts": ["platform"],
  "openapi.ts": [...beneath, "rates.ts"],
  "jobs.ts": [...beneath, "audit", "identity", "directory", "handoff", "intake", "signals", "knowledge"],
  "app.ts": [
    ...beneath,
    "openapi.ts",
    "rates.ts",
    "reference",
    "audit",
    "deliveries",
    "identity",
    "directory",
    "cases",
    "handoff",
    "intake",
    "signals",
    "knowledge",
    "tasks",
    "ledger",
  ],
  host: [...beneath, "rates.ts", "app.ts", "jobs.ts", "intake", "ledger"],
  commands: [
    ...beneath,
    "rates.ts",
    "app.ts",
    "openapi.ts",
    "host",
    "audit",
    "identity",
    "directory",
    "cases",
    "intake",
    "signals",
    "ledger",
  ],
  demo: [...beneath, "client", "host", "identity", "directory"],
};
const features = [
  "ledger",
  "audit",
  "deliveries",
  "identity",
  "directory",
  "cases",
  "handoff",
  "intake",
  "signals",
  "knowledge",
  "reference",
  "client",
];

/** Rules without I/O: they may import types and other pure files, never a database, a clock or the network. */
const pureFiles = [
  "ledger/kinds.ts",
  "ledger/acts.ts",
  "ledger/fault.ts",
  "handoff/referrals/referral.ts",
  "cases/codes.ts",
  "cases/consents/consent.ts",
  "handoff/disclosure/sealed-bounds.ts",
  "cases/consents/texts/wording.ts",
  "cases/consents/consent-status.ts",
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
  "cases/questions/sought-for.ts",
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
  "cases/case-code.ts",
  "handoff/referrals/deadlines.ts",
  "handoff/disclosure/sealed-disclosure.ts",
  "cases/consents/texts/consent-texts.ts",
  "cases/consents/texts/nl.ts",
  "cases/consents/texts/en.ts",
  "platform/rate-limit/address.ts",
  "platform/rate-limit/rate.ts",
  "platform/calendar.ts",
  "platform/http/accept.ts",
  "audit/actions.ts",
  "audit/export/csv.ts",
  "audit/export/nen7513.ts",
  "platform/text/citizen-number.ts",
  "platform/text/numbers/account.ts",
  "platform/text/numbers/groups.ts",
  "platform/text/numbers/known.ts",
  "platform/text/numbers/plain.ts",
  "cases/safe-contact/windows.ts",
  "cases/code-word/normalize.ts",
  "identity/reach.ts",
  "identity/clients/profile.ts",
  "identity/jws/algorithms.ts",
  "platform/keys/rotate-keys.ts",
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
  const parts = new Set(files.map((file) => file.split("/")[0]));
  expect([...parts].sort()).toEqual(Object.keys(mayImport).sort());
});

/** What runs on Node only comes from a face of its own. */
const onNodeOnly = new Set(["commands directory", "host intake", "host ledger"]);

test.each(files)("%s imports only what its part may", (file) => {
  const part = file.split("/")[0] ?? "";
  for (const { target } of importsOf(file)) {
    if (!target.startsWith(".")) continue;
    const [other = "", ...path] = inside(file, target).split("/");
    if (other === part) continue;
    expect(mayImport[part], `${file} imports ${target}`).toContain(other);
    // Foreign keys need the other feature's tables, and nothing else of it.
    const onNode = file !== "host/worker.ts" && onNodeOnly.has(`${part} ${other}`) ? ["node.ts"] : [];
    const face = /\/(schema|tables\/\w+)\.ts$/.test(file)
      ? ["index.ts", "schema.ts"]
      : ["index.ts", ...onNode];
    if (features.includes(other)) expect(face, `${file} imports ${target}`).toContain(path.join("/"));
  }
});

const textOf = (file: string) => readFileSync(join("src", file), "utf8");
const nameOf = (schema = "", table = "") => (schema === "keys" ? `keys.${table}` : table);
const partOf = (file: string) => file.split("/")[0] ?? "";

/** Tables by the part that declares them. */
const tableOwners = new Map(
  files.flatMap((file) =>
    [...textOf(file).matchAll(/\b(handreiking|keys)\.table\(\s*"(\w+)"/g)].map(
      ([, schema, table]) => [nameOf(schema, table), partOf(file)] as const,
    ),
  ),
);

/** Which tables of other parts a file names in SQL. */
const foreignTables = (file: string) =>
  [...textOf(file).matchAll(/\b(?:from|join|update|into)\s+(handreiking|keys)\."?(\w+)"?(?!\w|\()/g)]
    .map(([, schema, table]) => nameOf(schema, table))
    .filter((table) => tableOwners.has(table) && tableOwners.get(table) !== partOf(file));

/** What lies beneath identity and still asks who takes part: who keeps an audit, and to whose feed an event goes. */
const looksUp: Record<string, readonly string[]> = {
  audit: ["identity"],
  deliveries: ["identity", "directory"],
};

test("SQL names only tables of parts that may be imported", () => {
  expect(tableOwners.size).toBeGreaterThan(100);
  const wrong = files.flatMap((file) =>
    foreignTables(file)
      .filter((table) => {
        const [part, owner = ""] = [partOf(file), tableOwners.get(table)];
        return ![...(mayImport[part] ?? []), ...(looksUp[part] ?? [])].includes(owner);
      })
      .map((table) => `${file} names ${table}`),
  );
  expect(wrong).toEqual([]);
  // The control: what is named is found.
  expect(foreignTables("handoff/todos.ts")).toContain("case");
});

/** Groups of files that lead to each other, types included. */
function circlesOf(leadsTo: ReadonlyMap<string, readonly string[]>): string[][] {
  const [order, lowest] = [new Map<string, number>(), new Map<string, number>()];
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    order.set(file, order.size);
    let low = order.get(file) ?? 0;
    open.push(file);
    for (const next of leadsTo.get(file) ?? [])
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
    lowest.set(file, low);
    if (low === order.get(file)) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return low;
  };
  for (const file of leadsTo.keys()) if (!order.has(file)) visit(file);
  return circles;
}

test("no file leads back to itself, not even by its types", () => {
  const leadsTo = new Map(
    files.map((file) => [
      file,
      importsOf(file).flatMap(({ target }) => (target.startsWith(".") ? [inside(file, target)] : [])),
    ]),
  );
  expect(circlesOf(leadsTo)).toEqual([]);
  // The control: one that is there is found.
  expect(circlesOf(new Map([...leadsTo, ["platform/ids.ts", ["app.ts"]]]))).toHaveLength(1);
});

test("no file and no folder share a name side by side", () => {
  const folders = new Set(files.flatMap((file) => (file.includes("/") ? [dirname(file)] : [])));
  expect(folders).toContain("handoff/referrals");
  expect(files.filter((file) => folders.has(file.replace(/\.ts$/, "")))).toEqual([]);
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
  const bundled = reached("host/worker.ts");
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
