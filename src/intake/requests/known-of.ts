import { type KnownCaller, longestNote } from "../../cases/index.ts";
import type { RequestChannel } from "../codes.ts";
import { wordsOfMails } from "../mail/told-by-mail.ts";
import type { Told } from "./told.ts";

/** What a case is opened with, of what was told in a request. Without windows there is no safe contact to write down. */
export function knownOf(told: Told, channel: RequestChannel | null): KnownCaller {
  const { name, phones, mail, reach, windows, subject, text } = told;
  const reached = name !== undefined || phones.length > 0 || mail !== undefined || reach !== undefined;
  const words = [subject, text, ...wordsOfMails(told)].filter((part) => part !== undefined).join("\n\n");
  return {
    contact: reached ? { name, phones, mail, notes: reach } : undefined,
    safeContact:
      windows.length > 0 ? { channel: channel ?? "phone", windows, mayLeaveVoicemail: false } : undefined,
    notes: inNotes(words),
  };
}

/** A text in pieces that a note can hold, cut between lines or words where there are any. */
export function inNotes(text: string): string[] {
  const notes: string[] = [];
  for (let rest = text.trim(); rest.length > 0; ) {
    const end = rest.length > longestNote ? cutAt(rest) : rest.length;
    notes.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return notes;
}

function cutAt(text: string): number {
  const piece = text.slice(0, longestNote);
  const gap = Math.max(piece.lastIndexOf("\n"), piece.lastIndexOf(" "));
  if (gap > longestNote / 2) return gap;
  // Never between the two halves of a sign.
  return /[\uD800-\uDBFF]$/.test(piece) ? longestNote - 1 : longestNote;
}
