import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, customType, pgPolicy, pgRole, pgSchema, timestamp } from "drizzle-orm/pg-core";

/** All tables of the service live here, apart from whatever else the database holds. */
export const handreiking = pgSchema("handreiking");

/** Wrapped data keys, apart so that they can be backed up apart from what they open. */
export const keys = pgSchema("keys");

/** The group role that the service's login belongs to; migrations create it. */
export const serviceRole = pgRole("handreiking_app").existing();

/** The participant for whom the transaction runs; null, and so no row, when none was set. */
const actor = sql`(select handreiking.actor_participant())`;
const operator = sql`(select handreiking.actor_is_operator())`;

const policy = (
  name: string,
  rule: { for?: "select" | "insert" | "update" | "delete"; using?: SQL; withCheck?: SQL },
) => pgPolicy(name, { to: serviceRole, ...rule });

/*
 * Every table declares one class of these four; a test holds the catalog to it.
 * The policies' names begin with the class.
 */

interface PublicRules {
  /** Which rows are read at all; every one where it is left out. */
  shown?: SQL;
  /** Who writes a row besides the operator. */
  writer?: SQL;
  /** Whether whoever writes a row may also remove it. */
  removable?: boolean;
}

/** Read by every participant, written by the network's operator and by `writer`. */
export const publicTable = ({ shown = sql`true`, writer, removable = false }: PublicRules = {}) => {
  const written = writer ? sql`${operator} or ${writer}` : operator;
  return [
    policy("public", { for: "select", using: shown }),
    policy("public_insert", { for: "insert", withCheck: written }),
    policy("public_update", { for: "update", using: written, withCheck: written }),
    ...(removable ? [policy("public_delete", { for: "delete", using: written })] : []),
  ];
};

/** Read by every participant, written by the database itself alone. */
export const publicLog = () => [policy("public", { for: "select", using: sql`true` })];

/** Read by every participant, or as far as it is `shown`; written by the one whose row it is. */
export const announcedTable = (participantId: AnyPgColumn, shown: SQL = sql`true`) => [
  policy("public", { for: "select", using: shown }),
  policy("public_insert", { for: "insert", withCheck: sql`${participantId} = ${actor}` }),
  policy("public_update", {
    for: "update",
    using: sql`${participantId} = ${actor}`,
    withCheck: sql`${participantId} = ${actor}`,
  }),
];

/** One participant's alone. */
export const ownTable = (participantId: AnyPgColumn) => [
  policy("own", { using: sql`${participantId} = ${actor}`, withCheck: sql`${participantId} = ${actor}` }),
];

interface TwoParties {
  senderId: AnyPgColumn;
  recipientId: AnyPgColumn;
  offeredAt: AnyPgColumn;
  forgottenAt: AnyPgColumn;
}

/** Its sender's, and its recipient's from when it was offered until the recipient has forgotten it. */
export const twoPartyTable = ({ senderId, recipientId, offeredAt, forgottenAt }: TwoParties) => {
  const received = sql`${recipientId} = ${actor} and ${offeredAt} is not null and ${forgottenAt} is null`;
  return [
    policy("two_party_sent", { using: sql`${senderId} = ${actor}`, withCheck: sql`${senderId} = ${actor}` }),
    policy("two_party_received", { for: "select", using: received }),
    policy("two_party_answered", { for: "update", using: received, withCheck: received }),
  ];
};

/** Its sender's and its recipient's from the first moment: what only exists once both know of it. */
export const bothPartiesTable = (senderId: AnyPgColumn, recipientId: AnyPgColumn) => {
  const party = sql`${actor} in (${senderId}, ${recipientId})`;
  return [policy("two_party", { using: party, withCheck: party })];
};

/** Read by whoever acted and by whoever it was about; added to one's own chain only, never changed. */
export const twoPartyLog = (participantId: AnyPgColumn, subjectParticipantId: AnyPgColumn, unsealed: SQL) => [
  policy("two_party", { for: "select", using: sql`${actor} in (${participantId}, ${subjectParticipantId})` }),
  policy("two_party_insert", { for: "insert", withCheck: sql`${participantId} = ${actor} and ${unsealed}` }),
];

/** Nobody's: only functions of the database itself reach it. */
export const systemTable = () => [policy("system", { using: sql`false`, withCheck: sql`false` })];

export { policy };

/** Values as a list for `in (…)`. */
export const list = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

/** Values as an array, for what an array column may hold. */
export const set = (values: readonly string[]) =>
  sql.raw(`'{${values.map((value) => `"${value}"`).join(",")}}'::text[]`);

export const time = (name: string) => timestamp(name, { withTimezone: true });

/** Fresh bytes: a driver's own may be a window on a larger buffer. */
export const bytes = customType<{ data: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value as Uint8Array),
});
