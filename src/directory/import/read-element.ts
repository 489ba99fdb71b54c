import { namedId } from "../named-id.ts";
import { classify } from "./classify.ts";
import type { Element } from "./elements.ts";
import { type EntityName, entities, isEntityName, linkColumns, takesAttributes } from "./entities/index.ts";
import { offsetZone, withoutOldNames } from "./old-names.ts";
import { isDerived, ownAttributeOf, ownValues, receivesHandoffsLabel } from "./own-values.ts";
import { readFields, unknownFields } from "./read-fields.ts";
import { foreignIdRecord, type RecordId, recordId } from "./record-id.ts";
import { type Findings, type Place, placeOf } from "./report.ts";
import { classOf } from "./values.ts";

/** A row of a table, by column. Columns of which the file says nothing are absent. */
export interface StagedRow {
  entity: EntityName;
  id: string;
  row: number;
  file?: string;
  record: Record<string, unknown>;
}

type Raw = Readonly<Record<string, unknown>>;

/** Takes one record of a file apart into rows; those refused are told in `findings`, with all beneath them. */
export async function readElement(
  element: Element,
  source: string,
  findings: Findings,
): Promise<StagedRow[]> {
  const reader = new RecordReader(element, source, findings);
  return (await reader.read(element.entity ?? classify(element.value), element.value, {}))?.rows ?? [];
}

class RecordReader {
  private readonly place: { row: number; file?: string };
  private readonly source: string;
  private readonly findings: Findings;

  constructor(place: Place, source: string, findings: Findings) {
    this.place = placeOf(place);
    this.source = source;
    this.findings = findings;
  }

  /** `owner` holds the columns that the record around it settles. */
  async read(
    entity: EntityName,
    given: unknown,
    owner: Record<string, string>,
  ): Promise<{ id: string; rows: StagedRow[] } | undefined> {
    if (typeof given !== "object" || given === null || Array.isArray(given)) {
      this.tell("refusal", entity, "(record)", given, "is no record");
      return undefined;
    }
    if (entity === "attribute" && this.leavesOut(given)) return undefined;
    const { raw, repairs } = withoutOldNames(entity, given as Raw);
    for (const { field, reason } of repairs)
      this.tell("repair", entity, field, given[field as never], reason);
    for (const name of unknownFields(entity, raw))
      this.findings.addUnknown(this.place, entity, name, classOf(raw[name]));
    const fields = readFields(entity, raw, owner);
    for (const remark of fields.remarks) this.findings.add({ ...this.place, entity, ...remark });
    const named = await this.idOf(entity, raw, owner);
    const references = await this.references(entity, raw, owner);
    if (!named || fields.refused || !references) return undefined;
    if (entity === "attribute" && this.refusesOwn(raw, owner)) return undefined;
    const { id } = named;
    const attributes = await this.attributes(entity, id, raw);
    const record = {
      ...fields.record,
      ...references.columns,
      ...offsetZone(entity, raw),
      ...attributes.columns,
      ...owner,
    };
    const rows = [...references.rows, { entity, id, ...this.place, record }, ...attributes.rows];
    const kept = await foreignIdRecord(this.source, entity, named);
    if (kept) rows.push({ ...kept, ...this.place });
    return { id, rows: [...rows, ...(await this.lists(entity, id, raw))] };
  }

  private tell(
    kind: "repair" | "refusal",
    entity: EntityName,
    field: string,
    value: unknown,
    reason: string,
  ) {
    this.findings.add({ ...this.place, entity, field, valueClass: classOf(value), kind, reason });
  }

  private async idOf(
    entity: EntityName,
    raw: Raw,
    owner: Record<string, string>,
  ): Promise<RecordId | undefined> {
    const named = await recordId(this.source, entity, raw.id);
    if (named) return named;
    const isAbsent = raw.id === undefined || raw.id === null || raw.id === "";
    if (!isAbsent || Object.keys(owner).length === 0) {
      this.tell("refusal", entity, "id", raw.id, isAbsent ? "is missing" : "is no id");
      return undefined;
    }
    this.tell("repair", entity, "id", raw.id, "is missing: derived from what the record says");
    return { id: await namedId(this.source, entity, JSON.stringify(owner), JSON.stringify(raw)) };
  }

  private async references(entity: EntityName, raw: Raw, owner: Record<string, string>) {
    const { references, nested } = entities[entity];
    const columns: Record<string, string> = {};
    const rows: StagedRow[] = [];
    let refused = !(await this.link(entity, raw, owner, columns));
    for (const [column, { to, required }] of Object.entries(references)) {
      if (Object.hasOwn(owner, column)) continue;
      const inside = Object.keys(nested).find((key) => nested[key] === column && raw[key] != null);
      const shared = to === "program" ? organizationOf({ ...columns, ...owner }, raw[inside ?? ""]) : {};
      const whole = inside === undefined ? undefined : await this.read(to, raw[inside], shared);
      const id = inside === undefined ? (await recordId(this.source, to, raw[column]))?.id : whole?.id;
      if (whole) rows.push(...whole.rows);
      if (id !== undefined) columns[column] = id;
      else if (required || (raw[column] != null && raw[column] !== "")) {
        const reason = required ? `has no ${to}` : "is no id";
        this.tell("refusal", entity, column, raw[column], reason);
        refused = true;
      }
    }
    if (entity === "phone" && Object.keys({ ...owner, ...columns }).length === 0) {
      this.tell("refusal", entity, "service_id", undefined, "belongs to no record");
      refused = true;
    }
    return refused ? undefined : { columns, rows };
  }

  /** Of which record a flat attribute or change is. */
  private async link(
    entity: EntityName,
    raw: Raw,
    owner: Record<string, string>,
    columns: Record<string, string>,
  ) {
    if (entity !== "attribute" && entity !== "metadata") return true;
    const { id, entity: kind } = linkColumns[entity];
    if (Object.hasOwn(owner, id)) return true;
    const to = raw[kind];
    const found = isEntityName(to) ? await recordId(this.source, to, raw[id]) : undefined;
    if (found) columns[id] = found.id;
    else this.tell("refusal", entity, id, raw[id], "names no record");
    return found !== undefined;
  }

  private leavesOut(item: unknown): boolean {
    if (!isDerived(item)) return false;
    const reason = "follows from the network's agreements: left out";
    this.tell("repair", "service", receivesHandoffsLabel, (item as Raw).value, reason);
    return true;
  }

  /** A flat attribute that holds a column of ours is checked as such. */
  private refusesOwn(raw: Raw, owner: Record<string, string>): boolean {
    const to = raw.link_entity;
    if (Object.hasOwn(owner, "link_id") || !isEntityName(to) || !ownAttributeOf(to, raw)) return false;
    const { faults } = ownValues(to, [raw]);
    for (const { label, value, reason } of faults) this.tell("refusal", to, label, value, reason);
    return faults.length > 0;
  }

  private async attributes(entity: EntityName, id: string, raw: Raw) {
    const listed = takesAttributes(entity) ? this.list(entity, "attributes", raw) : [];
    const given = listed.filter((item) => !this.leavesOut(item));
    const own = given.filter((item) => ownAttributeOf(entity, item));
    const { columns, faults } = ownValues(entity, own as Raw[]);
    for (const { label, value, reason } of faults) this.tell("refusal", entity, label, value, reason);
    const others = given.filter((item) => !own.includes(item));
    const owner = { link_id: id, link_entity: entity };
    const rows = await this.each("attribute", others, owner);
    const changes = entity === "metadata" ? [] : this.list(entity, "metadata", raw);
    return {
      columns,
      rows: [...rows, ...(await this.each("metadata", changes, { resource_id: id, resource_type: entity }))],
    };
  }

  private async lists(entity: EntityName, id: string, raw: Raw) {
    const rows: StagedRow[] = [];
    for (const [key, [child, column]] of Object.entries(entities[entity].lists))
      rows.push(...(await this.each(child, this.list(entity, key, raw), { [column]: id })));
    return rows;
  }

  private list(entity: EntityName, key: string, raw: Raw): readonly unknown[] {
    const given = raw[key];
    if (Array.isArray(given)) return given;
    if (given === null) this.tell("repair", entity, key, given, "is null: left out");
    else if (given !== undefined) this.tell("refusal", entity, key, given, "is no list");
    return [];
  }

  private async each(entity: EntityName, items: readonly unknown[], owner: Record<string, string>) {
    const rows: StagedRow[] = [];
    for (const item of items) rows.push(...((await this.read(entity, item, owner))?.rows ?? []));
    return rows;
  }
}

/** A program nested in a service that names no organization is of the service's own. */
function organizationOf(service: Raw, program: unknown): Record<string, string> {
  const { organization_id } = service;
  const isNamed = (program as Raw | undefined)?.organization_id != null;
  return typeof organization_id === "string" && !isNamed ? { organization_id } : {};
}
