import type { Window } from "../../handoff/index.ts";
import type { AddedMail, MailFrame } from "../mail/told-by-mail.ts";

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
export const isReachable = ({ phones, mail }: Told): boolean => phones.length > 0 || mail !== undefined;

/** All that they said in words of their own. */
export const wordsOf = ({ phones, reach, subject, text }: Told): string[] =>
  [text, subject, reach, ...phones.map(({ note }) => note)].filter((words) => words !== undefined);
