import { link, mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { randomIds } from "../../platform/ids.ts";
import type { Target } from "./target.ts";

/** A folder: a file a segment, on the disk before it is called kept. */
export function createDirectoryTarget(folder: string): Target {
  const ready = () => mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    place: "LEDGER_DIR",
    async list(after = "") {
      await ready();
      const names = await readdir(folder);
      return names.filter((name) => name.endsWith(".ledger") && name > after).sort();
    },
    read: (name) =>
      readFile(join(folder, name)).then(
        (content) => new Uint8Array(content),
        (error: NodeJS.ErrnoException) => {
          if (error.code === "ENOENT") return undefined;
          throw error;
        },
      ),
    async create(name, content) {
      await ready();
      // Written aside and then linked: it is there whole or not at all, and never takes the place of another.
      const aside = join(folder, `${name}.${randomIds()}`);
      try {
        await writeLasting(aside, content);
        const made = await link(aside, join(folder, name)).then(
          () => "created" as const,
          (error: NodeJS.ErrnoException) => {
            if (error.code === "EEXIST") return "there" as const;
            throw error;
          },
        );
        await sync(folder);
        return made;
      } finally {
        await rm(aside, { force: true });
      }
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

async function writeLasting(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name lasts once its folder is on the disk. */
async function sync(folder: string): Promise<void> {
  const file = await open(folder, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
