import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { families } from "../../../src/intake/requests/danger/families.ts";
import { wordsIn } from "../../../src/intake/requests/danger/fold.ts";
import { Lexicon } from "../../../src/intake/requests/danger/lexicon.ts";
import { Parts, signOf } from "../../../src/intake/requests/danger/sign.ts";
import { mostUrgent, soundsAcute, urgencySounded } from "../../../src/intake/requests/urgency-words.ts";
import { fileOf, type Sentence } from "./judge.ts";

test.each([
  "Ik ben nu in gevaar",
  "IN GEVAAR, NU!!!",
  "zelfmoord",
  "ze denkt aan zélfmóórd",
  "zelf moord plegen",
  "zelfmoort",
  "zelfmrood",
  "Zelfmoooord",
  "zelf\u200bmoordgedachten",
  "suicide",
  "I feel suicidal",
  "suïcide",
  "suicude",
  "ik wil dood",
  "dood wil ik",
  "ik wil niet meer leven",
  "Ik wil er niet meer zijn",
  "ik maak er een eind aan, aan mijn leven",
  "hij springt straks voor de trein",
  "ze heeft een strip pillen geslikt",
  "he is going to kill me",
  "He’s gonna kill her",
  "they will murder us",
  "I want to kill myself",
  "I don't want to live anymore",
  "I want to end my life",
  "ze slaan mij nu",
  "nu slaan ze me",
  "hij gaat me vermoorden",
  "hij zegt dat hij mij dood maakt",
  "hij heeft een mes",
  "doodsbedreiging",
  "ik vrees voor mijn leven",
  "they are beating him right now",
  "we are in danger",
  "help me nu",
  "bel de politie",
  "please call the police",
  "ze hebben haar opgesloten",
  "they locked me in",
  "I am held against my will",
  "ze is bewusteloos",
  "hij ademt niet",
  "vanavond maak ik er een eind aan",
  "ik ga mezelf iets aandoen",
  "het hoeft voor mij niet meer",
  "ik heb al mijn medicijnen in een keer ingenomen",
  "ik heb een afscheidsbrief geschreven",
  "hij knijpt mijn keel dicht",
  "hij staat voor de deur met een mes",
  "i want to end it all",
  "'k goa der een ende an moaken",
  "kwil nie mir leevn",
  "heb alle pilln van ons moe geslikt",
  "hij zech dattie me kepot slaet vanoavond",
  "hellup",
  "HELP!!!",
  "Beste mevrouw,\nhelp me\nGroet",
  "anders maak ik je dood",
  "je veux mourir",
  "хочу умереть",
  "أريد أن أموت",
])("%s: a life may be at stake", (words) => {
  expect(soundsAcute(words)).toBe(true);
});

test.each(["Ik ben niet in gevaar", "geen zelfmoord, zegt ze", "I am not going to kill myself"])(
  "a negation lowers nothing: %s",
  (words) => {
    expect(soundsAcute(words)).toBe(true);
  },
);

test("a sign is found wherever it stands in a long text, and quickly", () => {
  const told = "Mijn broer zit al jaren bij een groep die zijn geld beheert. ".repeat(1500);
  expect(soundsAcute(told)).toBe(false);
  expect(soundsAcute(`${told} Hij is nu in gevaar. ${told}`)).toBe(true);
});

test.each([
  "",
  "Mijn zus zit bij een groep en heeft al haar geld gegeven",
  "Wil graag teruggebeld worden op dinsdag",
  "Ik maak me zorgen over mijn broer, hij komt niet meer thuis",
  "My daughter gave all her money to a movement",
  "I would like some legal advice about leaving the group",
  "Vroeger ben ik geslagen, daar wil ik over praten",
  "Ze laten hem niet gaan naar familiefeesten",
])("%s: nothing acute is said", (words) => {
  expect(soundsAcute(words)).toBe(false);
});

describe("more words", () => {
  const dangerous = [
    "ik wil niet meer leven",
    "hij staat voor de deur met een mes",
    "ik heb een afscheidsbrief geschreven",
    "gonna jump infront of a train",
    "ze hebben mijn zoontje meegenomen, ik weet niet waar hij is",
    "hij slaat mijn moeder, ze ligt op de grond en trilt",
  ];
  const harmless =
    "niet geen nooit lol haha film boek cursus training werk grap artikel 1987 gisteren over".split(" ");
  const word = fc.oneof(fc.constantFrom(...harmless), fc.string({ maxLength: 12, unit: "binary" }));
  const around = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "));
  const gap = fc.constantFrom(" ", "\n", ". ", ", ", " > ");

  const judged = fc.constantFrom(
    ...["open", "training-a", "training-c"].flatMap((part): Sentence[] =>
      JSON.parse(readFileSync(fileOf(part), "utf8")),
    ),
  );
  // A line of at most three words may say of itself what it does not say within a longer one.
  const callsAlone = (text: string) =>
    text.split(/[.,!?;:\n]/).some((line) => wordsIn(line).length <= 3 && soundsAcute(line));

  test("before or after dangerous ones never lower the urgency", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dangerous),
        around,
        around,
        gap,
        gap,
        (danger, before, after, one, other) => {
          expect(urgencySounded(before + one + danger + other + after)).toBe("acute");
        },
      ),
      { numRuns: 1000, seed: 13 },
    );
  });

  test("never lower it, whatever it was", () => {
    fc.assert(
      fc.property(around, around, gap, (first, second, between) => {
        const whole = urgencySounded(first + between + second);
        // A line of a word or two may say of itself what it does not say within a sentence.
        if (between === "\n")
          expect(mostUrgent(whole, urgencySounded(first), urgencySounded(second))).toBe(whole);
      }),
      { numRuns: 1000, seed: 13 },
    );
  });

  test("around what people said never lower it: on the same line, on another one, the same words again", () => {
    fc.assert(
      fc.property(judged, fc.oneof(around, judged), gap, ({ text }, other, between) => {
        fc.pre(!callsAlone(text));
        const [first, second] = typeof other === "string" ? [text, other] : [text, other.text];
        const alone = urgencySounded(first);
        for (const longer of [first + between + second, second + between + first, first + between + first])
          expect(mostUrgent(urgencySounded(longer), alone)).toBe(urgencySounded(longer));
      }),
      { numRuns: 1000, seed: 13 },
    );
  });

  test("in the line of a call that stands alone may lower it, in other lines not", () => {
    expect(urgencySounded("zelfmoord")).toBe("acute");
    expect(soundsAcute("ik schrijf een scriptie over zelfmoord")).toBe(false);
    expect(urgencySounded("ik schrijf een scriptie\nzelfmoord\nalvast bedankt")).toBe("acute");
  });

  test("take time in proportion, however they are made", () => {
    const timeOf = (text: string) => {
      const began = performance.now();
      urgencySounded(text);
      return performance.now() - began;
    };
    const kinds = [
      (length: number) => "mes hij deur ".repeat(length / 13),
      (length: number) => Array.from({ length: length / 8 }, (_, n) => `w${n.toString(36)}x`).join(" "),
      (length: number) => "a".repeat(length),
      (length: number) => "niet ".repeat(length / 5),
    ];
    // Eight times the text; in its square it would take sixty-four times as long.
    for (const textOf of kinds) {
      const times = [5_000, 40_000].map((length) =>
        Math.min(...[1, 2, 3, 4, 5].map(() => timeOf(textOf(length)))),
      );
      expect(times[1]).toBeLessThan(30 * (times[0] ?? 0) + 100);
    }
  });
});

describe("the signs", () => {
  test("are all written as they are read", () => {
    const parts = new Parts();
    for (const family of families)
      for (const written of [...family.acute, ...family.urgent])
        expect(() => signOf(written, parts)).not.toThrow();
    // A concept that nobody defined would be taken for a word.
    expect(parts.forms.filter((forms) => /(?:^| )[A-Z]{2,}(?: |$)/.test(forms))).toEqual([]);
  });

  test("forgive one typing error in long words, none in short ones", () => {
    const lexicon = new Lexicon(["ambulance", "mes", "=verhangen"]);
    expect(
      ["ambulence", "amublance", "ambulaance", "mees", "vervangen"].map((word) => lexicon.partsOf(word)),
    ).toEqual([[0], [0], [0], [], []]);
  });
});
