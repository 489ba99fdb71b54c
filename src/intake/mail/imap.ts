import type { OpenMailbox, WaitingMail } from "./poll.ts";

/** Where a helpline's mail lies, and who may read it there. */
export interface MailboxAddress {
  /** `imaps://user@host:port/INBOX`; `imap:` at a loopback address only. */
  url: string;
  password: string;
}

/** The mailbox could not be opened or changed: its name reaches the log, what the server said does not. */
export class MailboxFault extends Error {
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

/** More wait until the next round. */
const mostAtOnce = 200;
const patience = { connectionTimeout: 20_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

/** Opens a mailbox by IMAP (RFC 9051), and over TLS unless it is on this machine. */
export async function openMailbox({ url, password }: MailboxAddress): Promise<OpenMailbox> {
  const { protocol, hostname, port, username, pathname } = new URL(url);
  // Only where there is a mailbox to look into: most installations have none.
  const { ImapFlow } = await import("imapflow");
  const secure = protocol === "imaps:";
  const client = new ImapFlow({
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    doSTARTTLS: secure ? undefined : false,
    auth: { user: decodeURIComponent(username), pass: password },
    // It would print what it is sent.
    logger: false,
    disableAutoIdle: true,
    ...patience,
  });
  // What fails is told by the call that fails.
  client.on("error", () => {});
  const named = async <T>(name: string, work: Promise<T | false | undefined>): Promise<T> => {
    const done = await work.catch(() => undefined);
    if (done !== undefined && done !== false) return done;
    client.close();
    throw new MailboxFault(name);
  };
  await named(
    "MailboxNotReached",
    client.connect().then(() => true),
  );
  await named("MailboxNotOpened", client.mailboxOpen(decodeURIComponent(pathname.slice(1)) || "INBOX"));

  return {
    async list() {
      const uids = await named("MailboxNotListed", client.search({ deleted: false }, { uid: true }));
      const earliest = uids.sort((one, other) => one - other).slice(0, mostAtOnce);
      const found: WaitingMail[] = [];
      if (earliest.length > 0)
        for await (const { uid, size } of client.fetch(earliest, { size: true }, { uid: true }))
          found.push({ uid, size: size ?? 0 });
      return found.sort((one, other) => one.uid - other.uid);
    },
    async *read(uid, most) {
      const { content } = await client.download(String(uid), undefined, { uid: true, maxBytes: most });
      if (!content) throw new MailboxFault("MailNotRead");
      for await (const chunk of content) yield chunk as Uint8Array;
    },
    async remove(uid) {
      await named("MailNotRemoved", client.messageDelete(String(uid), { uid: true }));
    },
    close: () => client.logout().catch(() => client.close()),
  };
}
