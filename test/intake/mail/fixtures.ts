import type { MailKind } from "../../../src/intake/mail/kind.ts";

/** A mail as it lies in a mailbox, and what is read in it. */
export interface Fixture {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  kind: MailKind;
  automatic?: boolean;
  from?: { name?: string; address?: string };
  subject?: string;
  text: string;
  quoted?: string;
  attachments?: { name?: string; type: string }[];
}

const utf8 = new TextEncoder();

/** Each character a byte. */
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));

const base64 = (bytes: Uint8Array | string) =>
  (
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join("\r\n");

let count = 0;

/** Headers that every mail has, unless they are given; a body of lines. */
export function mail(headers: Record<string, string>, ...lines: string[]): Uint8Array<ArrayBuffer> {
  const all = {
    From: '"Marije de Vries" <marije@example.org>',
    To: "hulp@helplijn.example",
    Subject: "Kan iemand mij bellen",
    Date: "Tue, 03 Mar 2026 10:00:00 +0100",
    "Message-ID": `<${++count}@example.org>`,
    "MIME-Version": "1.0",
    ...headers,
  };
  const head = Object.entries(all).filter(([, value]) => value !== "");
  return utf8.encode([...head.map(([name, value]) => `${name}: ${value}`), "", ...lines].join("\r\n"));
}

const plain = { "Content-Type": "text/plain; charset=utf-8" };
const html = { "Content-Type": "text/html; charset=utf-8" };

const multipart = (type: string, ...parts: string[][]) =>
  [
    { "Content-Type": `${type}; boundary="----=_Part_1"` },
    ...parts.flatMap((part) => ["------=_Part_1", ...part]),
    "------=_Part_1--",
  ] as const;

/** What Outlook wraps a mail in, with attributes of [MS-OXTNEF]. */
export function winmail(...attributes: [level: number, id: number, value: Uint8Array][]): Uint8Array {
  const head = new Uint8Array(6);
  new DataView(head.buffer).setUint32(0, 0x223e9f78, true);
  const parts = attributes.map(([level, id, value]) => {
    const part = new Uint8Array(9 + value.length + 2);
    const view = new DataView(part.buffer);
    view.setUint8(0, level);
    view.setUint32(1, id, true);
    view.setUint32(5, value.length, true);
    part.set(value, 9);
    view.setUint16(
      9 + value.length,
      value.reduce((sum, byte) => (sum + byte) & 0xffff, 0),
      true,
    );
    return part;
  });
  return joined(head, ...parts);
}

/** One property of a text of variable length, as it stands among a message's properties. */
export function mapiProperty(id: number, type: number, value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(16 + Math.ceil(value.length / 4) * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 1, true);
  view.setUint32(4, ((id << 16) | type) >>> 0, true);
  view.setUint32(8, 1, true);
  view.setUint32(12, value.length, true);
  bytes.set(value, 16);
  return bytes;
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(`${text}\0`, "utf16le"));

const wrapped = (bytes: Uint8Array) =>
  mail(
    ...multipart(
      "multipart/mixed",
      ["Content-Type: text/plain; charset=us-ascii", "", ""],
      [
        'Content-Type: application/ms-tnef; name="winmail.dat"',
        "Content-Transfer-Encoding: base64",
        'Content-Disposition: attachment; filename="winmail.dat"',
        "",
        base64(bytes),
      ],
    ),
  );

const outlookHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
<style><!-- p.MsoNormal {margin:0cm;} --></style><!--[if gte mso 9]><xml><o:x>weg</o:x></xml><![endif]--></head>
<body lang=NL><div class=WordSection1><p class=MsoNormal>Goedemiddag,<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Mijn zus zit bij een groep en mag niet meer naar buiten. Zij heeft &eacute;&eacute;n kind.<o:p></o:p></p>
<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Van:</b> Helplijn &lt;hulp@helplijn.example&gt; <br><b>Verzonden:</b> maandag 2 maart 2026 14:02<br><b>Aan:</b> Marije de Vries<br><b>Onderwerp:</b> RE: vraag</p></div>
<p class=MsoNormal>Wat kunnen wij voor u doen?</p></div></body></html>`;

const pixelHtml = `<!doctype html><html><head><title>Titel</title><script>fetch("https://evil.example")</script></head><body onload="steal()">
<div style="display:none;max-height:0">preheader die niemand ziet</div>
<p>Ik durf niet te bellen.</p><ul><li>ik ben bang</li><li>ik kan niet weg</li></ul>
<a href="https://track.example/u?id=7">Lees dit</a> <a href="mailto:x@example.org">x@example.org</a>
<img src="https://track.example/pixel.gif" width="1" height="1" alt=""><img src="cid:foto" alt="foto van de brief">
<span hidden>geheim</span><svg><text>vorm</text></svg></body></html>`;

const appleReply = `Dank u wel, dat mag morgen om 10 uur.

Groet,
Marije

Verstuurd vanaf mijn iPhone

> Op 3 mrt. 2026 om 10:00 heeft Helplijn <hulp@helplijn.example> het volgende geschreven:
>
> Wanneer kunnen wij u bellen?`;

const gmailReply = `Morgen kan ik niet.

Op di 3 mrt. 2026 om 10:00 schreef Helplijn hulp@helplijn.example met een
heel lange naam <hulp@helplijn.example>:

> Kunnen wij u morgen bellen?
> Groet, de helplijn`;

const interleaved = `On Tue, Mar 3, 2026 at 10:00 AM Helplijn <hulp@helplijn.example> wrote:
> Are you safe?
Yes, for now.
> May we call you?
Please do not.`;

const bounceText = "This is the mail system at host mail.example.org. Your message could not be delivered.";

export const fixtures: readonly Fixture[] = [
  {
    name: "plain text, as any program writes it",
    bytes: mail(plain, "Goedemorgen,", "", "Kan iemand mij bellen? Liefst na 19 uur."),
    kind: "message",
    from: { name: "Marije de Vries", address: "marije@example.org" },
    subject: "Kan iemand mij bellen",
    text: "Goedemorgen,\n\nKan iemand mij bellen? Liefst na 19 uur.",
  },
  {
    name: "Outlook's HTML, with what it answers beneath",
    bytes: mail(html, outlookHtml),
    kind: "message",
    text: "Goedemiddag,\n\nMijn zus zit bij een groep en mag niet meer naar buiten. Zij heeft één kind.",
    quoted:
      "Van: Helplijn <hulp@helplijn.example>\nVerzonden: maandag 2 maart 2026 14:02\nAan: Marije de Vries\nOnderwerp: RE: vraag\n\nWat kunnen wij voor u doen?",
  },
  {
    name: "an answer from an iPhone",
    bytes: mail(plain, appleReply),
    kind: "message",
    text: "Dank u wel, dat mag morgen om 10 uur.\n\nGroet,\nMarije\n\nVerstuurd vanaf mijn iPhone",
    quoted:
      "> Op 3 mrt. 2026 om 10:00 heeft Helplijn <hulp@helplijn.example> het volgende geschreven:\n>\n> Wanneer kunnen wij u bellen?",
  },
  {
    name: "an answer from Gmail, whose heading is broken in two",
    bytes: mail(plain, gmailReply),
    kind: "message",
    text: "Morgen kan ik niet.",
    quoted:
      "Op di 3 mrt. 2026 om 10:00 schreef Helplijn hulp@helplijn.example met een\nheel lange naam <hulp@helplijn.example>:\n> Kunnen wij u morgen bellen?\n> Groet, de helplijn",
  },
  {
    name: "answers between the lines of an English quote",
    bytes: mail(plain, interleaved),
    kind: "message",
    text: "Yes, for now.\nPlease do not.",
    quoted:
      "On Tue, Mar 3, 2026 at 10:00 AM Helplijn <hulp@helplijn.example> wrote:\n> Are you safe?\n> May we call you?",
  },
  {
    name: "an answer above -----Oorspronkelijk bericht-----",
    bytes: mail(plain, "Ja, graag.", "", "-----Oorspronkelijk bericht-----", "Mag het morgen?"),
    kind: "message",
    text: "Ja, graag.",
    quoted: "-----Oorspronkelijk bericht-----\nMag het morgen?",
  },
  {
    name: "a mail that only passes another one on",
    bytes: mail(plain, "Begin doorgestuurd bericht:", "", "Van: X", "Als je praat, weet ik je te vinden."),
    kind: "message",
    text: "Begin doorgestuurd bericht:\n\nVan: X\nAls je praat, weet ik je te vinden.",
    quoted: "",
  },
  {
    name: "a sentence that begins like a heading",
    bytes: mail(
      plain,
      "Van: mijn broer weet ik niets meer.",
      "Op 3 maart vertrok hij:",
      "zonder iets te zeggen.",
    ),
    kind: "message",
    text: "Van: mijn broer weet ik niets meer.\nOp 3 maart vertrok hij:\nzonder iets te zeggen.",
    quoted: "",
  },
  {
    name: "both plain and HTML",
    bytes: mail(
      ...multipart(
        "multipart/alternative",
        [
          "Content-Type: text/plain; charset=utf-8",
          "Content-Transfer-Encoding: quoted-printable",
          "",
          "Ik heb =C3=A9=C3=A9n vraag, met een lange regel die =",
          "doorloopt.",
        ],
        ["Content-Type: text/html; charset=utf-8", "", "<b>Ik heb één vraag</b>"],
      ),
    ),
    kind: "message",
    text: "Ik heb één vraag, met een lange regel die doorloopt.",
  },
  {
    name: "HTML alone, with a tracking pixel, a script and hidden text",
    bytes: mail(html, pixelHtml),
    kind: "message",
    text: "Ik durf niet te bellen.\n\n- ik ben bang\n- ik kan niet weg\nLees dit (https://track.example/u?id=7) x@example.org [foto van de brief]",
  },
  {
    name: "windows-1252, as bytes",
    bytes: joined(
      mail({ "Content-Type": "text/plain; charset=windows-1252", "Content-Transfer-Encoding": "8bit" }, ""),
      latin1("E\xe9n vraag \x96 het kost \x80 100"),
    ),
    kind: "message",
    text: "Eén vraag – het kost € 100",
  },
  {
    name: "iso-8859-15, as quoted-printable",
    bytes: mail(
      { "Content-Type": "text/plain; charset=iso-8859-15", "Content-Transfer-Encoding": "quoted-printable" },
      "Het kost =A4 100 en E=E9n kind",
    ),
    kind: "message",
    text: "Het kost € 100 en Eén kind",
  },
  {
    name: "UTF-8 that does not say so",
    bytes: mail({ "Content-Type": "text/plain" }, "Eén vraag, coördinator ☎"),
    kind: "message",
    text: "Eén vraag, coördinator ☎",
  },
  {
    name: "8-bit bytes of Windows that do not say so",
    bytes: joined(
      mail({ "Content-Type": "", "MIME-Version": "" }, ""),
      latin1("E\xe9n vraag, co\xf6rdinator"),
    ),
    kind: "message",
    text: "Eén vraag, coördinator",
  },
  {
    name: "HTML and a subject of Windows that do not say so, beside a part that does",
    bytes: joined(
      latin1(
        "From: Ren\xe9 <rene@example.org>\r\nSubject: E\xe9n vraag\r\nMessage-ID: <rene@example.org>\r\n",
      ),
      latin1(
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>co\xf6rdinator</p>\r\n',
      ),
      latin1("--b\r\nContent-Type: image/png; name=x.png\r\n\r\nx\r\n--b--\r\n"),
    ),
    kind: "message",
    from: { name: "René", address: "rene@example.org" },
    subject: "Eén vraag",
    text: "coördinator",
    attachments: [{ name: "x.png", type: "image/png" }],
  },
  {
    name: "base64 of UTF-8, with a subject and a name in encoded words",
    bytes: mail(
      {
        ...plain,
        "Content-Transfer-Encoding": "base64",
        From: "=?utf-8?B?SXLDqG5l?= <irene@example.org>",
        Subject: "=?iso-8859-1?Q?E=E9n_vraag?=",
      },
      base64("Kunt u één keer bellen? 🙏🏽"),
    ),
    kind: "message",
    from: { name: "Irène", address: "irene@example.org" },
    subject: "Eén vraag",
    text: "Kunt u één keer bellen? 🙏🏽",
  },
  {
    name: "lines that flow (RFC 3676)",
    bytes: mail(
      { "Content-Type": "text/plain; charset=utf-8; format=flowed" },
      "Dit is één zin die ",
      "doorloopt.",
      "",
      "Dit niet.",
    ),
    kind: "message",
    text: "Dit is één zin die doorloopt.\n\nDit niet.",
  },
  {
    name: "winmail.dat with its text among the properties",
    bytes: wrapped(
      winmail(
        [1, 0x00069003, mapiProperty(0x1000, 0x1f, utf16("Ik wil weg hier."))],
        [2, 0x00018010, utf8.encode("brief.docx\0")],
      ),
    ),
    kind: "message",
    text: "Ik wil weg hier.",
    attachments: [
      { name: "winmail.dat", type: "application/ms-tnef" },
      { name: "brief.docx", type: "application/octet-stream" },
    ],
  },
  {
    name: "winmail.dat with its text in an attribute of its own",
    bytes: wrapped(
      winmail([1, 0x00069007, Uint8Array.of(0xe4, 4, 0, 0)], [1, 0x0002800c, latin1("E\xe9n vraag\0")]),
    ),
    kind: "message",
    text: "Eén vraag",
    attachments: [{ name: "winmail.dat", type: "application/ms-tnef" }],
  },
  {
    name: "winmail.dat with its text in a form that is not read",
    bytes: wrapped(winmail([1, 0x00069003, mapiProperty(0x1009, 0x102, utf8.encode("LZFu"))])),
    kind: "unreadable",
    text: "",
    attachments: [{ name: "winmail.dat", type: "application/ms-tnef" }],
  },
  {
    name: "a bounce (RFC 3464)",
    bytes: mail(
      {
        ...multipart("multipart/report; report-type=delivery-status")[0],
        From: "MAILER-DAEMON@mail.example.org",
        Subject: "Undelivered Mail Returned to Sender",
        "Return-Path": "<>",
      },
      "------=_Part_1",
      "",
      bounceText,
      "------=_Part_1",
      "Content-Type: message/delivery-status",
      "",
      "Final-Recipient: rfc822; weg@example.org",
      "Status: 5.1.1",
      "------=_Part_1",
      "Content-Type: message/rfc822",
      "",
      "Subject: van ons",
      "",
      "Wij bellen u morgen.",
      "------=_Part_1--",
    ),
    kind: "bounce",
    automatic: true,
    from: { address: "MAILER-DAEMON@mail.example.org" },
    text: bounceText,
    attachments: [{ type: "message/delivery-status" }, { type: "message/rfc822" }],
  },
  {
    name: "an answer that a machine gives (RFC 3834)",
    bytes: mail(
      { ...plain, "Auto-Submitted": "auto-replied", Subject: "Automatisch antwoord: uw vraag" },
      "Ik ben er niet.",
    ),
    kind: "auto-reply",
    automatic: true,
    text: "Ik ben er niet.",
  },
  {
    name: "an answer that Outlook gives by itself",
    bytes: mail({ ...plain, "X-Autoreply": "yes", Precedence: "auto_reply" }, "Ik ben met verlof."),
    kind: "auto-reply",
    automatic: true,
    text: "Ik ben met verlof.",
  },
  {
    name: "a subject that a person may have typed",
    bytes: mail({ ...plain, Subject: "Afwezig: mijn zus is al drie weken weg" }, "Wat kan ik doen?"),
    kind: "auto-reply",
    automatic: false,
    text: "Wat kan ik doen?",
  },
  {
    name: "an empty mail",
    bytes: mail({ Subject: "" }),
    kind: "empty",
    from: { name: "Marije de Vries", address: "marije@example.org" },
    subject: "",
    text: "",
  },
  {
    name: "nothing but a subject",
    bytes: mail({ Subject: "bel mij 0612345678" }),
    kind: "message",
    subject: "bel mij 0612345678",
    text: "",
  },
  {
    name: "encrypted by S/MIME",
    bytes: mail(
      {
        "Content-Type": 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
        "Content-Transfer-Encoding": "base64",
        "Content-Disposition": 'attachment; filename="smime.p7m"',
      },
      base64("geheim"),
    ),
    kind: "unreadable",
    text: "",
    attachments: [{ name: "smime.p7m", type: "application/pkcs7-mime" }],
  },
  {
    name: "encrypted by PGP",
    bytes: mail(
      ...multipart(
        'multipart/encrypted; protocol="application/pgp-encrypted"',
        ["Content-Type: application/pgp-encrypted", "", "Version: 1"],
        [
          "Content-Type: application/octet-stream; name=encrypted.asc",
          "",
          "-----BEGIN PGP MESSAGE-----",
          "hQEMA",
        ],
      ),
    ),
    kind: "unreadable",
    text: "",
    attachments: [
      { type: "application/pgp-encrypted" },
      { name: "encrypted.asc", type: "application/octet-stream" },
    ],
  },
  {
    name: "an invitation for a calendar",
    bytes: mail(
      ...multipart(
        "multipart/mixed",
        ["Content-Type: text/plain; charset=utf-8", "", "Past dit?"],
        [
          'Content-Type: text/calendar; method=REQUEST; name="afspraak.ics"',
          "",
          "BEGIN:VCALENDAR",
          "END:VCALENDAR",
        ],
      ),
    ),
    kind: "message",
    text: "Past dit?",
    attachments: [{ name: "afspraak.ics", type: "text/calendar" }],
  },
  {
    name: "parts whose boundary nowhere stands",
    bytes: mail({ "Content-Type": "multipart/mixed" }, "--x", "", "Kan iemand mij bellen?"),
    kind: "unreadable",
    text: "--x\n\nKan iemand mij bellen?",
  },
  {
    name: "a plain part that only says that there is another one",
    bytes: mail(
      ...multipart(
        "multipart/alternative",
        ["Content-Type: text/plain", "", "HTML only."],
        [
          "Content-Type: text/html",
          "",
          "<p>Ik wil praten over wat er is gebeurd, maar niet aan de telefoon.</p>",
        ],
      ),
    ),
    kind: "message",
    text: "HTML only.\n\nIk wil praten over wat er is gebeurd, maar niet aan de telefoon.",
  },
  {
    name: "a name from right to left, and signs that turn the direction",
    bytes: mail({ ...plain, From: `"\u202eمريم\u200b الأحمد" <maryam@example.org>` }, "مرحبا، أحتاج مساعدة"),
    kind: "message",
    from: { name: "مريم الأحمد", address: "maryam@example.org" },
    text: "مرحبا، أحتاج مساعدة",
  },
  {
    name: "a name that would be headers",
    bytes: mail(
      {
        ...plain,
        From: "=?utf-8?Q?Marije=0D=0ABcc=3A_iemand@example.net?= <marije@example.org>",
        Subject: "=?utf-8?B?aG9pDQpCY2M6IHhAZXhhbXBsZS5uZXQA?=",
      },
      "Hallo",
    ),
    kind: "message",
    from: { name: "Marije Bcc: iemand@example.net", address: "marije@example.org" },
    subject: "hoi Bcc: x@example.net",
    text: "Hallo",
  },
  {
    name: "citizen numbers, also with signs between that nobody sees",
    bytes: mail(
      { ...plain, Subject: "BSN 123456782" },
      "Mijn nummer is 1234.56.782, dat van haar 111\u200b222333. Bel 0612345678.",
    ),
    kind: "message",
    subject: "BSN [nummer verwijderd]",
    text: "Mijn nummer is [nummer verwijderd], dat van haar [nummer verwijderd]. Bel 0612345678.",
  },
  {
    name: "control characters, and letters in two pieces",
    bytes: mail(plain, "Cafe\u0301\u0000\u0007 \u001b[31mrood"),
    kind: "message",
    text: "Café [31mrood",
  },
  {
    name: "a mail within a mail, and a picture",
    bytes: mail(
      ...multipart(
        "multipart/mixed",
        ["Content-Type: text/plain; charset=utf-8", "", "Dit kreeg ik:"],
        [
          "Content-Type: message/rfc822",
          "",
          "From: leider@example.net",
          "Subject: Kom terug",
          "",
          "Anders weten wij je te vinden.",
        ],
        [
          'Content-Type: image/jpeg; name="mijn kamer.jpg"',
          "Content-Transfer-Encoding: base64",
          "",
          base64("beeld"),
        ],
      ),
    ),
    kind: "message",
    text: "Dit kreeg ik:\n\n\n---------------------------\nFrom:    leider@example.net\nSubject: Kom terug\n---------------------------\n\nAnders weten wij je te vinden.",
    attachments: [{ name: "mijn kamer.jpg", type: "image/jpeg" }],
  },
];
