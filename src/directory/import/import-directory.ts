import { record } from "../../audit/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { busy, fail } from "../../platform/http/problem.ts";
import { beginMerge } from "../edit/begin-edit.ts";
import { giveDomains } from "./domains.ts";
import { type Element, FileFault, readElements } from "./elements.ts";
import { mergeStaged, searchTouched } from "./merge.ts";
import { refuseOrphans } from "./orphans.ts";
import { settleOwn } from "./own-attributes.ts";
import { readElement } from "./read-element.ts";
import { Findings, type ImportReport, placeOf } from "./report.ts";
import { refuseRerouted } from "./rerouted.ts";
import { countStaged, openStaging, Stage } from "./staging.ts";
import { mergeTwins } from "./twins.ts";

export interface ImportOptions {
  /** Whose records they are: ids that are no UUIDs are derived from it. */
  source?: string;
  /** How the report names the file. */
  file?: string;
  /** Tells what would happen and changes nothing. */
  dryRun?: boolean;
  /** Takes what is right although something is refused. */
  keepValid?: boolean;
  /** What the audit entry names: by default whose directory it is. */
  subjectId?: string;
  /** Told after each record of the file how many were read. */
  onProgress?: (elements: number) => void;
}

/**
 * Brings a file of HSDS records, JSON or NDJSON, into the directory: all of it or, unless `keepValid`, nothing.
 * The actor is a job of the network's operator. Rows are added and changed, none is removed, and who answers for
 * an organization stays as it is.
 */
export const importDirectory = (
  ctx: Context,
  input: AsyncIterable<Uint8Array>,
  options?: ImportOptions,
): Promise<ImportReport> => importElements(ctx, () => readElements(input), options);

/** Cuts what is imported into records; what it has to say of it goes into the findings. */
export type Elements = (findings: Findings) => AsyncIterable<Element>;

export async function importElements(
  ctx: Context,
  input: Elements,
  options: ImportOptions = {},
): Promise<ImportReport> {
  let begun = false;
  try {
    return await transact(ctx, async (tx) => {
      // A file can be read once only: a transaction that lost a race is not tried again.
      if (begun) fail(busy);
      begun = true;
      const report = await importInto(tx, ctx, input, options);
      if (report.outcome !== "imported") throw new Undo(report);
      return report;
    });
  } catch (error) {
    if (error instanceof Undo) return error.report;
    throw error;
  }
}

/** Rolls the transaction back and keeps the report. */
class Undo extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super("nothing is changed");
    this.report = report;
  }
}

async function importInto(
  tx: Database,
  ctx: Context,
  input: Elements,
  options: ImportOptions,
): Promise<ImportReport> {
  const { source = "import", dryRun = false, keepValid = false } = options;
  const findings = new Findings(options.file);
  await openStaging(tx);
  const { elements, whole } = await stageFile(tx, input, source, findings, options.onProgress);
  if (whole) {
    await settleOwn(tx, findings);
    await mergeTwins(tx, findings);
    await refuseRerouted(tx, findings);
    await refuseOrphans(tx, findings);
    await giveDomains(tx, findings);
  }
  const refused = !whole || (findings.refusals > 0 && !keepValid);
  const records = await countStaged(tx);
  const changed = refused ? 0 : await merge(tx, ctx, options.subjectId);
  const { entries, repairs, refusals } = findings;
  const outcome = refused ? "refused" : dryRun ? "rehearsed" : "imported";
  const entriesLeftOut = repairs + refusals - entries.length;
  return { outcome, source, elements, records, changed, repairs, refusals, entries, entriesLeftOut };
}

async function stageFile(
  tx: Database,
  input: Elements,
  source: string,
  findings: Findings,
  onProgress: ImportOptions["onProgress"],
): Promise<{ elements: number; whole: boolean }> {
  const stage = new Stage(tx, findings);
  let elements = 0;
  try {
    for await (const element of input(findings)) {
      await stage.add(await readElement(element, source, findings));
      elements++;
      onProgress?.(elements);
    }
    await stage.end();
    return { elements, whole: true };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { message: reason } = error;
    findings.add({
      ...placeOf(error),
      entity: "file",
      field: "",
      valueClass: "missing",
      kind: "refusal",
      reason,
    });
    return { elements, whole: false };
  }
}

async function merge(tx: Database, ctx: Context, subjectId = ctx.actor.participantId): Promise<number> {
  await beginMerge(tx, ctx);
  const changed = await mergeStaged(tx, ctx.now());
  if (changed === 0) return 0;
  await searchTouched(tx);
  await record(tx, ctx, { action: "directory.imported", subjectId });
  return changed;
}
