import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { longestMail } from "../../../src/intake/mail/longest.ts";
import { takeMail } from "../../../src/intake/mail/take-mail.ts";
import { mails } from "../../../src/intake/schema.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { issuer, sharingTest as test, type World } from "../../world/world.ts";
import { clientFixtures } from "./client-fixtures.ts";
import { fixtures, mail } from "./fixtures.ts";
import { asMail } from "./samples.ts";

const plain = { "Content-Type": "text/plain; charset=utf-8" };

const send = async (world: World, bytes: Uint8Array, headers: Record<string, string> = {}) => {
  const gateway = world.system(world.helpline);
  const text = new TextDecoder().decode(bytes);
  return world.send(gateway, "POST", "/mails", text, { ...asMail, ...headers });
};

const read = async (world: World, id: string) =>
  (await world.as(world.eva).get(`/callback-requests/${id}`)).body;

/** A mail of a sender of its own, whose Message-ID is known. */
function fromSomebody(id: string, headers: Record<string, string> = {}, ...lines: string[]) {
  const sender = { ...plain, From: `Somebody <${id}@example.org>`, "Message-ID": `<${id}@example.org>` };
  return mail({ ...sender, ...headers }, ...(lines.length > 0 ? lines : ["Kan iemand mij bellen?"]));
}

const answerTo = (id: string, more: Record<string, string> = {}) => ({
  "Message-ID": `<${crypto.randomUUID()}@example.org>`,
  "In-Reply-To": "<ours@helplijn.example>",
  References: `<${id}@example.org> <ours@helplijn.example>`,
  ...more,
});

const newId = () => crypto.randomUUID();

describe("a mail", () => {
  test("becomes a request, and the answer tells nothing of it", async ({ world }) => {
    const id = newId();
    const answer = await send(world, fromSomebody(id, { Subject: "Mijn zus" }, "Zij mag niet bellen."));
    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body).sort()).toEqual(["id", "outcome", "reference"]);
    expect(answer.headers.get("location")).toBe(`/v1/callback-requests/${answer.body.id}`);
    expect(await read(world, answer.body.id)).toMatchObject({
      door: "mail",
      state: "open",
      urgency: "urgent",
      language: "nl",
      reachable: true,
      told: {
        name: "Somebody",
        subject: "Mijn zus",
        text: "Zij mag niet bellen.",
        frame: {
          kind: "message",
          claims: { from: { name: "Somebody", address: `${id}@example.org` }, differ: false },
          shortened: false,
          attachments: [],
        },
      },
    });
    expect(await world.audited(world.helpline.id, answer.body.id)).toContain("callback-request.received");
  });

  test("is taken once, by whatever door it comes again, and at the same moment too", async ({ world }) => {
    const bytes = fromSomebody(newId());
    const [first, second] = await Promise.all([send(world, bytes), send(world, bytes)]);
    expect([first.body.outcome, second.body.outcome].sort()).toEqual(["known", "new"]);
    const polled = await takeMail(world.job(world.helpline.id), pieces(bytes));
    expect(polled).toEqual({ id: first.body.id, reference: first.body.reference, outcome: "known" });
    expect(second.body.id).toBe(first.body.id);
  });

  test("without a Message-ID is known by what is in it", async ({ world }) => {
    const bytes = fromSomebody(newId(), { "Message-ID": "" });
    const first = await send(world, bytes);
    expect((await send(world, bytes)).body).toEqual({ ...first.body, outcome: "known" });
    const other = fromSomebody(newId(), { "Message-ID": "" }, "Iets anders");
    expect((await send(world, other)).body.outcome).toBe("new");
  });

  test("with the Message-ID of another one is not lost", async ({ world }) => {
    const id = newId();
    await send(world, fromSomebody(id));
    const later = fromSomebody(id, { Date: "Wed, 04 Mar 2026 10:00:00 +0100" });
    expect((await send(world, later)).body.outcome).toBe("new");
    const stranger = fromSomebody(id, { From: "stranger@example.net" });
    expect((await send(world, stranger)).body.outcome).toBe("new");
  });

  test("is another participant's own where it came to both", async ({ world }) => {
    const bytes = fromSomebody(newId());
    const here = await send(world, bytes);
    const there = await takeMail(world.job(world.elsewhere.id), pieces(bytes));
    expect(there.outcome).toBe("new");
    expect(there.id).not.toBe(here.body.id);
  });

  test("that sounds acute is acute", async ({ world }) => {
    const answer = await send(world, fromSomebody(newId(), { Subject: "zelfmoord" }));
    expect(await read(world, answer.body.id)).toMatchObject({ urgency: "acute" });
  });

  test("sent again with the same Idempotency-Key is answered again", async ({ world }) => {
    const bytes = fromSomebody(newId());
    const key = { "idempotency-key": newId() };
    const first = await send(world, bytes, key);
    expect((await send(world, bytes, key)).body).toEqual({ ...first.body, outcome: "known" });
    const other = await send(world, fromSomebody(newId()), key);
    expect(other.body.type).toBe("/problems/idempotency-key-reused");
  });

  test("that is too long is refused, whether it says so or not", async ({ world }) => {
    const said = await send(world, fromSomebody(newId()), { "content-length": String(longestMail + 1) });
    expect(said.status).toBe(413);
    const piece = new Uint8Array(1024 ** 2).fill(97);
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => (sent++ <= 64 ? controller.enqueue(piece) : controller.close()),
    });
    const headers = { ...(await world.credentialsOf(world.eva)), ...asMail };
    const given = { method: "POST", headers, body, duplex: "half" };
    const request = new Request(`${issuer}/v1/mails`, given);
    expect((await world.app.fetch(request)).status).toBe(413);
  });

  test("comes as one, and not as JSON", async ({ world }) => {
    const { status } = await world.as(world.system(world.helpline)).post("/mails", { text: "Help" });
    expect(status).toBe(415);
  });
});

describe("from whom a mail says that it comes", () => {
  const form = { From: "Form <noreply@forms.example>", "Reply-To": "Kim <kim@example.org>" };

  test("is kept whole, with a warning where it is more than one", async ({ world }) => {
    const { body } = await send(world, fromSomebody(newId(), { ...form, Sender: "x@forms.example" }));
    const request = await read(world, body.id);
    expect(request.reachable).toBe(true);
    expect(request.told).toMatchObject({
      name: "Kim",
      frame: {
        claims: {
          from: { name: "Form", address: "noreply@forms.example" },
          replyTo: [{ name: "Kim", address: "kim@example.org" }],
          sender: { address: "x@forms.example" },
          differ: true,
        },
      },
    });
  });

  test("is no contact of the case until somebody put it in", async ({ world }) => {
    const eva = world.as(world.eva);
    const { body } = await send(world, fromSomebody(newId(), form));
    const opened = await eva.post(`/callback-requests/${body.id}/case`, { relation: "harmed" });
    const contact = await eva.get(`/cases/${opened.body.id}/contact`);
    expect(JSON.stringify(contact.body)).not.toContain("@");
    const notes = await eva.get(`/cases/${opened.body.id}/notes`);
    expect(JSON.stringify(notes.body)).toContain("Reply-To: Kim <kim@example.org> (unchecked)");
  });
});

describe("an answer of the same sender", () => {
  test("comes to the request that is still open, and is somebody's to read", async ({ world }) => {
    const id = newId();
    const first = await send(world, fromSomebody(id));
    const answer = fromSomebody(
      id,
      answerTo(id, { Subject: "Toch niet" }),
      "Bel mij niet, mijn man neemt op.",
    );
    expect((await send(world, answer)).body).toEqual({ ...first.body, outcome: "added" });
    const toRead = async () =>
      (await world.as(world.eva).get("/tasks")).body.items
        .filter(({ kind }: { kind: string }) => kind === "read-mail")
        .map(({ subjectId }: { subjectId: string }) => subjectId);
    expect(await toRead()).toContain(first.body.id);
    const { told } = await read(world, first.body.id);
    expect(told.text).toBe("Kan iemand mij bellen?");
    expect(told.added).toMatchObject([{ subject: "Toch niet", text: "Bel mij niet, mijn man neemt op." }]);
    expect(await toRead()).not.toContain(first.body.id);
    expect((await send(world, answer)).body.outcome).toBe("known");
    expect(await world.audited(world.helpline.id, first.body.id)).toContain("callback-request.added-to");
  });

  test("raises the urgency, and leaves it where it is", async ({ world }) => {
    const id = newId();
    const first = await send(world, fromSomebody(id));
    await send(world, fromSomebody(id, answerTo(id), "Ik ben nu in gevaar"));
    await send(world, fromSomebody(id, answerTo(id), "Laat maar"));
    expect(await read(world, first.body.id)).toMatchObject({ urgency: "acute", told: { added: [{}, {}] } });
  });

  test("is a new request once the first has ended", async ({ world }) => {
    const id = newId();
    const first = await send(world, fromSomebody(id));
    await world.as(world.eva).post(`/callback-requests/${first.body.id}/end`, { reason: "talked" });
    expect((await send(world, fromSomebody(id, answerTo(id)))).body.outcome).toBe("new");
  });

  test("of somebody else is a new request", async ({ world }) => {
    const id = newId();
    await send(world, fromSomebody(id));
    const other = fromSomebody(newId(), answerTo(id));
    expect((await send(world, other)).body.outcome).toBe("new");
  });

  test("goes with the request into the case that it becomes", async ({ world }) => {
    const id = newId();
    const first = await send(world, fromSomebody(id));
    await send(world, fromSomebody(id, answerTo(id), "Bel mij niet."));
    const eva = world.as(world.eva);
    const opened = await eva.post(`/callback-requests/${first.body.id}/case`, { relation: "harmed" });
    expect(opened.status).toBe(201);
    const { body } = await eva.get(`/cases/${opened.body.id}/notes`);
    const words = body.items.map(({ text }: { text: string }) => text).join();
    expect(words).toContain("Kan iemand mij bellen?");
    expect(words).toContain("Bel mij niet.");
    const { job, helpline } = world;
    const kept = await transact(job(helpline.id), (tx) =>
      tx.select().from(mails).where(eq(mails.requestId, first.body.id)),
    );
    // Nobody is known again by what is left.
    expect(kept).toMatchObject(Array(2).fill({ senderPrint: null, idPrint: null }));
  });

  test("after many others is a new request: none is left out", async ({ world }) => {
    const id = newId();
    await send(world, fromSomebody(id));
    const outcomes: string[] = [];
    for (let count = 0; count < 21; count++)
      outcomes.push((await send(world, fromSomebody(id, answerTo(id), `Nog ${count}`))).body.outcome);
    expect(outcomes).toEqual([...Array(20).fill("added"), "new"]);
  });
});

describe("what a machine wrote", () => {
  const automatic = { ...plain, "Auto-Submitted": "auto-replied" };

  test("becomes a request that has ended: kept, and nobody's to do", async ({ world }) => {
    const { body } = await send(world, fromSomebody(newId(), automatic, "Ik ben er niet."));
    expect(await read(world, body.id)).toMatchObject({
      state: "ended",
      endReason: "automatic",
      told: { text: "Ik ben er niet.", frame: { kind: "auto-reply" } },
    });
    const { body: tasks } = await world.as(world.eva).get("/tasks");
    expect(JSON.stringify(tasks)).not.toContain(body.id);
  });

  test.for([
    [
      "a form",
      { "Auto-Submitted": "auto-generated", From: "noreply@forms.example", "Reply-To": "kim@example.org" },
    ],
    ["a voicemail box", { "Auto-Submitted": "auto-notified", Precedence: "bulk" }],
  ] as const)("for a person, as %s does, stays open", async ([, headers], { world }) => {
    const { body } = await send(world, fromSomebody(newId(), { ...plain, ...headers }, "Kunt u mij bellen?"));
    const request = await read(world, body.id);
    expect(request).toMatchObject({ state: "open", reachable: true, told: { frame: { kind: "message" } } });
  });

  test("stays open where it sounds acute", async ({ world }) => {
    const { body } = await send(world, fromSomebody(newId(), automatic, "Ik wil zelfmoord plegen."));
    expect(await read(world, body.id)).toMatchObject({ state: "open", urgency: "acute" });
  });

  test("comes to no request, even as an answer", async ({ world }) => {
    const id = newId();
    await send(world, fromSomebody(id));
    expect((await send(world, fromSomebody(id, { ...automatic, ...answerTo(id) }))).body.outcome).toBe("new");
  });

  test("or what only looks like it by its subject stays open", async ({ world }) => {
    const { body } = await send(world, fromSomebody(newId(), { Subject: "Afwezig: mijn zus" }));
    expect(await read(world, body.id)).toMatchObject({
      state: "open",
      told: { frame: { kind: "auto-reply" } },
    });
  });
});

describe("none is lost, and nothing is sent", () => {
  test.for([...fixtures, ...clientFixtures])(
    "$name",
    async ({ bytes, kind, text, automatic = false }, { world }) => {
      const asked: unknown[] = [];
      const ctx = {
        ...world.job(world.helpline.id),
        fetchOutside: (...given: unknown[]) => asked.push(given),
      };
      const taken = await takeMail(ctx, pieces(bytes));
      expect(taken.outcome).toBe("new");
      const request = await read(world, taken.id);
      expect(request).toMatchObject({ state: automatic ? "ended" : "open", told: { frame: { kind } } });
      expect(request.told.text ?? "").toBe(text);
      expect(request.told.mail).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );

  test("what is longer than is taken is a request that says so", async ({ world }) => {
    const taken = await takeMail(world.job(world.helpline.id), pieces(fromSomebody(newId())), {
      tooLarge: true,
    });
    expect(await read(world, taken.id)).toMatchObject({
      state: "open",
      told: { text: "Kan iemand mij bellen?", frame: { kind: "too-large" } },
    });
  });

  test("nothing here can send a mail, answer one, or pass one on", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    const sending =
      /\bsmtp|nodemailer|sendmail|cloudflare:email|\bEmailMessage\b|setReject|\.forward\(|\.reply\(|\.append\(["'`]?INBOX|send_email/i;
    const able = files.filter((file) => sending.test(readFileSync(join("src", file), "utf8")));
    expect(able).toEqual([]);
    expect(readFileSync("package.json", "utf8") + readFileSync("wrangler.toml", "utf8")).not.toMatch(sending);
  });
});

describe("the walls", () => {
  const expectBreach = async (world: World, state: string, ...statements: string[]) =>
    expect(await outcome(asParticipant(world.platform.db, world.helpline.id, ...statements))).toBe(state);

  const statement = (world: World, requestId: string, values: Record<string, string>) => {
    const row = {
      id: `'${newId()}'`,
      participant_id: `'${world.helpline.id}'`,
      request_id: `'${requestId}'`,
      kind: "'message'",
      print: `'${"x".repeat(43)}'`,
      added: "false",
      received_at: "now()",
      ...values,
    };
    return `insert into handreiking.mail (${Object.keys(row).join(", ")}) values (${Object.values(row).join(", ")})`;
  };

  test.for([
    ["an address where a fingerprint belongs", { print: "'marije@example.org'" }],
    ["a Message-ID where a fingerprint belongs", { id_print: "'<1@example.org>'" }],
    ["a sender where a fingerprint belongs", { sender_print: "'Marije'" }],
    ["a kind that is none", { kind: "'spam'" }],
    ["read before it came", { added: "true", noticed_at: "now() - interval '1 day'" }],
  ] as const)("%s is no mail", async ([, values], { world }) => {
    const { body } = await send(world, fromSomebody(newId()));
    await expectBreach(world, "23514", statement(world, body.id, values));
  });

  test("the same mail is not there twice, nor at another's request", async ({ world }) => {
    const { body } = await send(world, fromSomebody(newId()));
    const print = `'${newId().replaceAll("-", "").padEnd(43, "a")}'`;
    const again = () => statement(world, body.id, { print });
    await expectBreach(world, "23505", again(), again());
    const elsewhere = await takeMail(world.job(world.elsewhere.id), pieces(fromSomebody(newId())));
    await expectBreach(world, "23503", statement(world, elsewhere.id, {}));
  });

  test("what a mail was and came to is never changed", async ({ world }) => {
    const { body } = await send(world, fromSomebody(newId()));
    for (const change of [
      "print = repeat('y', 43)",
      "kind = 'empty'",
      `request_id = '${newId()}'`,
      "added = true",
    ])
      await expectBreach(
        world,
        "42501",
        `update handreiking.mail set ${change} where request_id = '${body.id}'`,
      );
  });
});

async function* pieces(bytes: Uint8Array) {
  yield bytes;
}
