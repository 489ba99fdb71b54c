import type { Judged } from "./judged.ts";

/**
 * Sentences by somebody who knew the starter directory alone, and neither the search nor its phrases: looked at only
 * to report. Once the search is improved by them, others have to be written.
 */
export const unseen: readonly Judged[] = [
  // Dutch (22)
  {
    words: "ouderling van de gergem zit met zn handen aan mn dochter van 14",
    right: ["reformedChurch", "vicePolice", "police", "veiligThuis", "csg"],
  },
  {
    words: "ik heb al mn spaargeld aan de goeroe gegeven en hij geeft het niet terug",
    right: ["juridischLoket", "fraud", "damages", "police"],
  },
  {
    words:
      "vrijwilliger voedselbank, een man moet zes dagen in de week in hun restaurant staan zonder loon en zn paspoort hebben ze afgepakt",
    right: ["labourInspectorate", "fairwork", "comensha", "police"],
  },
  {
    words: "me zoon is in een of andere sekte beland en praat niet meer met ons",
    right: ["cultChat", "mind"],
  },
  {
    words: "wil gewoon even mn verhaal kwijt, voel me zo alleen sinds ik eruit ben",
    right: ["listening", "cultChat", "mind"],
  },
  { words: "zie het leven niet meer zitten nadat ze me verstoten hebben", right: ["suicide"] },
  {
    words: "huisarts, patiente vertelt dat haar ouders haar van de zomer in marokko willen uithuwelijken",
    right: ["forcedMarriage", "veiligThuis", "captivity", "fier"],
  },
  {
    words: "mijn man weigert de islamitische scheiding, ik zit vast aan hem",
    right: ["captivity", "juridischLoket", "veiligThuis"],
  },
  {
    words: "gisternacht verkracht door iemand van de groep, weet niet of ik mag douchen",
    right: ["csg", "vicePolice", "police"],
  },
  {
    words: "moet voor de rechter vertellen wat de leider met mij gedaan heeft en ben doodsbang",
    right: ["proceedings", "victimLawyers"],
  },
  {
    words: "wil een advokaat om mn geld van die beweging terug te halen maar ik leef van een uitkering",
    right: ["rechtsbijstand", "juridischLoket"],
  },
  {
    words: "ik durf niet met mijn naam naar de politie maar wil wel kwijt wat die voorman allemaal uitspookt",
    right: ["anonymousTip"],
  },
  {
    words:
      "leraar, een jongen uit mijn klas kijkt ineens alleen nog jihad filmpjes en scheldt iedereen uit voor ongelovige",
    right: ["extremism", "school"],
  },
  {
    words:
      "opgegroeid als jehova, als kind misbruikt door een ouderling, zoekt anderen die dit ook hebben meegemaakt",
    right: ["jehovah", "emotional"],
  },
  {
    words: "de healer ging tijdens de sessie met zijn hand in mn broek",
    right: ["careComplaints", "csg", "vicePolice", "police"],
  },
  {
    words: "traject van 8000 euro bij een coach, ze wil eraf maar ze zeggen handtekening is handtekening",
    right: ["courses", "juridischLoket"],
  },
  {
    words:
      "ben 13 en mag van papa en mama met niemand buiten de gemeente praten, ze schreewen de hele dag tegen me",
    right: ["children", "veiligThuis"],
  },
  {
    words: "mn moeder van 82 zit onder de blauwe plekken sinds die mensen van de kring bij haar inwonen",
    right: ["veiligThuis", "police"],
  },
  { words: "mevrouw belt uit antwerpen, haar vriend slaat haar en de kleintjes", right: ["flanders"] },
  {
    words: "meisje van 19 moet van hem achter de ramen staan en al het geld afgeven",
    right: ["comensha", "fier", "police", "vicePolice"],
  },
  {
    words: "dominee kwam me troosten toen mn man begraven was en nu wil hij steeds met me naar bed",
    right: ["pastoral", "reformedChurch"],
  },
  {
    words:
      "ze praten me overal een schuldgevoel over aan, ik mag niks zelf beslissen, ben ik nou gek aan het worden",
    right: ["cultChat", "mind"],
  },
  // English (8)
  {
    words: "they beat my little brother with a belt every time he misses prayers",
    right: ["veiligThuis", "police"],
  },
  {
    words: "got out of the group last month, nightmares every night and i cant trust anybody",
    right: ["cultChat", "mind", "fier"],
  },
  {
    words: "leader of our evangelical congregation runs everybodys life and no one dares to speak up",
    right: ["evangelical", "cultChat"],
  },
  {
    words: "my sister works on the commune's farm for nothing and they wont let her leave",
    right: ["labourInspectorate", "fairwork", "comensha", "police"],
  },
  { words: "got conned, put 20k in the leaders crypto scheme", right: ["fraud", "police"] },
  { words: "members beat me up, is there any money for my injuries", right: ["compensationFund", "damages"] },
  {
    words: "social worker, girl of 17 ran away, her family say they will kill her because of the shame",
    right: ["fier", "veiligThuis", "police"],
  },
  {
    words: "i need a lawyer who knows about this, the leader raped me years ago",
    right: ["victimLawyers", "rechtsbijstand", "juridischLoket"],
  },
];
