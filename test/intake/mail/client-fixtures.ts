import type { Urgency } from "../../../src/handoff/index.ts";
import type { Claims } from "../../../src/intake/mail/claims.ts";
import { type Fixture, mail } from "./fixtures.ts";

/** A mail in the form of a client or a form service, and what the intake worker is to see of it. */
export interface ClientFixture extends Fixture {
  urgency: Urgency;
  claims?: Claims;
  language?: "nl" | "en";
  /** In the files of text. */
  said?: string[];
}

const plain = { "Content-Type": "text/plain; charset=utf-8" };
const html = { "Content-Type": "text/html; charset=utf-8" };
const parts = (...each: string[][]) =>
  [
    { "Content-Type": 'multipart/mixed; boundary="=-b"' },
    ...each.flatMap((part) => ["--=-b", ...part]),
    "--=-b--",
  ] as const;
const text = (...lines: string[]) => ["Content-Type: text/plain; charset=utf-8", "", ...lines];

const latin1 = (words: string) => Uint8Array.from(words, (sign) => sign.charCodeAt(0));
const joined = (...bytes: Uint8Array[]) => new Uint8Array(bytes.flatMap((each) => [...each]));

const helpline = "Helplijn <hulp@helplijn.example>";
const form = { From: "Helplijn website <noreply@forms.example>", "Auto-Submitted": "auto-generated" };

export const clientFixtures: readonly ClientFixture[] = [
  {
    name: "Outlook in Dutch: two words, and what happened below the headers of an earlier mail",
    bytes: mail(
      plain,
      "Wat nu?",
      "",
      "Van: Kim <kim@example.org>",
      "Verzonden: maandag 5 januari 2026 21:40",
      "Aan: Marije de Vries",
      "Onderwerp: sorry",
      "",
      "ik wil niet meer leven",
    ),
    kind: "message",
    urgency: "acute",
    text: "Wat nu?",
    quoted:
      "Van: Kim <kim@example.org>\nVerzonden: maandag 5 januari 2026 21:40\nAan: Marije de Vries\nOnderwerp: sorry\n\nik wil niet meer leven",
  },
  {
    name: "Outlook in English, in HTML",
    bytes: mail(
      html,
      "<div class=WordSection1><p>What should I do with this?</p><div style='border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> Tom &lt;tom@example.net&gt;<br><b>Sent:</b> Monday, January 5, 2026 9:40 PM<br><b>To:</b> Ann<br><b>Subject:</b> you</p></div><p>If you talk to them I will kill you.</p></div>",
    ),
    kind: "message",
    urgency: "acute",
    language: "en",
    text: "What should I do with this?",
  },
  {
    name: "Gmail: a forwarded mail and nothing else",
    bytes: mail(
      plain,
      "---------- Forwarded message ---------",
      "Van: Mark <mark@example.net>",
      "Date: ma 5 jan 2026 om 21:40",
      "Subject: laatste keer",
      "To: <marije@example.org>",
      "",
      "Ik sta voor de deur met een mes.",
    ),
    kind: "message",
    urgency: "acute",
    text: "---------- Forwarded message ---------\nVan: Mark <mark@example.net>\nDate: ma 5 jan 2026 om 21:40\nSubject: laatste keer\nTo: <marije@example.org>\n\nIk sta voor de deur met een mes.",
    quoted: "",
  },
  {
    name: "Apple Mail: danger in what is quoted",
    bytes: mail(
      plain,
      "Dit kreeg ik net.",
      "",
      "> Op 5 jan 2026, om 21:40 heeft Kim <kim@example.org> het volgende geschreven:",
      ">",
      "> ik heb al mijn medicijnen in een keer ingenomen",
    ),
    kind: "message",
    urgency: "acute",
    text: "Dit kreeg ik net.",
  },
  {
    name: "Thunderbird: format=flowed with abbreviations",
    bytes: mail(
      { "Content-Type": "text/plain; charset=UTF-8; format=flowed" },
      "Graag z.s.m. contact i.v.m. mijn zus, ",
      "d.w.z. liefst per mail a.u.b.",
    ),
    kind: "message",
    urgency: "normal",
    language: "nl",
    text: "Graag z.s.m. contact i.v.m. mijn zus, d.w.z. liefst per mail a.u.b.",
  },
  {
    name: "Proton: only HTML, with a signature of the service",
    bytes: mail(
      { ...html, From: "Sam <sam@proton.example>" },
      '<div style="font-family:Arial">Can you call me after six?</div><div><br></div><div class="protonmail_signature_block">Sent with <a href="https://proton.example/">Proton Mail</a> secure email.</div>',
    ),
    kind: "message",
    urgency: "normal",
    language: "en",
    text: "Can you call me after six?\n\nSent with Proton Mail (https://proton.example/) secure email.",
  },
  {
    name: "a provider's webmail that calls UTF-8 iso-8859-1",
    bytes: joined(
      mail({ "Content-Type": "text/plain; charset=iso-8859-1", "Content-Transfer-Encoding": "8bit" }, ""),
      new TextEncoder().encode("Ik zat in café Zuid en één man volgde mij."),
    ),
    kind: "message",
    urgency: "normal",
    text: "Ik zat in café Zuid en één man volgde mij.",
  },
  {
    name: "a provider's webmail with a label that is none, and a subject to match",
    bytes: mail(
      {
        "Content-Type": "text/plain; charset=x-onbekend",
        "Content-Transfer-Encoding": "quoted-printable",
        Subject: "=?iso-8859-1?Q?Caf=C3=A9?=",
      },
      "Co=C3=B6rdinator gezocht voor de thee =E2=98=95",
    ),
    kind: "message",
    urgency: "normal",
    subject: "Café",
    text: "Coördinator gezocht voor de thee ☕",
  },
  {
    name: "iPhone: a reply in three words",
    bytes: mail(
      plain,
      "Hij is thuis",
      "",
      "Verstuurd vanaf mijn iPhone",
      "",
      "> Op 5 jan 2026 om 20:00 heeft Helplijn <hulp@helplijn.example> het volgende geschreven:",
      "> ",
      "> Bent u veilig?",
    ),
    kind: "message",
    urgency: "urgent",
    text: "Hij is thuis\n\nVerstuurd vanaf mijn iPhone",
  },
  {
    name: "WordPress Contact Form 7: from the site, answer to the writer",
    bytes: mail(
      {
        ...plain,
        ...form,
        From: "WordPress <wordpress@helplijn.example>",
        "Reply-To": "kim@example.org",
        Subject: 'Helplijn "Contact"',
      },
      "Naam: Kim",
      "E-mail: kim@example.org",
      "Bericht:",
      "ik ga mezelf iets aandoen",
      "",
      "-- ",
      "Deze e-mail is verstuurd via een contactformulier op Helplijn (https://helplijn.example)",
    ),
    kind: "message",
    urgency: "acute",
    claims: {
      from: { name: "WordPress", address: "wordpress@helplijn.example" },
      replyTo: [{ address: "kim@example.org" }],
      differ: true,
    },
    text: "Naam: Kim\nE-mail: kim@example.org\nBericht:\nik ga mezelf iets aandoen\n\n-- \nDeze e-mail is verstuurd via een contactformulier op Helplijn (https://helplijn.example)",
  },
  {
    name: "Gravity Forms: a table",
    bytes: mail(
      { ...html, ...form, "Reply-To": "Noor <noor@example.org>" },
      "<table><tr><td><strong>Naam</strong></td></tr><tr><td>Noor</td></tr><tr><td><strong>Vraag</strong></td></tr><tr><td>Ik zoek informatie over erfrecht.</td></tr></table>",
    ),
    kind: "message",
    urgency: "normal",
    claims: {
      from: { name: "Helplijn website", address: "noreply@forms.example" },
      replyTo: [{ name: "Noor", address: "noor@example.org" }],
      differ: true,
    },
    text: "Naam\nNoor\nVraag\nIk zoek informatie over erfrecht.",
  },
  {
    name: "Typeform: a notice without any address of the writer",
    bytes: mail(
      {
        ...plain,
        From: "Typeform <notifications@followups.typeform.example>",
        "Auto-Submitted": "auto-generated",
        Precedence: "bulk",
        Subject: "Typeform: New response for Contact",
      },
      "Your typeform Contact has a new response:",
      "",
      "What is going on?",
      "He locked me in and took my keys",
      "",
      "Can we call you?",
      "0612345678",
    ),
    kind: "message",
    urgency: "acute",
    language: "en",
    text: "Your typeform Contact has a new response:\n\nWhat is going on?\nHe locked me in and took my keys\n\nCan we call you?\n0612345678",
  },
  {
    name: "JotForm: questions and answers in HTML",
    bytes: mail(
      {
        ...html,
        From: "Jotform <noreply@jotform.example>",
        "Reply-To": "sam@example.org",
        Subject: "Re: Contact - Sam",
      },
      "<table><tr><td>Full Name</td><td>Sam</td></tr><tr><td>Message</td><td>I'd like to volunteer.</td></tr></table>",
    ),
    kind: "message",
    urgency: "normal",
    language: "en",
    text: "Full Name Sam\nMessage I'd like to volunteer.",
  },
  {
    name: "Microsoft Forms: sent for another",
    bytes: mail(
      {
        ...plain,
        From: "Balie <balie@helplijn.example>",
        Sender: "Microsoft Forms <formsnoreply@microsoft.example>",
        "Reply-To": "iemand@example.net",
      },
      "Er is een nieuw antwoord op uw formulier.",
      "",
      "1. Wat wilt u kwijt?",
      "vanavond maak ik er een eind aan",
    ),
    kind: "message",
    urgency: "acute",
    claims: {
      from: { name: "Balie", address: "balie@helplijn.example" },
      replyTo: [{ address: "iemand@example.net" }],
      sender: { name: "Microsoft Forms", address: "formsnoreply@microsoft.example" },
      differ: true,
    },
    text: "Er is een nieuw antwoord op uw formulier.\n\n1. Wat wilt u kwijt?\nvanavond maak ik er een eind aan",
  },
  {
    name: "Google Forms: a receipt of answers",
    bytes: mail(
      {
        ...html,
        From: "Google Forms <forms-receipts-noreply@google.example>",
        "Auto-Submitted": "auto-generated",
      },
      "<div>Thanks for filling out Contact</div><h2>Your question</h2><div>Which leaflet do you have in Turkish?</div>",
    ),
    kind: "message",
    urgency: "normal",
    language: "en",
    text: "Thanks for filling out Contact\nYour question\n\nWhich leaflet do you have in Turkish?",
  },
  {
    name: "a gateway for encrypted mail: a link, and a page",
    bytes: mail(
      ...parts(
        text(
          "U heeft een beveiligd bericht ontvangen van GGZ Voorbeeld.",
          "Open de bijlage om het te lezen.",
        ),
        [
          'Content-Type: text/html; name="bericht.html"',
          'Content-Disposition: attachment; filename="bericht.html"',
          "",
          "<html><body><p>Log in met uw code om het bericht te lezen.</p><script>open()</script></body></html>",
        ],
      ),
    ),
    kind: "message",
    urgency: "normal",
    text: "U heeft een beveiligd bericht ontvangen van GGZ Voorbeeld.\nOpen de bijlage om het te lezen.",
    attachments: [{ name: "bericht.html", type: "text/html" }],
    said: ["Log in met uw code om het bericht te lezen."],
  },
  {
    name: "a mailing list: the list answers for the writer",
    bytes: mail(
      {
        ...plain,
        From: "Kim via Steungroep <steun@lists.example>",
        "Reply-To": "Kim <kim@example.org>, steun@lists.example",
        Sender: "steun-bounces@lists.example",
        Precedence: "list",
        "List-Id": "<steun.lists.example>",
        Subject: "[Steungroep] Wie kent dit?",
      },
      "Mijn broer heeft een afscheidsbrief geschreven.",
    ),
    kind: "message",
    urgency: "acute",
    text: "Mijn broer heeft een afscheidsbrief geschreven.",
  },
  {
    name: "an invitation for a calendar, with nothing beside it",
    bytes: mail(
      { "Content-Type": "text/calendar; charset=utf-8; method=REQUEST" },
      "BEGIN:VCALENDAR",
      "METHOD:REQUEST",
      "BEGIN:VEVENT",
      "SUMMARY:Bel mij niet thuis",
      "DESCRIPTION:Hij knijpt mijn keel dicht.\\nIk kan alleen zo\\, via mijn agen",
      " da\\, schrijven.",
      "DTSTART:20260106T090000Z",
      "END:VEVENT",
      "END:VCALENDAR",
    ),
    kind: "message",
    urgency: "acute",
    text: "Bel mij niet thuis\nHij knijpt mijn keel dicht.\nIk kan alleen zo, via mijn agenda, schrijven.\n2026-01-06 09:00 UTC",
    attachments: [{ type: "text/calendar" }],
  },
  {
    name: "a mail passed on as a file, with nothing beside it",
    bytes: mail(
      ...parts([
        "Content-Type: message/rfc822",
        'Content-Disposition: attachment; filename="FW.eml"',
        "",
        "From: Kim <kim@example.org>",
        "Subject: vaarwel",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "Zorg goed voor mijn kat.",
      ]),
    ),
    kind: "message",
    urgency: "acute",
    text: "From: Kim <kim@example.org>\nSubject: vaarwel\n\nZorg goed voor mijn kat.",
    attachments: [{ name: "FW.eml", type: "message/rfc822" }],
  },
  {
    name: "a voicemail as text",
    bytes: mail(
      ...parts(
        text(
          "Voicemail van 0612345678, 0:14",
          "",
          "Transcriptie: ja hallo ik durf niet hard te praten hij hoort me bel de politie",
        ),
        [
          'Content-Type: audio/mpeg; name="voicemail.mp3"',
          "Content-Transfer-Encoding: base64",
          "",
          "//uQxAAA",
        ],
      ),
    ),
    kind: "message",
    urgency: "acute",
    text: "Voicemail van 0612345678, 0:14\n\nTranscriptie: ja hallo ik durf niet hard te praten hij hoort me bel de politie",
    attachments: [{ name: "voicemail.mp3", type: "audio/mpeg" }],
  },
  {
    name: "a scanner's mail",
    bytes: mail(
      {
        ...parts()[0],
        From: "scanner@kantoor.example",
        Subject: "Scan van MFP-3",
        "Auto-Submitted": "auto-generated",
      },
      "--=-b",
      ...text("Device: MFP-3", "Please open the attached document."),
      "--=-b",
      'Content-Type: application/pdf; name="scan0001.pdf"',
      "Content-Transfer-Encoding: base64",
      "",
      "JVBERi0=",
      "--=-b--",
    ),
    kind: "message",
    urgency: "normal",
    text: "Device: MFP-3\nPlease open the attached document.",
    attachments: [{ name: "scan0001.pdf", type: "application/pdf" }],
  },
  {
    name: "a chat that was exported, as a file beside a greeting",
    bytes: mail(
      ...parts(text("Zie de chat met mijn ex."), [
        'Content-Type: text/plain; charset=utf-8; name="WhatsApp-chat met Mark.txt"',
        'Content-Disposition: attachment; filename="WhatsApp-chat met Mark.txt"',
        "",
        "05-01-2026 21:14 - Mark: kom naar huis",
        "05-01-2026 21:15 - Mark: anders maak ik je dood",
      ]),
    ),
    kind: "message",
    urgency: "acute",
    text: "Zie de chat met mijn ex.",
    attachments: [{ name: "WhatsApp-chat met Mark.txt", type: "text/plain" }],
    said: ["05-01-2026 21:14 - Mark: kom naar huis\n05-01-2026 21:15 - Mark: anders maak ik je dood"],
  },
  {
    name: "a letter in the Rich Text Format",
    bytes: mail(
      ...parts(text("Brief in de bijlage."), [
        'Content-Type: application/rtf; name="brief.rtf"',
        'Content-Disposition: attachment; filename="brief.rtf"',
        "",
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator Riched20}\\f0\\fs22 Ik zit opgesloten in \\'e9\\'e9n kamer.\\par Help mij.\\par}",
      ]),
    ),
    kind: "message",
    urgency: "acute",
    text: "Brief in de bijlage.",
    attachments: [{ name: "brief.rtf", type: "application/rtf" }],
    said: ["Ik zit opgesloten in één kamer.\nHelp mij."],
  },
  {
    name: "a form's mail whose From is another's, in bytes of Windows",
    bytes: joined(
      mail(
        { "Content-Type": "text/plain; charset=utf-8", ...form, "Reply-To": `kim@example.org, ${helpline}` },
        "",
      ),
      latin1("Kunt u mij \xe9\xe9n folder sturen?"),
    ),
    kind: "message",
    urgency: "normal",
    text: "Kunt u mij één folder sturen?",
  },
];
