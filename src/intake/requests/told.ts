import type { Window } from "../../cases/index.ts";
import type { Claims } from "../mail/claims.ts";
import { type AddedMail, type MailFrame, wordsOfMails } from "../mail/told-by-mail.ts";

/** What somebody told who asks to be called back. Its strings are as platform/text.ts lets them through. */
export interface Told {
  name?: string | undefined;
  /** The first one first. */
  phones: { number: string; note?: string | undefined }[];
  mail?: string | undefined;
  /** What else to know about reaching them. */
  reach?: string | undefined;
  /** Of a mail. */
  subject?: string | undefined;
  text?: string | undefined;
  /** What stood around a mail's text. */
  frame?: MailFrame | undefined;
  /** What they wrote in later mails, the earliest first. */
  added?: AddedMail[] | undefined;
  /** When they can be reached without harm; empty where they did not say. */
  windows: Window[];
}

/** Whether they can be reached by what they told. */
export const isReachable = ({ phones, mail, frame }: Told): boolean =>
  phones.length > 0 || mail !== undefined || (frame?.claims !== undefined && claimsAny(frame.claims));

/** An unchecked address is one all the same. */
const claimsAny = ({ from, replyTo, sender }: Claims) =>
  from !== undefined || replyTo !== undefined || sender !== undefined;

/** All that was said, by whomever, and in whatever part of it. */
export const wordsOf = ({ name, phones, reach, subject, text, ...mails }: Told): string =>
  [name, subject, text, reach, ...phones.map(({ note }) => note), ...wordsOfMails(mails)]
    .filter((words) => words !== undefined)
    .join("\n");
