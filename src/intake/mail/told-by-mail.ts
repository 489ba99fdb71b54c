import { type Claims, lineOf } from "./claims.ts";
import type { Dropped } from "./dropped.ts";
import type { MailKind } from "./kind.ts";
import type { Mail } from "./read-mail.ts";

/** What stands around the text of a mail. */
export interface MailFrame {
  kind: MailKind;
  /** Absent where it was taken before they were kept. */
  claims?: Claims;
  /** What it answers to. */
  quoted?: string;
  /** Whether there was more text than is kept. */
  shortened: boolean;
  /** Its files, which were dropped but for the words in files of text. */
  attachments: Dropped[];
}

/** A mail that came to a request that there was already. */
export interface AddedMail extends MailFrame {
  receivedAt: string;
  subject?: string;
  text?: string;
}

/** More of them, or longer ones, make a new request. */
const mostAdded = { mails: 20, characters: 200_000 };

export const frameOf = ({ kind, claims, quoted, shortened, attachments }: Mail): MailFrame => ({
  kind,
  claims,
  ...(quoted && { quoted }),
  shortened,
  attachments: attachments.map(({ name, type, bytes, text }) => ({
    ...(name && { name }),
    type,
    bytes,
    ...(text && { text }),
  })),
});

export const addedOf = (mail: Mail, receivedAt: Date): AddedMail => ({
  ...frameOf(mail),
  receivedAt: receivedAt.toISOString(),
  ...(mail.subject && { subject: mail.subject }),
  ...(mail.text && { text: mail.text }),
});

/** Whether one more fits beside those that were added. */
export const fits = (added: readonly AddedMail[]): boolean =>
  added.length < mostAdded.mails && JSON.stringify(added).length < mostAdded.characters;

interface ToldByMail {
  frame?: MailFrame | undefined;
  added?: AddedMail[] | undefined;
}

/** All that was written besides the first mail's text, in the order in which it came. */
export const wordsOfMails = ({ frame, added = [] }: ToldByMail): string[] => [
  ...wordsAround(frame),
  ...added.flatMap((mail) => [
    `[${mail.receivedAt}]`,
    ...(mail.subject ? [mail.subject] : []),
    ...(mail.text ? [mail.text] : []),
    ...wordsAround(mail),
  ]),
];

const wordsAround = (frame: MailFrame | undefined): string[] => {
  if (!frame) return [];
  const { claims, quoted, attachments } = frame;
  const claimed = claims && lineOf(claims);
  const silent = attachments.filter(({ text }) => !text).map(({ name, type }) => name ?? type);
  return [
    ...(claimed ? [claimed] : []),
    ...(quoted ? [quoted] : []),
    ...attachments.flatMap(({ name, type, text }) => (text ? [`[${name ?? type}]\n${text}`] : [])),
    ...(silent.length > 0 ? [`[${silent.join(", ")}]`] : []),
  ];
};
