import type { PgTable } from "drizzle-orm/pg-core";
import type { attributes, metadata } from "../../../../src/directory/schema.ts";

/** Rows to be added, table by table. */
export type Tables = [PgTable, object[]][];

/** The id of the `n`th row of a kind. */
export const idOf = (kind: string, n: number): string => {
  const code = [...kind].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0x10000, 7);
  return `9e000000-${code.toString(16).padStart(4, "0")}-4000-8000-${n.toString(16).padStart(12, "0")}`;
};

export const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

export const at = (n: number): Date => new Date(Date.UTC(2026, 0, 1) + n * 3_600_000);

export const cities = [
  ["Amsterdam", "Noord-Holland", 52.37, 4.89, "1012 LG"],
  ["Utrecht", "Utrecht", 52.09, 5.12, "3511 CE"],
  ["Groningen", "Groningen", 53.22, 6.57, "9711 LM"],
  ["Maastricht", "Limburg", 50.85, 5.69, "6211 AX"],
  ["Zwolle", "Overijssel", 52.51, 6.09, "8011 PK"],
] as const;

export const themes = [
  "Opvang",
  "Rechtshulp",
  "Lotgenotencontact",
  "Traumabehandeling",
  "Schuldhulp",
] as const;

/** What every record may carry: an attribute with a term and one with a value, and an entry of its history. */
export const saidOf = (
  kind: string,
  recordId: string,
  n: number,
): { attributes: (typeof attributes.$inferInsert)[]; metadata: (typeof metadata.$inferInsert)[] } => ({
  attributes: [
    {
      id: idOf(`attribute/${kind}`, 2 * n),
      linkId: recordId,
      linkEntity: kind,
      taxonomyTermId: idOf("taxonomy_term", n % 30),
      linkType: "topic",
    },
    {
      id: idOf(`attribute/${kind}`, 2 * n + 1),
      linkId: recordId,
      linkEntity: kind,
      value: "ja",
      label: "Getoetst",
    },
  ],
  metadata: [
    {
      id: idOf(`metadata/${kind}`, n),
      resourceId: recordId,
      resourceType: kind,
      lastActionDate: "2026-01-05",
      lastActionType: "update",
      fieldName: "name",
      previousValue: "Oud",
      replacementValue: "Nieuw",
      updatedBy: "Redactie",
    },
  ],
});
