import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mailKinds } from "../../../src/intake/mail/kind.ts";
import { languageOf } from "../../../src/intake/mail/language.ts";
import { longest, type Mail, readMail } from "../../../src/intake/mail/read-mail.ts";
import { thin } from "../../../src/intake/mail/thin.ts";
import { urgencySounded } from "../../../src/intake/requests/urgency-words.ts";
import { holdsCitizenNumber } from "../../../src/platform/text/citizen-number.ts";
import { personalLine, personalText } from "../../../src/platform/text/text.ts";
import { clientFixtures } from "./client-fixtures.ts";
import { fixtures, mail } from "./fixtures.ts";

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (bytes: Uint8Array, size = 1000) => readMail(await thin(inPieces(bytes, size)));

test("there are at least twenty mails to judge by", () => {
  expect(new Set(fixtures.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20);
});

test.each(fixtures)("$name", async ({ bytes, name: _, ...expected }) => {
  const found = await read(bytes, 97);
  const { attachments = [], from, ...rest } = expected;
  expect(found).toMatchObject({ automatic: false, ...rest });
  if (from) expect(found.name).toBe(from.name ?? "");
  if (from?.address) expect(found.claims.from?.address).toBe(from.address);
  expect(found.attachments.map(({ bytes: __, text: ___, ...listed }) => listed)).toEqual(attachments);
});

test.each(clientFixtures)("$name", async ({ bytes, name: _, urgency, language, said = [], ...expected }) => {
  const found = await read(bytes, 97);
  const { attachments = [], from: __, ...rest } = expected;
  expect(found).toMatchObject({ automatic: false, ...rest });
  expect(urgencySounded(found.heard)).toBe(urgency);
  if (language) expect(languageOf(`${found.subject} ${found.text}`)).toBe(language);
  expect(found.attachments.map(({ name, type }) => ({ ...(name && { name }), type }))).toEqual(attachments);
  expect(found.attachments.flatMap(({ text }) => text ?? [])).toEqual(said);
});

test("there are twenty mails in the forms of clients and form services", () => {
  expect(clientFixtures.length).toBeGreaterThanOrEqual(20);
});

describe("danger in a mail", () => {
  const danger = "ik wil niet meer leven";
  const long = "Mijn broer zit al jaren bij een groep die zijn geld beheert. ";

  test.each([
    ["at its end", mail({ "Content-Type": "text/plain" }, ...Array<string>(3000).fill(long), danger)],
    [
      "in what is hidden",
      mail({ "Content-Type": "text/html" }, `<p>Hallo</p><p style="display:none">${danger}</p>`),
    ],
    [
      "in the page beside a long plain text",
      mail(
        { "Content-Type": 'multipart/alternative; boundary="b"' },
        ...["--b", "Content-Type: text/plain", "", long.repeat(10)],
        ...["--b", "Content-Type: text/html", "", `<p>${danger}</p>`, "--b--"],
      ),
    ],
    [
      "in a mail within a mail that is a file",
      mail(
        { "Content-Type": 'multipart/mixed; boundary="b"' },
        ...["--b", "Content-Type: text/plain", "", "Zie bijlage.", "--b"],
        ...[
          'Content-Disposition: attachment; filename="a.eml"',
          "Content-Type: application/octet-stream",
          "",
        ],
        ...['Content-Type: multipart/mixed; boundary="c"', "", "--c", "Content-Type: message/rfc822"],
        ...[
          'Content-Disposition: attachment; filename="b.eml"',
          "",
          "Subject: x",
          "",
          danger,
          "--c--",
          "--b--",
        ],
      ),
    ],
  ])("%s is heard", async (_, bytes) => {
    expect(urgencySounded((await read(bytes, 65_536)).heard)).toBe("acute");
  });

  test("is never less for what stands around it", async () => {
    const line = fc.string({ maxLength: 80, unit: "binary" }).map((text) => text.replaceAll(/[\r\n]/g, " "));
    const around = fc.array(fc.oneof(line, fc.constantFrom(...headings)), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(around, around, async (before, after) => {
        const bytes = mail({ "Content-Type": "text/plain; charset=utf-8" }, ...before, danger, ...after);
        expect(urgencySounded((await read(bytes)).heard)).toBe("acute");
      }),
      { numRuns: 200, seed: 13 },
    );
  });
});

const headings = [
  "Van: Jan",
  "Verzonden: maandag",
  "Aan: Piet",
  "> ",
  "-----Oorspronkelijk bericht-----",
  "Op 3 mrt 2026 om 10:00 schreef Jan:",
  "-----BEGIN PGP MESSAGE-----",
  "-- ",
  "",
];

test.each([
  ["Op 3 mrt 2026 om 10:00 heeft Jan het volgende geschreven:", true],
  ["Op 3 maart 2026 10:00 schreef Jan:", true],
  ["On 3 Mar 2026, Jan wrote:", true],
  ["Am 03.03.2026 um 10:00 schrieb Jan:", true],
  ["-----Original Message-----", true],
  ["---------- Forwarded message ---------", true],
  ["________________________________\nVan: Jan\nVerzonden: maandag\nAan: Piet", true],
  ["From: Jan\nSent: Monday\nTo: Piet\nSubject: hi", true],
  ["Op 3 maart schreef ik hem een brief.", false],
  ["Van: mijn broer", false],
  ["________________________________", false],
])("%s begins a quote: %s", async (heading, begins) => {
  const { text, quoted } = await read(mail({}, "Eigen woorden", "", ...heading.split("\n"), "Oude woorden"));
  expect(quoted !== "").toBe(begins);
  expect(text.includes("Oude woorden")).toBe(!begins);
  expect(`${text}\n${quoted}`).toContain("Oude woorden");
});

describe("what is long", () => {
  const photo = "/9j/".repeat(19);

  /** 30 MB of photo, as they are sent, with text before and after. */
  async function* longMail() {
    const [before, after] = [
      '--b\r\nContent-Type: text/plain\r\n\r\nZie de foto.\r\n--b\r\nContent-Type: image/jpeg; name="foto.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n',
      "--b\r\nContent-Type: text/plain\r\n\r\nEn bel mij.\r\n--b--\r\n",
    ];
    yield mail({ "Content-Type": 'multipart/mixed; boundary="b"' }, before);
    const lines = new TextEncoder().encode(`${photo}\r\n`.repeat(5000));
    for (let sent = 0; sent < 30_000_000; sent += lines.length) yield lines;
    yield new TextEncoder().encode(after);
  }

  test("a mail of 30 MB is read whole but for its files, and never held", async () => {
    const thinned = await thin(longMail());
    expect(thinned.length).toBeLessThan(1024 ** 2);
    const found = await readMail(thinned);
    expect(found).toMatchObject({ kind: "message", text: "Zie de foto.\n\nEn bel mij." });
    const [listed] = found.attachments;
    expect(listed).toMatchObject({ name: "foto.jpg", type: "image/jpeg" });
    expect(Math.abs((listed?.bytes ?? 0) - 22_000_000)).toBeLessThan(1_000_000);
  });

  test("a text longer than is kept is shortened, and says so", async () => {
    const found = await read(mail({ "Content-Type": "text/plain" }, "woord ".repeat(100_000)), 65_536);
    expect(found.text.length).toBeLessThanOrEqual(longest.text);
    expect(found.text.length).toBeGreaterThan(longest.text - 10);
    expect(found.shortened).toBe(true);
  });

  test("a line without an end is no reason to hold it", async () => {
    async function* line() {
      yield mail({ "Content-Type": "text/plain" }, "Help");
      for (let sent = 0; sent < 100; sent++) yield new Uint8Array(100_000).fill(97);
    }
    const thinned = await thin(line());
    expect(thinned.length).toBeLessThan(1024 ** 2);
    expect((await readMail(thinned)).text).toMatch(/^Help\n?a/);
  });

  test("a thousand files are listed up to a number", async () => {
    const parts = Array.from(
      { length: 1000 },
      (_, n) => `--b\r\nContent-Type: image/png; name="${n}.png"\r\n\r\nx`,
    );
    const found = await read(mail({ "Content-Type": "multipart/mixed; boundary=b" }, ...parts, "--b--"));
    expect(found.attachments).toHaveLength(50);
  });

  test.each([
    ["parts within parts within parts", nested(400)],
    [
      "thousands of headers",
      mail(Object.fromEntries(Array.from({ length: 40_000 }, (_, n) => [`X-${n}`, "x".repeat(20)])), "Help"),
    ],
  ])("%s: the sender is known all the same", async (_, bytes) => {
    const found = await read(bytes, 65_536);
    expect(found.claims.from?.address).toBe("marije@example.org");
  });

  test("mails within mails are read to a depth", async () => {
    let inner = "Subject: diep\r\n\r\nDiep";
    for (let n = 0; n < 50; n++) inner = `Content-Type: message/rfc822\r\n\r\n${inner}`;
    expect((await read(mail({ "Content-Type": "message/rfc822" }, inner))).kind).not.toBe("unreadable");
  });
});

function nested(depth: number): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: depth }, (_, n) => [
    `Content-Type: multipart/mixed; boundary=b${n + 1}x`,
    "",
    `--b${n + 1}x`,
  ]);
  return mail({ "Content-Type": "multipart/mixed; boundary=b0x" }, "--b0x", ...lines.flat(), "", "Help");
}

/** What must hold of whatever is read: every text may be kept as one about a person. */
function expectKeepable({ kind, name, claims, subject, text, quoted, attachments }: Mail): void {
  expect(mailKinds).toContain(kind);
  const { from, replyTo = [], sender } = claims;
  const claimed = [from, ...replyTo, sender].flatMap((one) => [one?.name, one?.address]);
  const lines = [name, subject, ...claimed, ...attachments.map((file) => file.name)];
  for (const line of lines) if (line) expect(personalLine(longest.subject).parse(line)).toBe(line);
  for (const words of [text, quoted, ...attachments.map((file) => file.text)])
    if (words) expect(personalText(longest.text).parse(words)).toBe(words);
  expect([subject, text, quoted].some(holdsCitizenNumber)).toBe(false);
}

describe("whatever comes", () => {
  test("random bytes are read, or said to be unreadable", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) =>
        expectKeepable(await read(bytes, 61)),
      ),
      { numRuns: 200 },
    );
  });

  test("a mail with anything changed in it is read, or said to be unreadable", async () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(200),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom(...bits).map((text) => new TextEncoder().encode(text)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        async ({ bytes }, changes) => {
          let changed: Uint8Array = bytes;
          for (const { at, cut, put } of changes) {
            const place = Math.floor(at * changed.length);
            changed = Uint8Array.of(...changed.subarray(0, place), ...put, ...changed.subarray(place + cut));
          }
          expectKeepable(await read(changed, 61));
        },
      ),
      { numRuns: 500 },
    );
  });
});

const bits = [
  "\r\n\r\n",
  "\n",
  "--",
  "------=_Part_1\r\n",
  "Content-Type: text/html\r\n",
  "Content-Transfer-Encoding: base64\r\n",
  "<style>",
  "<p style='display:none'>",
  "&#xD800;&#0;&#x110000;",
  "=?utf-8?B?",
  "\u202e\u200b",
  "123456782",
  "１２３４５６７８２",
  "\u0000",
];
