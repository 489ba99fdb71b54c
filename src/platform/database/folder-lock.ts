import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { systemClock } from "../clock.ts";

interface Holder {
  pid: number;
  host: string;
  since: string;
}

/**
 * Takes the folder for this process, and answers how to let it go. The lock is the system's, on an open file: it holds
 * between containers that share the folder, whatever their processes are numbered, and ends with its process.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(resolve(folder), "lock");
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(`${path}.db`);
    file.exec("begin exclusive");
  } catch (error) {
    file?.close();
    const isTaken = (error as { errcode?: number }).errcode === taken;
    throw new Error(
      isTaken
        ? `DATA_DIR: ${holderOf(path)} already has this folder open; stop it or take another folder`
        : "DATA_DIR: this folder cannot be locked, and two processes would ruin what is in it; take another folder",
      { cause: error },
    );
  }
  const holder: Holder = { pid: process.pid, host: hostname(), since: systemClock().toISOString() };
  writeFileSync(path, JSON.stringify(holder), { mode: 0o600 });
  const held = file;
  locks.add(held);
  return () => {
    writeFileSync(path, "");
    locks.delete(held);
    held.close();
  };
}

/** Held here: a database that nothing refers to is closed, and with it goes the lock. */
const locks = new Set<DatabaseSync>();

/** SQLITE_BUSY. */
const taken = 5;

/** Told for whoever reads it: whether the folder is taken, the lock alone decides. */
function holderOf(path: string): string {
  try {
    const { pid, host, since }: Holder = JSON.parse(readFileSync(path, "utf8"));
    return `process ${pid} on ${host}, since ${since},`;
  } catch {
    return "another process";
  }
}
