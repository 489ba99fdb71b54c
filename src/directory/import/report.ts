import type { EntityName } from "./entities/index.ts";
import type { ValueClass } from "./values.ts";

/** One thing put right, or one refused. It names the place and never repeats what stood there. */
export interface ImportEntry {
  file?: string;
  /** Which record of the file, counted from 1; 0 for the file itself. */
  row: number;
  entity: EntityName | "file";
  field: string;
  valueClass: ValueClass;
  kind: "repair" | "refusal";
  reason: string;
}

/** Where something stands: in which record of which file. */
export interface Place {
  row: number;
  file?: string | null | undefined;
}

export const placeOf = ({ row, file }: Place) => (file == null ? { row } : { file, row });

export interface ImportReport {
  /** Refused: nothing was changed. */
  outcome: "imported" | "rehearsed" | "refused";
  source: string;
  /** How many records stand in the file, nested ones not counted. */
  elements: number;
  /** How many rows of each table the file holds. */
  records: Partial<Record<EntityName, number>>;
  /** How many rows of any table are new or differ. */
  changed: number;
  repairs: number;
  refusals: number;
  entries: ImportEntry[];
  /** How many more entries there are than those told. */
  entriesLeftOut: number;
}

const mostEntries = 1_000;

/** Gathers entries; beyond a thousand of a kind it only counts. */
export class Findings {
  repairs = 0;
  refusals = 0;
  private readonly told = { repair: [] as ImportEntry[], refusal: [] as ImportEntry[] };
  private readonly unknown = new Set<string>();
  private readonly file: string | undefined;

  constructor(file?: string) {
    this.file = file;
  }

  add(entry: ImportEntry): void {
    if (entry.kind === "repair") this.repairs++;
    else this.refusals++;
    const told = this.told[entry.kind];
    if (told.length >= mostEntries) return;
    const { file = this.file, ...rest } = entry;
    told.push(file === undefined ? rest : { file, ...rest });
  }

  /** A field that the standard does not have is told once, where it is first met. */
  addUnknown({ row, file }: Place, entity: EntityName, name: string, valueClass: ValueClass): void {
    const field = /^\w{1,60}$/.test(name) ? name : "(other)";
    const key = `${entity}.${field}`;
    if (this.unknown.has(key) || this.unknown.size > mostEntries) return;
    this.unknown.add(key);
    const reason = "is not of the standard: left out, here and further on";
    this.add({ ...placeOf({ row, file }), entity, field, valueClass, kind: "repair", reason });
  }

  get entries(): ImportEntry[] {
    return [...this.told.refusal, ...this.told.repair].sort((a, b) => a.row - b.row);
  }
}
