/** A file of a package: its path from the package's root, and its bytes. */
export interface PackageFile {
  name: string;
  size: number;
  read(): AsyncIterable<Uint8Array>;
}

export interface PackageFiles {
  files: readonly PackageFile[];
  close(): Promise<void>;
}

/** What a package may be at most: far above any directory, far below what would fill a disk or a night. */
export const limits = {
  files: 200,
  /** Of all files together, unpacked. */
  bytes: 1024 ** 3,
  /** Unpacked to packed, of a file above `ratioFrom` bytes: tables reach about 20. */
  ratio: 200,
  ratioFrom: 1024 ** 2,
};

/** A file's name as a report repeats it: plain ones only. */
export const shownName = (name: string) => (/^[\w][\w ./-]{0,99}$/.test(name) ? name : "(other)");
