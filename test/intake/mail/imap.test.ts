import { eq } from "drizzle-orm";
import { ImapFlow } from "imapflow";
import { afterAll, beforeAll, describe, expect, vi } from "vitest";
import { openMailbox } from "../../../src/intake/mail/imap.ts";
import { type OpenMailbox, pollMailbox } from "../../../src/intake/mail/poll.ts";
import { watchMailbox } from "../../../src/intake/node.ts";
import { callbackRequests } from "../../../src/intake/schema.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { test, type World } from "../../world/world.ts";
import { type Dovecot, hasDovecot, password, startDovecot } from "./dovecot.ts";
import { fixtures } from "./fixtures.ts";
import { someMail } from "./samples.ts";

if (!hasDovecot)
  process.stderr.write("LEFT OUT: the poller against a real server, for there is no Dovecot here\n");

describe.skipIf(!hasDovecot)("a mailbox on a real server", () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot?.stop());

  let users = 0;
  const someUser = () => `helplijn${++users}`;

  async function atServer<T>(user: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const { hostname, port } = new URL(dovecot.url(user));
    const auth = { user, pass: password };
    const client = new ImapFlow({
      host: hostname,
      port: Number(port),
      secure: false,
      doSTARTTLS: false,
      auth,
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen("INBOX");
    return work(client).finally(() => client.logout());
  }

  const deliver = (user: string, ...mails: (string | Uint8Array)[]) =>
    atServer(user, async (client) => {
      for (const mail of mails) await client.append("INBOX", Buffer.from(mail as string));
    });

  const left = (user: string) =>
    atServer(user, async (client) => (client.mailbox ? client.mailbox.exists : Number.NaN));

  const open = (user: string) => openMailbox({ url: dovecot.url(user), password });
  const poll = ({ platform, helpline }: World, user: string) =>
    watchMailbox({ url: dovecot.url(user), password }, helpline.id).run(platform);

  const requests = ({ job, helpline }: World) =>
    transact(job(helpline.id), (tx) =>
      tx.select().from(callbackRequests).where(eq(callbackRequests.participantId, helpline.id)),
    );

  test("every mail of every kind becomes a request and is deleted there", async ({ world }) => {
    const user = someUser();
    const printed = ["log", "info", "warn", "error", "debug"].map((way) =>
      vi.spyOn(console, way as "log").mockImplementation(() => {}),
    );
    await deliver(user, ...fixtures.map(({ bytes }) => bytes));
    expect(await left(user)).toBe(fixtures.length);
    await poll(world, user);
    expect(await requests(world)).toHaveLength(fixtures.length);
    expect(await left(user)).toBe(0);
    await poll(world, user);
    expect(await requests(world)).toHaveLength(fixtures.length);
    for (const way of printed) {
      expect(way).not.toHaveBeenCalled();
      way.mockRestore();
    }
  });

  test("the server dies between our commit and its deletion: the mail is taken once, and then deleted", async ({
    world,
  }) => {
    const user = someUser();
    await deliver(user, someMail("Bel mij"), someMail("Bel mij niet"));
    const dying = async (): Promise<OpenMailbox> => {
      const mailbox = await open(user);
      const remove = async (uid: number) => {
        await dovecot.kill();
        await mailbox.remove(uid);
      };
      return { ...mailbox, remove };
    };
    const { platform, helpline } = world;
    await expect(pollMailbox(platform, helpline.id, dying)).rejects.toThrow("MailNotRemoved");
    expect(await requests(world)).toHaveLength(1);
    await dovecot.restart();
    expect(await left(user)).toBe(2);
    await poll(world, user);
    expect(await requests(world)).toHaveLength(2);
    expect(await left(user)).toBe(0);
  });

  test("a mail of 30 MB comes through, and its files stay behind", async ({ world }) => {
    const user = someUser();
    const file = Buffer.alloc(22_500_000, "Foto van thuis. ")
      .toString("base64")
      .replaceAll(/.{76}/g, "$&\r\n");
    const parts = [
      "--b",
      "Content-Type: text/plain",
      "",
      "Zie de foto.",
      "--b",
      'Content-Type: image/jpeg; name="thuis.jpg"',
      "Content-Transfer-Encoding: base64",
      "",
      file,
      "--b--",
      "",
    ];
    const head = [
      "From: marije@example.org",
      "Message-ID: <groot@example.org>",
      "Content-Type: multipart/mixed; boundary=b",
      "",
    ];
    await deliver(user, [...head, ...parts].join("\r\n"));
    await poll(world, user);
    const [taken] = await requests(world);
    const { told } = (await world.as(world.eva).get(`/callback-requests/${taken?.id}`)).body;
    expect(told).toMatchObject({
      text: "Zie de foto.",
      frame: { attachments: [{ name: "thuis.jpg", type: "image/jpeg" }] },
    });
    expect(taken?.sealed?.length).toBeLessThan(2000);
    expect(await left(user)).toBe(0);
  });

  test("what somebody else marked as deleted is not taken", async ({ world }) => {
    const user = someUser();
    await deliver(user, someMail());
    await atServer(user, (client) => client.messageFlagsAdd("1:*", ["\\Deleted"]));
    await poll(world, user);
    expect(await requests(world)).toHaveLength(0);
  });

  test.for([
    ["a wrong password", () => ({ url: dovecot.url("x"), password: "wrong" }), "MailboxNotReached"],
    [
      "a certificate that nobody vouches for",
      () => ({ url: dovecot.tlsUrl("x"), password }),
      "MailboxNotReached",
    ],
    [
      "a mailbox that is not there",
      () => ({ url: dovecot.url("x").replace("INBOX", "Weg"), password }),
      "MailboxNotOpened",
    ],
  ] as const)("%s is a fault, told by name only", async ([, address, name]) => {
    await expect(openMailbox(address())).rejects.toMatchObject({ name, message: name });
  });
});
