import { createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Context, Database } from "../../platform/context.ts";
import { entityNames } from "../import/entities/index.ts";
import { fileOf } from "../import/package/tables.ts";
import { type ExportOptions, exportDirectory, withSnapshot } from "./export-directory.ts";
import { describe, writeTable } from "./package/tables.ts";

/** A path that an export may not be written to. */
export class ExportFault extends Error {}

/** Writes the directory, as it is now, to a path: a zip or a folder of tables where its name ends so, else NDJSON. */
export function exportFile(ctx: Context, path: string, options: ExportOptions = {}): Promise<void> {
  return withSnapshot(ctx, async (tx) => {
    if (path.endsWith(".zip")) return writeZip(tx, path, options, ctx.now());
    if (path.endsWith("/")) return writeFolder(tx, path, options);
    await write(exportDirectory(tx, options), path);
  });
}

const write = (text: AsyncIterable<string>, path: string) =>
  pipeline(Readable.from(text), createWriteStream(path, { mode: 0o600 }));

async function* files(tx: Database, { confidential = false }: ExportOptions) {
  yield { name: "datapackage.json", text: Readable.from([describe()]) };
  for (const entity of entityNames)
    yield { name: fileOf[entity], text: Readable.from(writeTable(tx, entity, { confidential })) };
}

async function writeFolder(tx: Database, folder: string, options: ExportOptions): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new ExportFault("the folder is not empty");
  for await (const { name, text } of files(tx, options)) await write(text, join(folder, name));
}

async function writeZip(tx: Database, path: string, options: ExportOptions, mtime: Date): Promise<void> {
  const zip = new ZipFile();
  const output = pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }));
  // A failure of a table ends the zip, which otherwise would wait for it for ever.
  const failed = (error: Error) => (zip.outputStream as Readable).destroy(error);
  for await (const { name, text } of files(tx, options))
    zip.addReadStream(text.once("error", failed), name, { mtime, mode: 0o100600 });
  zip.end();
  await output;
}
