import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Context } from "../../platform/context.ts";
import { readElements } from "./elements.ts";
import { type Elements, type ImportOptions, importElements } from "./import-directory.ts";
import type { PackageFile } from "./package/files.ts";
import { openFolder } from "./package/folder.ts";
import { readPackage } from "./package/read-package.ts";
import { openZip } from "./package/zip.ts";
import type { ImportReport } from "./report.ts";

export interface FileOptions extends Omit<ImportOptions, "onProgress"> {
  /** Told after each record how many were read, and which share of the bytes, 0 to 1. */
  onProgress?: (elements: number, share: number) => void;
}

/** Imports what lies at a path: a file of JSON or NDJSON, a zip, or a folder of tables. */
export async function importFile(
  ctx: Context,
  path: string,
  { onProgress, ...options }: FileOptions = {},
): Promise<ImportReport> {
  const meter = { read: 0, size: 0 };
  const elements = (await isOneFile(path)) ? fromJson(path, meter) : fromPackage(path, meter);
  const told = onProgress && {
    onProgress: (count: number) => onProgress(count, Math.min(1, meter.read / Math.max(1, meter.size))),
  };
  return importElements(ctx, elements, { ...options, ...told });
}

interface Meter {
  read: number;
  size: number;
}

async function* metered(input: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const chunk of input) {
    meter.read += chunk.length;
    yield chunk;
  }
}

const fromJson = (path: string, meter: Meter): Elements =>
  async function* () {
    meter.size = (await stat(path)).size;
    yield* readElements(metered(createReadStream(path), meter));
  };

const fromPackage = (path: string, meter: Meter): Elements =>
  async function* (findings) {
    const isFolder = (await stat(path)).isDirectory();
    const { files, close } = await (isFolder ? openFolder(path) : openZip(path));
    try {
      meter.size = files.reduce((sum, { size }) => sum + size, 0);
      const read = (file: PackageFile) => ({ ...file, read: () => metered(file.read(), meter) });
      yield* readPackage(files.map(read), findings);
    } finally {
      await close();
    }
  };

/** Neither a folder nor, by its first bytes, a zip: names lie. */
async function isOneFile(path: string): Promise<boolean> {
  if ((await stat(path)).isDirectory()) return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(2), 0, 2, 0);
    return bytesRead < 2 || buffer[0] !== 0x50 || buffer[1] !== 0x4b;
  } finally {
    await file.close();
  }
}
