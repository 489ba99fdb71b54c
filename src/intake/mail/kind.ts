/** What a mail is, as far as it can be told without a person. */
export const mailKinds = [
  "message",
  /** It tells that another mail did not arrive. */
  "bounce",
  "auto-reply",
  /** Nothing was written in it. */
  "empty",
  /** Encrypted, or broken: there is something, and nobody can read it here. */
  "unreadable",
  "too-large",
] as const;
export type MailKind = (typeof mailKinds)[number];

interface Evidence {
  /** The values of a header by its name in lower case. */
  header(name: string): readonly string[];
  contentType: string;
  /** As it was typed. */
  subject: string;
}

export interface Automatic {
  kind: "bounce" | "auto-reply";
  /** Whether a machine says so of itself; else only words do, which a person may have typed. */
  certain: boolean;
}

const outOfOffice =
  /^(?:(?:automatisch antwoord|automatic reply|automatische antwort|autoreply|auto-reply|afwezigheidsbericht|out of office|out of the office|afwezig)\b|niet aanwezig:)/i;
const undelivered =
  /^(?:undeliverable|undelivered mail|onbestelbaar|mail delivery (?:failed|failure|system)|delivery status notification|returned mail)\b/i;

/** Whether nobody wrote this mail (RFC 3834, RFC 3464); undefined for one by a person, as far as can be seen. */
export function automaticKind({ header, contentType, subject }: Evidence): Automatic | undefined {
  const [first = ""] = header("auto-submitted");
  const submitted = first.trim().toLowerCase();
  if (/^multipart\/report\b/i.test(contentType) && /delivery-status/i.test(contentType))
    return { kind: "bounce", certain: true };
  // Only that a mail was shown (RFC 8098).
  if (/^multipart\/report\b/i.test(contentType) && /disposition-notification/i.test(contentType))
    return { kind: "auto-reply", certain: true };
  const isEmptySender = header("return-path").some((value) => value.trim() === "<>");
  if (isEmptySender && undelivered.test(subject)) return { kind: "bounce", certain: true };
  // What a form or a voicemail box sends is "auto-generated", and a person's words are in it.
  if (/^auto-replied\b/.test(submitted)) return { kind: "auto-reply", certain: true };
  const precedence = header("precedence").map((value) => value.trim().toLowerCase());
  const saysAutoReply =
    precedence.includes("auto_reply") ||
    ["x-autoreply", "x-autorespond", "x-autoresponse"].some((name) =>
      header(name).some((value) => !["", "no", "false"].includes(value.trim().toLowerCase())),
    );
  if (saysAutoReply) return { kind: "auto-reply", certain: true };
  if (undelivered.test(subject)) return { kind: "bounce", certain: false };
  if (outOfOffice.test(subject)) return { kind: "auto-reply", certain: false };
  return undefined;
}
