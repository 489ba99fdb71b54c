import { z } from "zod";
import { LedgerFault } from "./fault.ts";
import { type Entry, entryKinds } from "./kinds.ts";

/** As `ledger_text` writes it. */
const Text = z.tuple([
  z.int().positive(),
  z.uuid(),
  z.enum(entryKinds as [Entry["kind"], ...Entry["kind"][]]),
  z.uuid(),
  z.uuid(),
  z.uuid().nullable(),
  z.array(z.string()),
  z.int(),
]);

/** An entry as it stands in a line. `number`: which line it is. */
export function readEntry(text: string, number: number): Entry {
  const { data } = Text.safeParse(JSON.parse(text));
  if (data?.[0] !== number)
    throw new LedgerFault("not-authentic", `line ${number} is no entry of this version`);
  const [, id, kind, subjectId, participantId, otherId, codes, micros] = data;
  return { number, id, kind, subjectId, participantId, otherId, codes, at: new Date(micros / 1000) };
}
