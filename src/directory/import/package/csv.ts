import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { type Element, FileFault } from "../elements.ts";
import { type EntityName, entities } from "../entities/index.ts";

const largest = 1024 * 1024;

/** The records of one table's file. An empty cell says nothing; one of two quotes is empty text. */
export async function* readTable(
  input: AsyncIterable<Uint8Array>,
  entity: EntityName,
  file: string,
  delimiter = ",",
): AsyncGenerator<Element> {
  let header: string[] | undefined;
  let row = 0;
  // A failure reaches the loop below through the parser, which the pipeline destroys with it.
  const cells = pipeline(decode(input), parse({ ...parsing, delimiter }), () => {});
  try {
    for await (const values of cells as AsyncIterable<(string | null)[]>) {
      if (header === undefined) header = headerOf(values);
      else yield { row: ++row, file, entity, value: recordOf(entity, header, values) };
    }
  } catch (error) {
    throw faultOf(error, row + 1, file);
  }
}

const parsing = {
  bom: true,
  skip_empty_lines: true,
  max_record_size: largest,
  cast: (value: string, { quoting }: { quoting: boolean }) => (value === "" && !quoting ? null : value),
};

async function* decode(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for await (const chunk of input) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function headerOf(names: readonly (string | null)[]): string[] {
  const header = names.map((name) => (name ?? "").trim());
  if (header.includes("") || new Set(header).size < header.length)
    throw new FileFault(0, "a column has no name, or two have the same");
  return header;
}

function recordOf(entity: EntityName, header: readonly string[], values: readonly (string | null)[]) {
  const record: Record<string, unknown> = Object.create(null);
  for (const [place, name] of header.entries()) {
    const value = values[place];
    if (value !== null && value !== undefined) record[name] = typed(entity, name, value);
  }
  return record;
}

const numeric = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** A table has no types of its own: a number is one where its column asks for one. */
function typed(entity: EntityName, name: string, value: string): string | number {
  const isOffset = entity === "schedule" && name === "timezone";
  const fields = entities[entity].fields;
  const kind = Object.hasOwn(fields, name) ? fields[name]?.kind : undefined;
  return (isOffset || kind === "integer" || kind === "number") && numeric.test(value) ? Number(value) : value;
}

const reasons: Readonly<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: "a record is larger than 1 MiB",
  CSV_QUOTE_NOT_CLOSED: "the file is cut off inside a quoted cell",
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: "a record has more or fewer cells than the first line",
};

function faultOf(error: unknown, row: number, file: string): unknown {
  if (error instanceof FileFault) return new FileFault(error.row, error.message, error.file ?? file);
  // The parser's messages quote what stood there. It reads ahead of the loop, and counts the first line too.
  if (error instanceof CsvError)
    return new FileFault(Number(error.records), reasons[error.code] ?? "the file is not CSV", file);
  if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA")
    return new FileFault(row, "the file is not UTF-8", file);
  return error;
}
