import { expect, test } from "vitest";
import { soundsAcute } from "../../../src/intake/requests/urgency-words.ts";

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
