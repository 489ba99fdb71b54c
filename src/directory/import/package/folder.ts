import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { FileFault } from "../elements.ts";
import { limits, type PackageFile, type PackageFiles, shownName } from "./files.ts";

/** The files of a folder itself, none beneath it. A link might lead out of it: it is refused. */
export async function openFolder(folder: string): Promise<PackageFiles> {
  const names = (await readdir(folder)).filter((name) => /\.(csv|json)$/i.test(name)).sort();
  if (names.length > limits.files) throw new FileFault(0, `the folder holds more than ${limits.files} files`);
  const files: PackageFile[] = [];
  let bytes = 0;
  for (const name of names) {
    const found = await lstat(join(folder, name));
    if (!found.isFile()) throw new FileFault(0, "is a link or no file", shownName(name));
    bytes += found.size;
    files.push({ name, size: found.size, read: () => createReadStream(join(folder, name)) });
  }
  if (bytes > limits.bytes) throw new FileFault(0, "the files are larger than 1 GiB together");
  return { files, close: async () => {} };
}
