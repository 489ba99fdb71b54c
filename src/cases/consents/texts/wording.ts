import type { Purpose } from "../../codes.ts";

/** The sentences of one form of address, before the names, the data and the day are filled in. */
export type Wording = Record<Purpose, { ask: string; what: string; withdraw: string }> & {
  free: string;
  until: string;
  close: string;
};
