import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Domain } from "../codes.ts";
import { type Findings, type Place, placeOf } from "./report.ts";

/** The topics that tell where help comes from, with the narrower ones beneath them; other topics leave it open. */
const domainOf: Readonly<Record<string, Domain>> = {
  "legal-advice": "legal",
  "family-law": "legal",
  contracts: "legal",
  "legal-aid": "legal",
  compensation: "legal",
  "criminal-proceedings": "investigation",
  shelter: "care",
  "trauma-care": "care",
  "listening-ear": "care",
  loneliness: "care",
  grief: "care",
  crisis: "care",
  suicide: "care",
  leaving: "care",
  "peer-support": "care",
};

/** Gives new services without a domain the one that all their topics tell of, else care. */
export async function giveDomains(tx: Database, findings: Findings): Promise<void> {
  const given = await rows<Place & { told: boolean }>(
    tx,
    sql`with open as (
        select staged.id, staged."row" from pg_temp.staged
        where entity = 'service' and record -> 'domain' is null
          and not exists (select from handreiking.service where service.id = staged.id)),
      term as (
        select id, record ->> 'code' as code from pg_temp.staged where entity = 'taxonomy_term'
        union select id, code from handreiking.taxonomy_term),
      told as (
        select link.record ->> 'link_id' as service_id, min(domain.value) as domain
        from pg_temp.staged as link
          join term on term.id = (link.record ->> 'taxonomy_term_id')::uuid
          join jsonb_each_text(${JSON.stringify(domainOf)}::text::jsonb) as domain on domain.key = term.code
        where link.entity = 'attribute' and link.record ->> 'link_entity' = 'service'
        group by 1 having count(distinct domain.value) = 1)
      update pg_temp.staged
      set record = staged.record || jsonb_build_object('domain', coalesce(told.domain, 'care'))
      from open left join told on told.service_id = open.id::text
      where staged.entity = 'service' and staged.id = open.id
      returning staged."row", staged.file, told.domain is not null as told`,
  );
  for (const { row, file, told } of given) {
    const reason = told
      ? "is absent: taken from its topics"
      : "is absent and its topics tell none: care is taken";
    findings.add({
      ...placeOf({ row, file }),
      entity: "service",
      field: "handreiking:domain",
      valueClass: "missing",
      kind: "repair",
      reason,
    });
  }
}
