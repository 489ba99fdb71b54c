import { expect, test } from "vitest";
import { soundOf } from "../../../src/directory/search/sounds.ts";

for (const [heard, meant] of [
  ["zekte", "sekte"],
  ["advokaat", "advocaat"],
  ["slagtoffer", "slachtoffer"],
  ["verkragt", "verkracht"],
  ["bedrijgt", "bedreigd"],
  ["arbijd", "arbeid"],
  ["vrijhijt", "vrijheid"],
  ["vertrauwen", "vertrouwen"],
  ["berauw", "berouw"],
  ["politsie", "politie"],
  ["polisie", "politie"],
  ["sentrum", "centrum"],
  ["kursus", "cursus"],
  ["sexueel", "seksueel"],
  ["terapie", "therapie"],
  ["hipnose", "hypnose"],
  ["fader", "vader"],
  ["huizelijk", "huiselijk"],
  ["kristen", "christen"],
  ["logies", "logisch"],
  ["srijven", "schrijven"],
  ["fraak", "wraak"],
  ["angsd", "angst"],
  ["depresie", "depressie"],
  ["kwijd", "kwijt"],
  ["ciber", "cyber"],
  ["psigisch", "psychisch"],
  ["sigisch", "psychisch"],
  ["waarschuing", "waarschuwing"],
] as const)
  test(`${heard} sounds like ${meant}`, () => expect(soundOf(heard)).toBe(soundOf(meant)));

for (const [one, other] of [
  ["sekte", "sekse"],
  ["geld", "geweld"],
  ["huis", "huid"],
  ["moeder", "broeder"],
  ["leiden", "luiden"],
] as const)
  test(`${one} does not sound like ${other}`, () => expect(soundOf(one)).not.toBe(soundOf(other)));
