import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "../../src/platform/context.ts";
import { rows } from "../../src/platform/database/transact.ts";
import { data } from "../client/disclosure/sealing.ts";
import { asMail } from "../intake/mail/samples.ts";
import { aMovement, aSignal } from "../signals/make.ts";
import { asOwner } from "../world/owner.ts";
import { test, type World } from "../world/world.ts";
import { formsOf, leaksOf } from "./leaks.ts";
import { keepSafe, makeReferral, safeContact } from "./make.ts";

const told = {
  contact: {
    name: "Anneloes van Dûm-Bik",
    phones: [{ number: "+31 6 48151623", note: "Alleen vóór het ontbijt" }],
    mail: "anneloes.bik@example.org",
    address: "Kerkepad 7, 9999 ZZ Verweghe",
    notes: 'Verhuist naar "tante Griet" in mei',
  },
  safe: { ...safeContact, whoMayAnswer: "Haar zus Fenna", ifAnotherAnswers: "Zeg: over de naaimachine" },
  word: "paarse locomotief",
  note: "Zij durft niet naar huis; broer Sjoerd bewaakt de deur.",
  necessity: "Haar broer Sjoerd heeft een jachtgeweer.",
  mail: {
    address: "anneloes.schuilt@example.org",
    id: "bericht-van-anneloes@example.org",
    subject: "Mijn broer Sjoerd volgt mij",
    text: "Ik schuil bij tante Griet in Verweghe.",
    quoted: "> Blijft u daar, mevrouw van Dum-Bik?",
    file: "dagboek van Anneloes.pdf",
  },
  request: {
    name: "Tjitske Roosjen-Ümit",
    phones: [{ number: "+31 6 23421508", note: "Pas na de koffie" }],
    mail: "tjitske.roosjen@example.org",
    reach: "Zeg: over de volkstuin",
    text: "Mijn moeder verkocht het huis aan de Wijngaard.",
  },
  talk: "Vertelde dat de leider haar spaargeld beheert",
  addition: "Belde later terug vanaf het tankstation",
  stepWords: "Veilig Thuis raadt aan te wachten tot zij weg is",
  ownWords: "Kan ik mijn erfenis van opa Wubbo terugkrijgen?",
  requestWord: "groene kanarievogel",
  movement: "Broederschap van het Zwarte Water",
  signalNote: "De voorganger houdt de paspoorten achter het orgel.",
};

/** As it comes from a gateway; the second one answers the first. */
const mailOf = (id: string, answers: string) => {
  const { address, subject, text, quoted, file } = told.mail;
  const head = [
    `From: Anneloes <${address}>`,
    `Subject: ${subject}`,
    `Message-ID: <${id}>`,
    `References: <${answers}>`,
  ];
  const parts = [
    "--b",
    "Content-Type: text/plain",
    "",
    text,
    quoted,
    "--b",
    `Content-Type: application/pdf; name="${file}"`,
    "",
    "x",
    "--b--",
  ];
  return [...head, "Content-Type: multipart/mixed; boundary=b", "", ...parts, ""].join("\r\n");
};

/** All that a caller told, and what their counsellor sealed for the partner. */
const values = [
  ...stringsIn(told.contact),
  told.safe.whoMayAnswer,
  told.safe.ifAnotherAnswers,
  told.word,
  told.note,
  told.necessity,
  ...stringsIn(told.mail),
  ...stringsIn(told.request),
  told.requestWord,
  told.movement,
  told.signalNote,
  told.talk,
  told.addition,
  told.stepWords,
  told.ownWords,
  data.contact.phone,
  data.contact.safeContact.times[0] ?? "",
  data.contact.safeContact.sayToOthers,
  data.identity.familyName,
];

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Every row of every table that is not in the schema of keys, bytes as hex and as the text that they may be. */
async function dump(tx: Database): Promise<string> {
  const tables = await rows<{ name: string; columns: string }>(
    tx,
    sql`select format('%I.%I', nspname, relname) as name, string_agg(
        format(case when atttypid = 'bytea'::regtype then '%1$I::text, encode(%1$I, ''escape'')' else '%1$I::text' end,
          attname), ', ') as columns
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
      where relkind in ('r', 'p', 'm') and nspname not in ('keys', 'information_schema') and nspname !~ '^pg_'
      group by nspname, relname`,
  );
  const parts: string[] = [];
  for (const { name, columns } of tables) {
    const [found] = await rows<{ text: string | null }>(
      tx,
      sql.raw(`select string_agg(concat_ws(' ', ${columns}), ' ') as text from ${name}`),
    );
    parts.push(found?.text ?? "");
  }
  return parts.join("\n");
}

/** A network in which every personal field is filled, and the handoff has come to where the partner knows. */
async function played(world: World) {
  const eva = world.as(world.eva);
  const ilse = await world.member(world.helpline, "counsellor");
  const referral = await makeReferral(world, "accepted");
  const path = `/cases/${referral.caseId}`;
  const override = {
    recipientId: world.bridge.id,
    subject: "caller",
    categories: ["contact"],
    ground: "vital-interest",
    consultedId: ilse.memberId,
    callerTold: "told",
    afterRefusal: false,
    necessity: told.necessity,
  };
  const written = [
    await eva.put(`${path}/contact`, told.contact),
    await eva.put(`${path}/safe-contact`, told.safe),
    await eva.put(`${path}/code-word`, { word: told.word }),
    await eva.post(`${path}/notes`, { text: told.note }, { "idempotency-key": "once" }),
    await eva.post(`${path}/overrides`, override),
    await eva.post("/callback-intakes", { language: "nl", ...told.request }, { "idempotency-key": "twice" }),
    await eva.post("/callback-intakes", {
      language: "nl",
      anonymous: { word: told.requestWord, agreedAt: "2026-02-02T10:00:00Z" },
    }),
  ];
  expect(written.map(({ status }) => status)).toEqual([200, 200, 204, 201, 201, 201, 201]);
  const { id } = told.mail;
  const mails = [
    await eva.post("/mails", mailOf(id, "0@example.org"), asMail),
    await eva.post("/mails", mailOf(`2.${id}`, id), asMail),
  ];
  expect(mails.map(({ body }) => body.outcome)).toEqual(["new", "added"]);
  const movement = await aMovement(world, world.eva, told.movement);
  await aSignal(world, movement.id, world.eva, { note: told.signalNote });
  await talkedAbout(world, path);
  // Another one stands where an introduction is fixed, and was fetched.
  const scheduled = await makeReferral(world, "scheduled");
  await keepSafe(world, scheduled.caseId);
  expect((await world.as(world.noor).get(`${scheduled.path}/disclosure`)).status).toBe(200);
  return { path, requestPath: `/callback-requests/${written.at(-2)?.body.id}` };
}

async function talkedAbout(world: World, path: string): Promise<void> {
  const eva = world.as(world.eva);
  const base = { channel: "phone", minutes: 30, outcome: "advised" };
  const { body } = await eva.post(`${path}/conversations`, {
    ...base,
    dangerSigns: ["weapon"],
    note: told.talk,
  });
  const step = { step: "map-signals", decision: "signals-mapped", words: told.stepWords };
  const written = [
    await eva.post(`/conversations/${body.id}/additions`, { text: told.addition }),
    await eva.post(`/conversations/${body.id}/steps`, step),
    await eva.post(`${path}/help-questions`, {
      domain: "legal",
      topics: ["legal-advice"],
      conversationId: body.id,
      ownWords: told.ownWords,
    }),
  ];
  expect(written.map(({ status }) => status)).toEqual([201, 201, 201]);
}

test("a dump without the schema of keys and the environment's keys holds nothing that a caller told", async ({
  world,
}) => {
  const { path, requestPath } = await played(world);
  const whole = await asOwner(world.database, dump);
  // It is the whole: the code of the case and the counsellors are in it, other participants' rows too.
  for (const known of [(await world.as(world.eva).get(path)).body.code, world.bridge.id, world.elsewhere.id])
    expect(whole).toContain(known);
  for (const { k } of world.keys.KEY_ENCRYPTION_KEYS) expect(leaksOf([k], whole)).toEqual([]);
  expect(leaksOf(values, whole)).toEqual([]);
  // With the keys it is all there.
  const eva = world.as(world.eva);
  const read = [
    (await eva.get(`${path}/contact`)).body,
    (await eva.get(`${path}/notes`)).body,
    (await eva.get(requestPath)).body,
  ];
  const readable = [...stringsIn(told.contact), told.note, ...stringsIn(told.request)];
  expect(leaksOf(readable, JSON.stringify(read))).toEqual(readable);
});

test("the same search finds each of these values, in each form, in a single row of the dump", async ({
  world,
}) => {
  const plant = (value: string) =>
    asOwner(world.database, async (tx) => {
      await tx.execute(
        sql`update handreiking.participant set name = ${value} where id = ${world.elsewhere.id}::uuid`,
      );
      return dump(tx);
    });
  const all = await plant(values.join(" | "));
  expect(leaksOf(values, all)).toEqual(values);
  for (const value of values)
    for (const form of formsOf(value)) expect(leaksOf([value], `..${form}..`), form).toEqual([value]);
  const [first = ""] = values;
  for (const form of formsOf(first)) expect(leaksOf([first], await plant(form)), form).toEqual([first]);
});
