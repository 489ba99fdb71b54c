/** The closed sets of codes of planning. */

/** Why an appointment is called off. */
export const cancellationReasons = [
  "caller-asked",
  "not-safe",
  "counsellor-absent",
  "reached-otherwise",
  "mistake",
] as const;

/** What an attempt to reach somebody came to, when it was not they who answered. */
export const attemptOutcomes = [
  "no-answer",
  "voicemail-left",
  "other-person-answered",
  "wrong-number",
  "line-busy",
] as const;

/** What was said, to whoever or whatever answered. */
export const wordsSpoken = ["nothing-said", "agreed-cover-story", "own-name-only", "helpline-named"] as const;

export const exceptionKinds = ["off", "extra", "leave"] as const;

/** How an appointment reaches the caller, by the only way that is safe for them. To a meeting they come themselves. */
const reaching: Readonly<Record<string, readonly string[]>> = {
  phone: ["phone"],
  "text-message": ["chat"],
  mail: ["mail", "video"],
  chat: ["chat", "video"],
  "in-person": [],
};

export const reachesSafely = (safeChannel: string, channel: string): boolean =>
  channel === "in-person" || (reaching[safeChannel] ?? []).includes(channel);

/** How often somebody is tried, unless a helpline agrees otherwise. */
export const usualAttempts = 3;
