import type { EntityName } from "./entities/index.ts";

type Raw = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** Fields that HSDS 3 still knows but has replaced, under their new names. */
export function withoutOldNames(
  entity: EntityName,
  given: Raw,
): { raw: Raw; repairs: { field: string; reason: string }[] } {
  if (entity === "service" && Object.hasOwn(given, "fees")) {
    const { fees, ...raw } = given;
    if (!isText(fees) || isText(raw.fees_description)) return { raw, repairs: [] };
    return {
      raw: { ...raw, fees_description: fees },
      repairs: [{ field: "fees", reason: "is replaced: taken as fees_description" }],
    };
  }
  if (entity === "taxonomy_term") return withTaxonomy(given);
  const offset = entity === "schedule" && given.timezone != null;
  const reason = "is an offset, which knows no daylight saving: a zone is taken unless the file names one";
  return { raw: given, repairs: offset && !namesZone(given) ? [{ field: "timezone", reason }] : [] };
}

/** A term that names its taxonomy only in words, or not at all, is put into one of that name. */
function withTaxonomy({ taxonomy, ...raw }: Raw) {
  if (raw.taxonomy_detail != null || isText(raw.taxonomy_id)) return { raw, repairs: [] };
  const name = isText(taxonomy) ? taxonomy : "(unnamed)";
  const reason = isText(taxonomy) ? "is only a name: made a taxonomy" : "is missing: an unnamed one is taken";
  return {
    raw: { ...raw, taxonomy_detail: { id: name, name, description: name } },
    repairs: [{ field: "taxonomy", reason }],
  };
}

const namesZone = ({ attributes }: Raw) =>
  Array.isArray(attributes) && attributes.some((item) => item?.label === "handreiking:time-zone");

/** The zone of a schedule's offset, in hours: our own for its winter's and summer's, else one without seasons. */
export function offsetZone(entity: EntityName, { timezone }: Raw): { time_zone?: string } {
  if (entity !== "schedule" || !Number.isInteger(timezone)) return {};
  const hours = timezone as number;
  if (hours === 1 || hours === 2 || Math.abs(hours) > 12) return {};
  return { time_zone: hours === 0 ? "Etc/UTC" : `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}` };
}
