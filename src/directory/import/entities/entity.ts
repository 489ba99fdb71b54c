/** The tables that an import writes, each after those that it refers to. */
export const entityNames = [
  "taxonomy",
  "taxonomy_term",
  "organization",
  "program",
  "service",
  "location",
  "service_at_location",
  "contact",
  "phone",
  "language",
  "schedule",
  "service_area",
  "cost_option",
  "required_document",
  "funding",
  "unit",
  "service_capacity",
  "url",
  "organization_identifier",
  "address",
  "accessibility",
  "attribute",
  "metadata",
] as const;
export type EntityName = (typeof entityNames)[number];

export interface Field {
  kind: "text" | "url" | "integer" | "number" | "date" | "time" | "moment" | "code" | "boolean";
  /** In characters: what is indexed must fit an index entry of PostgreSQL. */
  longest?: number;
  codes?: readonly string[];
  required?: true;
  /** What is taken, with a warning, where nothing is given. */
  fallback?: string;
  /** The column whose value is taken where neither the file nor the directory has one. */
  orElse?: string;
  /** Stays as the directory has it where the file says nothing. */
  kept?: true;
}

/** A column of ours that HSDS lacks: it travels as an attribute whose label is its name. */
export interface OwnField {
  column: string;
  field: Field;
  many?: true;
  /** As SQL; a column without one may be null. */
  standard?: string;
}

export interface Reference {
  to: EntityName;
  required?: true;
  /** Whether the directory holds it to an existing record. */
  loose?: true;
}

export interface Entity {
  fields: Readonly<Record<string, Field>>;
  /** Columns that name another record. */
  references: Readonly<Record<string, Reference>>;
  /** Nested single records, by the column that then names them. */
  nested: Readonly<Record<string, string>>;
  /** Nested lists, by what they hold and the column in which that names this record. */
  lists: Readonly<Record<string, readonly [EntityName, string]>>;
  own: Readonly<Record<string, OwnField>>;
}

export const line: Field = { kind: "text", longest: 500 };
export const short: Field = { kind: "text", longest: 100 };
export const text: Field = { kind: "text", longest: 100_000 };
export const url: Field = { kind: "url", longest: 2_000 };
export const integer: Field = { kind: "integer" };
export const number: Field = { kind: "number" };
export const date: Field = { kind: "date" };
export const moment: Field = { kind: "moment" };
export const boolean: Field = { kind: "boolean" };
export const among = (codes: readonly string[], fallback?: string): Field => ({
  kind: "code",
  codes,
  ...(fallback !== undefined && { fallback }),
});
export const required = (field: Field): Field => ({ ...field, required: true });
export const kept = (field: Field): Field => ({ ...field, kept: true });
export const orElse = (column: string): Field => ({ ...text, orElse: column });

export const entity = (parts: Partial<Entity>): Entity => ({
  fields: {},
  references: {},
  nested: {},
  lists: {},
  own: {},
  ...parts,
});
export const to = (name: EntityName): Reference => ({ to: name });
export const needs = (name: EntityName): Reference => ({ to: name, required: true });
