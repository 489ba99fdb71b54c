/** So many requests in each window of so many seconds. */
export interface Rate {
  quota: number;
  seconds: number;
}

/** The rates of a service by name. */
export type Rates = Readonly<Record<string, Rate>>;

/** The window that a moment lies in: windows follow each other from the epoch on. In milliseconds. */
export const endOfWindow = ({ seconds }: Rate, moment: number): number => {
  const length = seconds * 1000;
  return (Math.floor(moment / length) + 1) * length;
};

/** How one request was counted. */
export interface Count {
  name: string;
  rate: Rate;
  /** Whether it came after the quota was used up. */
  refused: boolean;
  /** Requests left in this window, as far as this instance knows. */
  remaining: number;
  /** Seconds until the next window. */
  resetsIn: number;
}

/** The header fields of draft-ietf-httpapi-ratelimit-headers-10, and when to come again (RFC 9110, 10.2.3). */
export const rateFields = ({ name, rate, refused, remaining, resetsIn }: Count): [string, string][] => [
  ["ratelimit-policy", `"${name}";q=${rate.quota};w=${rate.seconds}`],
  ["ratelimit", `"${name}";r=${remaining};t=${resetsIn}`],
  ...(refused ? ([["retry-after", String(resetsIn)]] as [string, string][]) : []),
];
