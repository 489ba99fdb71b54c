import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { longestMail } from "../../../src/intake/mail/longest.ts";
import { type OpenMailbox, pollMailbox } from "../../../src/intake/mail/poll.ts";
import { callbackRequests, mailboxWatches } from "../../../src/intake/schema.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { test, type World } from "../../world/world.ts";
import { mailboxOf, someMail } from "./samples.ts";

const poll = ({ platform, helpline }: World, mailbox: OpenMailbox) =>
  pollMailbox(platform, helpline.id, async () => mailbox);

const ofHelpline = ({ job, helpline }: World) => {
  const ctx = job(helpline.id);
  return {
    requests: () =>
      transact(ctx, (tx) =>
        tx.select().from(callbackRequests).where(eq(callbackRequests.participantId, helpline.id)),
      ),
    watch: async () => (await transact(ctx, (tx) => tx.select().from(mailboxWatches)))[0],
  };
};

test("every mail becomes a request and is gone from the mailbox", async ({ world }) => {
  const mailbox = mailboxOf(someMail("een"), someMail("twee"), "geen mail\u0000", "");
  await poll(world, mailbox);
  const { requests, watch } = ofHelpline(world);
  expect(await requests()).toHaveLength(4);
  expect(mailbox.lying.size).toBe(0);
  expect(await watch()).toMatchObject({ emptiedAt: world.clock.time, failingSince: null, claim: null });
});

test("a mail is removed only once its request is committed", async ({ world }) => {
  const mailbox = mailboxOf(someMail());
  const { requests } = ofHelpline(world);
  let found: unknown[] = [];
  const remove = async (uid: number) => {
    found = await requests();
    await mailbox.remove(uid);
  };
  await poll(world, { ...mailbox, remove });
  expect(found).toHaveLength(1);
});

test("killed between the two, it is taken again, known, and removed", async ({ world }) => {
  const mailbox = mailboxOf(someMail());
  const killed = () => Promise.reject(new Error("killed"));
  await expect(poll(world, { ...mailbox, remove: killed })).rejects.toThrow("killed");
  expect(mailbox.lying.size).toBe(1);
  await poll(world, mailbox);
  expect(mailbox.lying.size).toBe(0);
  expect(await ofHelpline(world).requests()).toHaveLength(1);
});

test("one that cannot be taken stays, holds no other up, and is said by name only", async ({ world }) => {
  const mailbox = mailboxOf(someMail("een"), someMail("twee"), someMail("drie"));
  const read = (uid: number, most: number) => {
    if (uid === 2) throw new Error("Marije");
    return mailbox.read(uid, most);
  };
  const failure = await poll(world, { ...mailbox, read }).catch((error: Error) => error);
  expect(failure).toMatchObject({ name: "MailLeftBehind", message: "" });
  expect([...mailbox.lying.keys()]).toEqual([2]);
  const { requests, watch } = ofHelpline(world);
  expect(await requests()).toHaveLength(2);
  expect(await watch()).toMatchObject({ failingSince: world.clock.time, claim: null });
  await poll(world, mailbox);
  expect(await requests()).toHaveLength(3);
  expect(await watch()).toMatchObject({ failingSince: null });
});

test("one that is longer than is taken is read in its beginning", async ({ world }) => {
  const mailbox = mailboxOf(someMail("Help"));
  const asked: number[] = [];
  const read = (uid: number, most: number) => {
    asked.push(most);
    return mailbox.read(uid, most);
  };
  await poll(world, { ...mailbox, read, list: async () => [{ uid: 1, size: longestMail + 1 }] });
  expect(asked).toEqual([1024 ** 2]);
  const [taken] = await ofHelpline(world).requests();
  const { told } = (await world.as(world.eva).get(`/callback-requests/${taken?.id}`)).body;
  expect(told).toMatchObject({ text: "Help", frame: { kind: "too-large" } });
  expect(mailbox.lying.size).toBe(0);
});

test("one instance is at it at a time, until it is gone too long", async ({ world }) => {
  const mailbox = mailboxOf(someMail());
  const opened: string[] = [];
  const first = Promise.withResolvers<OpenMailbox>();
  const open = (name: string, mail: Promise<OpenMailbox>) => () => {
    opened.push(name);
    return mail;
  };
  const { platform, helpline } = world;
  const begun = pollMailbox(platform, helpline.id, open("first", first.promise));
  await expect.poll(() => opened).toEqual(["first"]);
  await pollMailbox(platform, helpline.id, open("second", Promise.resolve(mailbox)));
  expect(opened).toEqual(["first"]);
  world.clock.time = new Date(world.clock.time.getTime() + 5 * 60_000 + 1);
  await pollMailbox(platform, helpline.id, open("third", Promise.resolve(mailbox)));
  expect(opened).toEqual(["first", "third"]);
  first.resolve(mailboxOf());
  await begun;
  expect(await ofHelpline(world).requests()).toHaveLength(1);
});

test("a mailbox that cannot be opened is failing since then", async ({ world }) => {
  const { platform, helpline } = world;
  const closed = () => Promise.reject(new Error("the server said: Marije"));
  await expect(pollMailbox(platform, helpline.id, closed)).rejects.toThrow();
  expect(await ofHelpline(world).watch()).toMatchObject({ failingSince: world.clock.time, claim: null });
});

test("one that fails for an hour is the coordinator's to see to, until it is emptied again", async ({
  world,
}) => {
  const { platform, helpline, clock } = world;
  const coordinator = world.as(await world.member(helpline, "coordinator"));
  const kinds = async () =>
    (await coordinator.get("/tasks")).body.items.map(({ kind }: { kind: string }) => kind);
  const failingSince = clock.time.toISOString();
  await pollMailbox(platform, helpline.id, () => Promise.reject(new Error("gone"))).catch(() => {});
  expect(await kinds()).not.toContain("failing-mailbox");
  clock.time = new Date(clock.time.getTime() + 60 * 60_000);
  expect(await kinds()).toContain("failing-mailbox");
  expect((await coordinator.get("/mailbox")).body).toEqual({ failingSince });
  await poll(world, mailboxOf());
  expect(await kinds()).not.toContain("failing-mailbox");
  expect((await coordinator.get("/mailbox")).body).toEqual({ emptiedAt: clock.time.toISOString() });
});
