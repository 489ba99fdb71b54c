/** The closed sets of codes in which movements and signals are told. */

export const movementKinds = [
  "religious",
  "therapeutic",
  "political",
  "commercial",
  "family",
  "spiritual",
  "sports-arts",
  "other",
] as const;
export type MovementKind = (typeof movementKinds)[number];

/** Whether a movement calls on a belief. A religious one always does. */
export const movementBases = ["secular", "religious"] as const;

/** How many people belong to it, as far as is known. */
export const sizeBands = ["under-25", "25-99", "100-999", "1000-plus", "unknown"] as const;

/** What a signal may be, for the law or for the mind. */
export const signalNatures = ["possibly-criminal", "psychological", "both"] as const;
export type SignalNature = (typeof signalNatures)[number];

/** From whom a signal comes. */
export const sourceRelations = ["harmed", "relative", "professional", "partner"] as const;

/** How whoever tells it came to know. */
export const reliabilities = ["own-experience", "seen", "heard", "document", "unclear"] as const;

export const verdicts = ["counts", "does-not-count", "duplicate-of"] as const;

/** How long a note of a signal is kept at most. */
export const longestNoteYears = 2;
