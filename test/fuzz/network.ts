import fc, { type Arbitrary } from "fast-check";
import { type Caller, permissionTable } from "../all-operations/permission-table.ts";
import { samples } from "../all-operations/samples.ts";
import { makeReferral, openQuestion, safeContact } from "../handoff/make.ts";
import { asParticipant } from "../walls/raw.ts";
import { askAsOwner } from "../world/database.ts";
import { playNetwork } from "../world/whole-network.ts";
import { createWorld, type Person, type World } from "../world/world.ts";
import type { Source } from "./valid.ts";

export const callerKinds = ["own", "other", "nobody"] as const;
export type CallerKind = (typeof callerKinds)[number];

/** Real ids by the table that they are of, as one participant reads them. */
type Ids = Map<string, string[]>;

/** A network in which everything happened, with a second helpline that shares nothing with the first. */
export async function createNetwork(world?: World) {
  const made = world ?? (await createWorld());
  const played = await playNetwork(made);
  for (const state of ["draft", "offered", "accepted", "scheduled", "declined"] as const)
    await makeReferral(made, state);
  const secrets = new Map<string, string[]>();
  for (const [participantId, by] of [
    [made.helpline.id, made.eva],
    [made.elsewhere.id, made.stranger],
  ] as const)
    secrets.set(participantId, await tellSecrets(made, by));
  const parties = [made.helpline, made.bridge, made.elsewhere, made.operator];
  const ids = new Map<string, Ids>();
  for (const { id } of parties) ids.set(id, await idsOf(made, id));
  const cursors = await cursorsOf(made, [made.eva, made.noor, made.stranger, played.coordinator]);
  const callers = callersIn(made, [made.eva, played.ilse]);
  return {
    world: made,
    callers,
    /** Undoes what would shut a party out of everything that comes after. */
    restore: () => readmit(made, parties),
    /** What `person` may draw from: mostly real ids, their own and others'. */
    sourceFor: (person: Person | undefined): Omit<Source, "words"> =>
      sourceOf(ids, cursors, person?.participantId),
    /** What must never be answered to `person`: what others were told, and the ids of their cases. */
    secretsFrom: (person: Person | undefined): string[] =>
      [...secrets].filter(([id]) => id !== person?.participantId).flatMap(([, told]) => told),
  };
}

export type Network = Awaited<ReturnType<typeof createNetwork>>;

async function readmit(world: World, parties: { id: string }[]): Promise<void> {
  const those = `in (${parties.map(({ id }) => `'${id}'`)})`;
  // As the owner and without walls: some of it would take a second person.
  await askAsOwner(
    world.database,
    `do $$ begin
      perform set_config('session_replication_role', 'replica', true);
      update handreiking.participant set suspended_at = null, two_persons = false where id ${those};
      update handreiking.partnership set sends = true, receives = true where participant_id ${those};
      update handreiking.member set suspended_at = null where participant_id ${those};
      update handreiking.client set suspended_at = null, requires_dpop = false where participant_id ${those};
      update handreiking.client_key set revoked_at = null, expires_at = null where participant_id ${those};
    end $$`,
  );
}

/** A case with words in every personal field; answers the words and the ids that nobody else may read. */
async function tellSecrets(world: World, by: Person): Promise<string[]> {
  const secret = () => `geheim${crypto.randomUUID().slice(0, 8)}`;
  const told = Array.from({ length: 6 }, secret);
  const person = world.as(by);
  const { caseId, questionId } = await openQuestion(world, by);
  const { id, consentId } = await makeReferral(world, "draft", by);
  await person.put(`/cases/${caseId}/contact`, { name: told[0], address: told[1], notes: told[2] });
  await person.put(`/cases/${caseId}/safe-contact`, { ...safeContact, whoMayAnswer: told[3] });
  await person.put(`/cases/${caseId}/code-word`, { word: told[4] });
  await person.post(`/cases/${caseId}/notes`, { text: told[5] });
  return [...told, caseId, questionId, id, consentId];
}

/** Whoever an operation is for, by the handwritten table. */
function callersIn(world: World, counsellors: Person[]) {
  const kept = new Map<string, Promise<Person>>();
  const personOf = (side: "helpline" | "bridge" | "operator", caller: Caller): Promise<Person> => {
    const at = caller === "operator" ? "operator" : side;
    const key = `${at} ${caller}`;
    const role = caller === "operator" ? "coordinator" : caller;
    const made = kept.get(key) ?? (role === "system" ? asSystem(world, at) : world.member(world[at], role));
    kept.set(key, made);
    return made;
  };
  return async (operationId: string, kind: CallerKind): Promise<(Person | undefined)[]> => {
    if (kind === "nobody") return [undefined];
    if (kind === "other") return [world.stranger];
    const side = samples[operationId]?.side ?? "helpline";
    const able = Object.entries(permissionTable[operationId]?.own ?? {}).filter(([, status]) => status < 300);
    const people = able.map(([caller]) =>
      caller === "counsellor" && side === "helpline" ? [] : [personOf(side, caller as Caller)],
    );
    const known = able.some(([caller]) => caller === "counsellor") && side === "helpline" ? counsellors : [];
    return [...known, ...(await Promise.all(people.flat()))];
  };
}

const asSystem = async (world: World, at: "helpline" | "bridge" | "operator"): Promise<Person> => ({
  participantId: world[at].id,
  clientId: world[at].clientId,
});

async function idsOf(world: World, participantId: string): Promise<Ids> {
  const { db } = world.platform;
  const tables = await asParticipant(
    db,
    participantId,
    `select table_name as name, string_agg(column_name, ',') as columns,
        has_table_privilege(format('handreiking.%I', table_name), 'select') as whole from information_schema.columns
    where table_schema = 'handreiking' and data_type = 'uuid' and column_name in ('id', 'referral_id')
      and table_name not like 'search_word%' group by table_name`,
  );
  const ids: Ids = new Map();
  for (const { name, columns, whole } of tables) {
    const column = String(columns).split(",").includes("id") ? "id" : "referral_id";
    const newest = await asParticipant(
      db,
      participantId,
      // When a row came asks for the right to the whole table.
      `select ${column} as id from handreiking."${name}" ${whole ? "order by xmin::text::bigint desc" : ""} limit 40`,
    );
    ids.set(
      String(name),
      newest.map(({ id }) => String(id)),
    );
  }
  const codes = await asParticipant(db, participantId, `select code from handreiking."case" limit 20`);
  ids.set(
    "code",
    codes.map(({ code }) => String(code)),
  );
  return ids;
}

/** The table that a field's id is of, where its name does not say so. */
const aliases: Record<string, string[]> = {
  id: ["service", "organization", "location"],
  entry: ["service", "organization", "location"],
  version: ["directory_version"],
  import: ["directory_import"],
  synonym: ["search_synonym"],
  key: ["participant_key"],
  receipt: ["consent_receipt"],
  recipient: ["participant"],
  colleague: ["member"],
  consulted: ["member"],
  better_service: ["service"],
  duplicate: ["organization"],
};

const lists = [
  "/services",
  "/organizations",
  "/participants",
  "/search-synonyms",
  "/referrals?direction=sent",
];

/** Where lists went on, for several people: of use to one of them each, and on one list. */
async function cursorsOf(world: World, people: Person[]): Promise<string[]> {
  const cursors: string[] = [];
  for (const person of people)
    for (const path of lists) {
      const { body } = await world.as(person).get(`${path}${path.includes("?") ? "&" : "?"}pageSize=1`);
      if (body.nextCursor) cursors.push(body.nextCursor);
    }
  return cursors;
}

function sourceOf(
  all: Map<string, Ids>,
  cursors: string[],
  participantId: string | undefined,
): Omit<Source, "words"> {
  const own = (participantId && all.get(participantId)) || new Map<string, string[]>();
  // A case's code is no id.
  const everything = [...all.values()].flatMap((ids) =>
    [...ids].flatMap(([name, some]) => (name === "code" ? [] : some)),
  );
  return {
    ids(name) {
      const stem = name.replace(/Ids?$/, "").replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`);
      const tables = aliases[stem] ?? [stem];
      const ofTables = (ids: Ids) => tables.flatMap((table) => ids.get(table) ?? []);
      const foreign = [...all.values()].flatMap(ofTables).filter((id) => !ofTables(own).includes(id));
      return fc.oneof(...weighted(7, ofTables(own)), ...weighted(3, foreign), ...weighted(1, everything), {
        weight: 1,
        arbitrary: fc.uuid({ version: 4 }),
      });
    },
    known(name) {
      if (name === "cursor") return fc.constantFrom(...cursors);
      if (name === "if-match") return fc.constant("*");
      if (name === "code") return fc.constantFrom(...everythingOf(all, "code"));
      return undefined;
    },
  };
}

const everythingOf = (all: Map<string, Ids>, table: string) =>
  [...all.values()].flatMap((ids) => ids.get(table) ?? []);

const weighted = (weight: number, ids: string[]): { weight: number; arbitrary: Arbitrary<string> }[] =>
  ids.length > 0 ? [{ weight, arbitrary: fc.constantFrom(...ids) }] : [];
