import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Position } from "../../platform/http/pagination.ts";
import type { EntryKind } from "../edit/entry.ts";
import { utc } from "../organization-store.ts";

export interface VersionRow {
  id: string;
  position: number;
  at: string;
  entity: string;
  recordId: string;
  change: "created" | "changed" | "deleted";
  fields: string[] | null;
  content: Record<string, unknown>;
  participantId: string | null;
  participantName: string | null;
  actorKind: "member" | "client" | "job" | null;
  actorId: string | null;
  onBehalfOf: string | null;
}

const columns = sql`version.id, version.position::float8 as position, ${utc("version.at")} as at, version.entity,
  version.record_id as "recordId", version.change, to_json(version.fields) as fields, version.content,
  version.participant_id as "participantId", participant.name as "participantName",
  version.actor_kind as "actorKind", version.actor_id as "actorId", version.on_behalf_of as "onBehalfOf"`;

const versionsOf = (kind: EntryKind, id: string) => sql`handreiking.directory_version as version
  left join handreiking.participant on participant.id = version.participant_id
  where version.root_id = ${id}::uuid and version.root_entity = ${kind}`;

/** The versions of an entry and its parts, the newest first, after `position`. */
export const listVersionRows = (
  tx: Database,
  kind: EntryKind,
  id: string,
  position: Position | undefined,
  limit: number,
) =>
  rows<VersionRow>(
    tx,
    sql`select ${columns} from ${versionsOf(kind, id)}
      ${position && sql`and version.position < ${position[0]}::bigint`}
      order by version.position desc limit ${limit}`,
  );

export async function findVersion(
  tx: Database,
  kind: EntryKind,
  id: string,
  versionId: string,
): Promise<VersionRow | undefined> {
  const [found] = await rows<VersionRow>(
    tx,
    sql`select ${columns} from ${versionsOf(kind, id)} and version.id = ${versionId}::uuid`,
  );
  return found;
}

/** Whether the place is, or ever was, confidential, and the actor's participant is not its own. */
export async function isPlaceHidden(tx: Database, id: string): Promise<boolean> {
  const [found] = await rows<{ hidden: boolean }>(
    tx,
    sql`select not handreiking.actor_answers_for(location => ${id}::uuid) and (
        exists (select from handreiking.location where id = ${id}::uuid and confidential)
        or exists (select from handreiking.directory_version where root_id = ${id}::uuid and record_id = ${id}::uuid
          and (content ->> 'confidential')::boolean)) as hidden`,
  );
  return found?.hidden ?? true;
}
