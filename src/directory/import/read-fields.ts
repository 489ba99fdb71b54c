import { type EntityName, entities } from "./entities/index.ts";
import { classOf, readValue, type ValueClass } from "./values.ts";

type Raw = Readonly<Record<string, unknown>>;

interface Remark {
  kind: "repair" | "refusal";
  field: string;
  valueClass: ValueClass;
  reason: string;
}

/** The plain columns of a record, and what was put right or refused in them; `owner` settles some of them. */
export function readFields(entity: EntityName, raw: Raw, owner: Raw) {
  const record: Record<string, unknown> = {};
  const remarks: Remark[] = [];
  for (const [column, field] of Object.entries(entities[entity].fields)) {
    if (Object.hasOwn(owner, column)) continue;
    const remark = (kind: Remark["kind"], reason: string) =>
      remarks.push({ kind, field: column, valueClass: classOf(raw[column]), reason });
    const { value, repair, refusal } = readValue(field, raw[column]);
    if (value !== undefined) record[column] = value;
    if (repair !== undefined) remark("repair", repair);
    if (refusal !== undefined) remark("refusal", refusal);
    if (value !== undefined || refusal !== undefined || field.orElse === undefined) continue;
    if (typeof raw[field.orElse] !== "string") remark("refusal", "is missing");
    else remark("repair", `is absent: its ${field.orElse} is taken if the directory has none`);
  }
  return { record, remarks, refused: remarks.some(({ kind }) => kind === "refusal") };
}

const known = ["id", "attributes", "metadata", "resource", "type", "timezone", "link_id", "resource_id"];

/** Fields that HSDS does not have. */
export function unknownFields(entity: EntityName, raw: Raw): string[] {
  const { fields, references, nested, lists } = entities[entity];
  const parts = [fields, references, nested, lists];
  return Object.keys(raw).filter(
    (name) => !known.includes(name) && !parts.some((part) => Object.hasOwn(part, name)),
  );
}
