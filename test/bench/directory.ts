import { type SQL, sql } from "drizzle-orm";
import { rebuildSearch } from "../../src/directory/search/search-index.ts";
import type { Database } from "../../src/platform/context.ts";
import { rows } from "../../src/platform/database/transact.ts";

/** The vocabulary: every text has some of the words that a caller uses for anything, and a name and a town of its own. */
const words = {
  offers: [
    ["care", "Maatschappelijk werk", "Hulp bij problemen met geld, werk, wonen of de buren"],
    ["care", "Maatjesproject", "Een vrijwilliger die met iemand op pad gaat of een praatje maakt"],
    ["care", "Traumabehandeling", "Behandeling door een psycholoog na geweld of misbruik"],
    ["care", "Opvang", "Een veilige plek om te wonen, met begeleiding bij huishouden en post"],
    ["care", "Inloop", "Koffie en een gesprek met hulp van een vrijwilliger"],
    ["care", "Mantelzorgondersteuning", "Steun voor wie voor een zieke man, vrouw of ouder zorgt"],
    ["care", "Jeugdhulp", "Gesprekken met jongeren en hun ouders, thuis of op school"],
    ["care", "Lotgenotengroep", "Praten met anderen die hetzelfde hebben meegemaakt"],
    ["care", "Verslavingszorg", "Stoppen met alcohol, gokken of drugs, met begeleiding van een arts"],
    ["legal", "Schuldhulpverlening", "Een plan om schulden af te betalen en beslag te voorkomen"],
    ["legal", "Letselschade", "Vergoeding na een ongeluk in het verkeer of op het werk"],
    ["legal", "Rechtswinkel", "Een eerste gesprek met een jurist over werk, wonen of familie"],
    ["investigation", "Wijkpolitie", "Melding en aangifte, en een gesprek over veiligheid in de buurt"],
  ],
  ways: [
    "Bel of mail voor een afspraak.",
    "Een eerste gesprek is gratis.",
    "Ook in het Engels.",
    "Op verwijzing van de huisarts.",
    "Voor inwoners van de gemeente.",
    "Wij luisteren en denken mee.",
    "Er is een wachtlijst.",
  ],
  kinds: ["Stichting", "Praktijk", "Bureau", "Centrum", "Vereniging", "Buurthuis", "Team"],
  syllables: "be da fe go ha jo ka le mi no pa ro si ta ve wo za lin mar den".split(" "),
  towns:
    "Assen Breda Deventer Ede Goes Hoorn Leeuwarden Roermond Zwolle Gouda Almelo Tiel Venlo Weert Sneek".split(
      " ",
    ),
};

/**
 * Fills the directory with `count` services, always the same ones, each of an organization with a number and an
 * area; every third bears a topic. `db` is the owner's.
 */
export async function fillDirectory(db: Database, count: number): Promise<void> {
  const made = sql`(select n, ${idOf("organization")} as organization, ${idOf("service")} as service,
      ${picked("offers", sql`n`)} as offer, ${picked("kinds", sql`n * 3`)} ->> 0 as kind,
      initcap(${syllable(sql`n`)} || ${syllable(sql`n / 20`)} || ${syllable(sql`n / 400`)}) as title,
      ${picked("towns", sql`n / 13`)} ->> 0 as town,
      (${picked("ways", sql`n * 11`)} ->> 0) || ' ' || (${picked("ways", sql`n / 7 + 3`)} ->> 0) as ways
    from generate_series(1, ${count}::bigint) as n,
      (select ${JSON.stringify(words)}::text::jsonb as words offset 0) as vocabulary) as made`;
  const at = sql`'2026-01-05T09:00:00Z'::timestamptz`;
  await db.execute(sql`insert into handreiking.organization (id, name, description, country, last_modified)
    select organization, concat_ws(' ', kind, title, town), concat_ws(' ', kind, title), 'NL', ${at} from ${made}`);
  await db.execute(sql`insert into handreiking.service
      (id, organization_id, name, description, status, domain, audiences, channels, last_modified)
    select service, organization, (offer ->> 1) || ' ' || town, (offer ->> 2) || '. ' || ways, 'active', offer ->> 0,
      '{harmed,relative}', '{phone,visit}', ${at} from ${made}`);
  await db.execute(sql`insert into handreiking.phone (id, organization_id, number, country)
    select ${idOf("phone")}, organization, '085' || lpad(n::text, 7, '0'), 'NL' from ${made}`);
  await db.execute(sql`insert into handreiking.service_area (id, service_id, name, national)
    select ${idOf("area")}, service, town, false from ${made}`);
  await db.execute(sql`with term as materialized (
      select id, row_number() over (order by code) - 1 as place, count(*) over () as of from handreiking.taxonomy_term)
    insert into handreiking.attribute (id, link_id, link_entity, taxonomy_term_id)
    select ${idOf("attribute")}, service, 'service', term.id
    from ${made} join term on place = n % of where n % 3 = 0`);
  // Before any joins over so many new rows.
  await db.execute(sql`analyze`);
  await rebuildSearch(db);
  await db.execute(sql`vacuum analyze`);
}

const picked = (list: keyof typeof words, place: SQL) =>
  sql`words -> ${list}::text -> (${place} % ${words[list].length})::int`;

const syllable = (place: SQL) => sql`(${picked("syllables", place)} ->> 0)`;

/** Of version 8, as a UUID made of a hash is (RFC 9562). */
const idOf = (entity: string) =>
  sql`overlay(overlay(md5(${`${entity} `}::text || n) placing '8' from 13) placing '8' from 17)::uuid`;

/** Some service of the directory. */
export async function someService(db: Database): Promise<string> {
  const [found] = await rows<{ id: string }>(
    db,
    sql`select ${idOf("service")} as id from (values (1)) as one (n)`,
  );
  return found?.id ?? "";
}
