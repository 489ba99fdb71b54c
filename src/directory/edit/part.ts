import { type EntityName, entities, type Field } from "../import/entities/index.ts";

/** One kind of record as it is edited: its columns, with what the contract says of each, and the lists beneath. */
export interface Part {
  entity: EntityName;
  /** By column: what it is, and an example. */
  words: Readonly<Record<string, readonly [description: string, example: string | number | boolean]>>;
  lists?: Readonly<Record<string, PartList>>;
  /** Columns that a new record needs although the directory can do without. */
  needed?: readonly string[];
}

export interface PartList {
  part: Part;
  /** The column in which a record of the list names the one above. */
  by: string;
  description: string;
}

export interface Column {
  name: string;
  property: string;
  field: Field;
  many: boolean;
  required: boolean;
  /** What stands there when nothing is given, as SQL. */
  standard?: string;
}

/** The columns of a part by the rules that imports have for them. */
export const columnsOf = ({ entity, words, needed = [] }: Part): Column[] =>
  Object.keys(words).map((name) => {
    const { fields, own } = entities[entity];
    const ours = Object.values(own).find(({ column }) => column === name);
    const field = fields[name] ?? ours?.field ?? unknown(entity, name);
    return {
      name,
      property: propertyOf(name),
      field,
      many: ours?.many ?? false,
      required: field.required === true || field.orElse !== undefined || needed.includes(name),
      ...(ours?.standard !== undefined && { standard: ours.standard }),
    };
  });

function unknown(entity: EntityName, name: string): never {
  throw new Error(`${entity} has no column ${name}`);
}

export const propertyOf = (column: string) =>
  column.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase());
