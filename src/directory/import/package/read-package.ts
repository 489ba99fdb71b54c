import { type Element, FileFault } from "../elements.ts";
import type { EntityName } from "../entities/index.ts";
import type { Findings } from "../report.ts";
import { readTable } from "./csv.ts";
import { descriptionOf } from "./description.ts";
import { type PackageFile, shownName } from "./files.ts";
import { tableOf } from "./tables.ts";

interface Table {
  file: PackageFile;
  entity: EntityName;
  delimiter: string;
}

/** The records of a tabular datapackage of HSDS, or of its tables without a description. */
export async function* readPackage(
  files: readonly PackageFile[],
  findings: Findings,
): AsyncGenerator<Element> {
  for (const { file, entity, delimiter } of await tablesOf(files, findings))
    yield* readTable(file.read(), entity, shownName(file.name), delimiter);
}

async function tablesOf(files: readonly PackageFile[], findings: Findings): Promise<Table[]> {
  const description = files
    .filter(({ name }) => /(^|\/)datapackage\.json$/.test(name))
    .sort((a, b) => a.name.length - b.name.length)[0];
  const tables = description ? await describedTables(description, files, findings) : named(files, findings);
  if (tables.length === 0) throw new FileFault(0, "holds no table of HSDS");
  for (const [place, { entity, file }] of tables.entries())
    if (tables.findIndex((table) => table.entity === entity) < place)
      throw new FileFault(0, "is a second file of the same table", shownName(file.name));
  const told = new Set([description, ...tables.map(({ file }) => file)]);
  if (description)
    for (const file of files)
      if (!told.has(file) && tableOf(file.name))
        leaveOut(findings, file.name, "is not named by datapackage.json: left out");
  return tables;
}

async function describedTables(
  description: PackageFile,
  files: readonly PackageFile[],
  findings: Findings,
): Promise<Table[]> {
  const root = description.name.slice(0, -"datapackage.json".length);
  const tables: Table[] = [];
  for (const { name, path, delimiter } of await descriptionOf(description)) {
    const entity = tableOf(name) ?? tableOf(path);
    if (!entity) {
      leaveOut(findings, path, "is no table of HSDS that the directory keeps: left out");
      continue;
    }
    const file = files.find((one) => one.name === `${root}${path}`);
    if (!file) throw new FileFault(0, "is named by datapackage.json and not there", shownName(path));
    tables.push({ file, entity, delimiter });
  }
  return tables;
}

function named(files: readonly PackageFile[], findings: Findings): Table[] {
  return files.flatMap((file) => {
    if (!/\.csv$/i.test(file.name) || file.name.startsWith("__MACOSX/")) return [];
    const entity = tableOf(file.name);
    if (entity) return [{ file, entity, delimiter: "," }];
    leaveOut(findings, file.name, "is no table of HSDS that the directory keeps: left out");
    return [];
  });
}

const leaveOut = (findings: Findings, name: string, reason: string) =>
  findings.add({
    file: shownName(name),
    row: 0,
    entity: "file",
    field: "",
    valueClass: "text",
    kind: "repair",
    reason,
  });
