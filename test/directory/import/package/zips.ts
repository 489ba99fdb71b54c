import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { type Options, ZipFile } from "yazl";

type Content = string | Uint8Array;
export type Packed = readonly [name: string, content: Content, options?: Partial<Options>];

export function zipOf(...files: readonly Packed[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content, options] of files) zip.addBuffer(Buffer.from(content), name, options ?? {});
  zip.end();
  return buffer(zip.outputStream);
}

/** The same bytes with one run of them exchanged for another as long, wherever it stands. */
export function exchanged(bytes: Buffer, before: string, after: string): Buffer {
  return Buffer.from(bytes.toString("latin1").replaceAll(before, after), "latin1");
}

/** With the field at `offset` of the first central directory entry set. */
export function centralField(bytes: Buffer, offset: number, value: number, size: 2 | 4): Buffer {
  const changed = Buffer.from(bytes);
  const at = changed.indexOf("PK\u0001\u0002", 0, "latin1") + offset;
  if (size === 2) changed.writeUInt16LE(value, at);
  else changed.writeUInt32LE(value, at);
  return changed;
}

/** Lets `work` use a path that is gone afterwards. */
export async function atPath<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "handreiking-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const asFile = <T>(bytes: Uint8Array, work: (path: string) => Promise<T>) =>
  atPath(async (folder) => {
    const path = join(folder, "file.zip");
    await writeFile(path, bytes);
    return work(path);
  });
