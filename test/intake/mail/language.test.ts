import { expect, test } from "vitest";
import { languageOf } from "../../../src/intake/mail/language.ts";

test.each([
  ["Mijn zus zit bij een groep en mag niet naar buiten.", "nl"],
  ["My sister is with a group and they do not let her out.", "en"],
  ["Ma sœur est dans un groupe et je ne peux pas la voir avec les enfants.", "fr"],
  ["Meine Schwester ist in der Gruppe und ich habe Angst, aber nicht für mich.", "de"],
  ["Mi hermana no habla con la familia y yo no sé qué es el grupo.", "es"],
  ["Nie wiem, co się dzieje z moją siostrą, ale jest do tego zmuszana.", "pl"],
  ["Kız kardeşim için çok korkuyorum ve bir şey olacak ama ne bilmiyorum.", "tr"],
  ["أختي في مجموعة ولا أستطيع رؤيتها", "ar"],
  ["Моя сестра в группе, и мне страшно", "ru"],
  ["Моя сестра в групі, і їй страшно, її не відпускають", "uk"],
  ["Graag z.s.m. contact i.v.m. mijn zus, a.u.b.", "nl"],
  ["z.s.m. bellen i.v.m. zus, z.o.z., w.g. M.", "nl"],
  ["Call me a.s.a.p. at M. and W., they took my phone", "en"],
  ["0612345678", "nl"],
  ["", "nl"],
])("%s is in %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});
