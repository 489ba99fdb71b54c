/** The closed sets of codes of what the network knows. */

/** Who may read an article: its own helpline, every participant, or anybody. Each holds the one before. */
export const audiences = ["helpline", "network", "public"] as const;
export type Audience = (typeof audiences)[number];

/** Whom an article is published to. */
export const publishedTo = ["network", "public"] as const;
export type PublishedTo = (typeof publishedTo)[number];

/** What a reader says of an article. */
export const opinions = ["helpful", "outdated", "wrong", "missing"] as const;
export type Opinion = (typeof opinions)[number];

/** What its helpline did with it. */
export const answers = ["taken-over", "not-taken-over"] as const;

/** Whether the second audience is wider than the first, or the same. */
export const isAsWide = (now: Audience, next: Audience): boolean =>
  audiences.indexOf(next) >= audiences.indexOf(now);
