import type { ImportOptions } from "../../../src/directory/import/import-directory.ts";
import { importDirectory } from "../../../src/directory/import/import-directory.ts";
import type { World } from "../../world/world.ts";

/** A file as it arrives: in pieces of `size` bytes. */
export async function* file(content: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const ndjson = (...records: unknown[]) => records.map((one) => JSON.stringify(one)).join("\n");

export const importFile = (world: World, content: string | Uint8Array, options?: ImportOptions) =>
  importDirectory(world.job(world.operator.id), file(content), options);
