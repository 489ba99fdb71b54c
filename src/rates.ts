import type { Rates } from "./platform/rate-limit/rate.ts";

/** What the service takes in a minute, unless RATE_LIMITS says otherwise. */
export const standardRates = {
  default: { quota: 600, seconds: 60 },
  search: { quota: 300, seconds: 60 },
  import: { quota: 10, seconds: 60 },
  export: { quota: 10, seconds: 60 },
  token: { quota: 120, seconds: 60 },
  "sign-in": { quota: 60, seconds: 60 },
  open: { quota: 300, seconds: 60 },
  "web-form": { quota: 20, seconds: 600 },
  instance: { quota: 60_000, seconds: 60 },
} satisfies Rates;

export type RateName = keyof typeof standardRates;

/** What each of them counts, for whoever reads the reference. */
export const rateMeanings: Record<RateName, string> = {
  default: "each client, for each member for whom it acts",
  search: "the same, for searches and suggestions by words",
  import: "the same, for imports",
  export: "the same, for exports of a case or of the audit log",
  token: "each address, at the token endpoint",
  "sign-in": "each address, at the sign-in of people",
  open: "each address, at what is open to everyone",
  "web-form": "each address, at the helplines' web forms",
  instance: "everyone together, at one instance of the service",
};

const rateOfOperation: Readonly<Record<string, RateName>> = {
  searchServices: "search",
  suggestServices: "search",
  searchArticles: "search",
  createImport: "import",
  exportCase: "export",
  requestCallback: "web-form",
};

/** `open`: whether it asks for no token. */
export const rateOf = (operationId: string, open: boolean): RateName =>
  rateOfOperation[operationId] ?? (open ? "open" : "default");
