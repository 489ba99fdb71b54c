import { crc32 } from "node:zlib";
import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from "yauzl";
import { FileFault } from "../elements.ts";
import { limits, type PackageFile, type PackageFiles, shownName } from "./files.ts";

const options = {
  lazyEntries: true,
  autoClose: false,
  // Names are checked here, and told in our own words.
  decodeStrings: false,
  // Bytes are counted here: yauzl's own count stops a lying file without telling its reader.
  validateEntrySizes: false,
};

/** The files of a zip, all checked by what the zip says of them before the first is read. */
export async function openZip(path: string): Promise<PackageFiles> {
  const zip = await asFault(openPromise(path, options));
  try {
    const files = await asFault(listFiles(zip));
    return { files, close: async () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** The messages of a zip's reader may quote the names in it. */
async function asFault<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FileFault || (error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw new FileFault(0, "the zip is damaged or cut off");
  }
}

async function listFiles(zip: ZipFile): Promise<PackageFile[]> {
  if (zip.entryCount > limits.files)
    throw new FileFault(0, `the zip holds more than ${limits.files} entries`);
  const files: PackageFile[] = [];
  const names = new Set<string>();
  let [packed, unpacked, place] = [0, 0, 0];
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry, ++place);
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.bytes) throw new FileFault(0, "the zip unpacks to more than 1 GiB");
    if (names.has(name.toLowerCase())) throw new FileFault(0, "stands in the zip twice", shownName(name));
    names.add(name.toLowerCase());
    const reason = refusalOf(entry, name);
    if (reason !== undefined) throw new FileFault(0, reason, shownName(name));
    const read = () => readEntry(zip, entry, name);
    if (!name.endsWith("/")) files.push({ name, size: entry.uncompressedSize, read });
  }
  // Entries that lie over each other make much of little.
  if (packed > zip.fileSize) throw new FileFault(0, "entries of the zip overlap");
  return files;
}

function nameOf(entry: Entry, place: number): string {
  const name = getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  ).replaceAll("\\", "/");
  if (name === "" || name.includes("\u0000") || validateFileName(name) !== null)
    throw new FileFault(0, `entry ${place} of the zip lies outside it`);
  return name;
}

const [stored, deflated, symbolicLink] = [0, 8, 0o120000];

function refusalOf(entry: Entry, name: string): string | undefined {
  const { compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) return "is encrypted";
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === symbolicLink) return "is a link";
  if (/\.zip$/i.test(name)) return "is a zip inside the zip";
  if (![stored, deflated].includes(entry.compressionMethod)) return "is packed in a way that is not known";
  if (uncompressedSize > limits.ratioFrom && uncompressedSize > limits.ratio * compressedSize)
    return `unpacks to more than ${limits.ratio} times its size`;
  return undefined;
}

async function* readEntry(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Uint8Array> {
  let [size, sum] = [0, 0];
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += chunk.length;
      if (size > entry.uncompressedSize) break;
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch {
    throw new FileFault(0, "is damaged", shownName(name));
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32)
    throw new FileFault(0, "is not what the zip says of it", shownName(name));
}
