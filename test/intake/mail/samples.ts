import { pollMailbox } from "../../../src/intake/mail/poll.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import type { Sampling } from "../../all-operations/samples.ts";
import type { World } from "../../world/world.ts";

/** A mail that nobody has sent before. */
export const someMail = (...lines: string[]) =>
  [
    "From: Marije de Vries <marije@example.org>",
    "Subject: Bel mij",
    `Message-ID: <${randomIds()}@example.org>`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    ...(lines.length > 0 ? lines : ["Kan iemand mij bellen?"]),
    "",
  ].join("\r\n");

export const asMail = { "content-type": "message/rfc822" };

export const mailSamples: Record<string, Sampling> = {
  getMailbox: { side: "helpline", make: async () => ({ method: "GET", path: "/mailbox" }) },
  takeMail: {
    side: "helpline",
    make: async () => ({ method: "POST", path: "/mails", text: someMail(), headers: asMail }),
  },
};

/** A mailbox in memory, as a server would keep it. */
export function mailboxOf(...mails: readonly (string | Uint8Array)[]) {
  const lying = new Map(
    mails.map((mail, at) => [at + 1, typeof mail === "string" ? new TextEncoder().encode(mail) : mail]),
  );
  const read = async function* (uid: number, most: number) {
    yield (lying.get(uid) ?? new Uint8Array()).subarray(0, most);
  };
  return {
    lying,
    list: async () => [...lying].map(([uid, { length: size }]) => ({ uid, size })),
    read,
    remove: async (uid: number) => void lying.delete(uid),
    close: async () => {},
  };
}

/** The helpline's mailbox was looked into, and a mail lay in it. */
export const fillMailbox = ({ platform, helpline }: World) =>
  pollMailbox(platform, helpline.id, async () => mailboxOf(someMail()));
