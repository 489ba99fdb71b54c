import type { Wording } from "./wording.ts";

const again =
  "Wat iemand al gehoord of gelezen heeft, kunnen wij niet ongedaan maken. Soms moet een organisatie van de wet iets bewaren. Wilt u dat weten, dan vertellen wij het u.";
const againYou =
  "Wat iemand al gehoord of gelezen heeft, kunnen wij niet ongedaan maken. Soms moet een organisatie van de wet iets bewaren. Wil je dat weten, dan vertellen wij het je.";

const formal: Wording = {
  handoff: {
    ask: "Ik wil u graag in contact brengen met {recipient}. Dat doe ik alleen als u het goedvindt.",
    what: "Eerst vragen wij of zij plaats hebben. Dan noemen wij uw naam niet. Wij zeggen alleen kort waar het om gaat: het soort hulp, voor wie het is, de leeftijdsgroep, de taal en hoogstens de provincie. Ook zeggen wij hoeveel haast er is en waar zij op moeten letten. Zeggen zij ja, dan maken wij samen met u een afspraak. Pas dan vertellen wij {recipient} dit: {data}. Zij mogen het alleen gebruiken om u te helpen.",
    withdraw: `U kunt uw toestemming op elk moment intrekken. U hoeft niet te zeggen waarom. Wij stoppen dan meteen en {recipient} krijgt niets meer van ons. Weten zij al wie u bent, dan vragen wij hun om uw gegevens te wissen. ${again}`,
  },
  feedback: {
    ask: "Ik wil graag van {recipient} horen hoe het daar gaat. Dat mogen zij alleen vertellen als u het goedvindt.",
    what: "{recipient} vertelt ons dan of er contact is geweest en of de hulp heeft geholpen. Zij delen hoogstens dit met ons: {data}. Zo weten wij of u nog iets nodig hebt. Uw hulp daar gaat gewoon door, ook als u nee zegt.",
    withdraw: `U kunt uw toestemming op elk moment intrekken. U hoeft niet te zeggen waarom. {recipient} vertelt ons dan niets meer over u. ${again}`,
  },
  "follow-up": {
    ask: "Ik wil later graag nog eens vragen hoe het met u gaat. Dat doe ik alleen als u het goedvindt.",
    what: "Wij bewaren daarvoor dit: {data}. Alleen medewerkers van onze hulplijn gebruiken het, en alleen om contact met u op te nemen. Dat doen wij op de manier en de tijd die voor u veilig is. Niemand anders krijgt het.",
    withdraw:
      "U kunt uw toestemming op elk moment intrekken. U hoeft niet te zeggen waarom. Wij nemen dan geen contact meer met u op. Een gesprek of bericht dat er al was, kunnen wij niet ongedaan maken.",
  },
  free: "U bent helemaal vrij. U mag ja of nee zeggen. Na een nee bent u hier net zo welkom.",
  until: "Uw toestemming geldt tot en met {until}. Daarna stopt zij vanzelf.",
  close: "Is dit duidelijk? Vindt u het goed?",
};

const informal: Wording = {
  handoff: {
    ask: "Ik wil je graag in contact brengen met {recipient}. Dat doe ik alleen als jij het goedvindt.",
    what: "Eerst vragen wij of zij plaats hebben. Dan noemen wij je naam niet. Wij zeggen alleen kort waar het om gaat: het soort hulp, voor wie het is, de leeftijdsgroep, de taal en hoogstens de provincie. Ook zeggen wij hoeveel haast er is en waar zij op moeten letten. Zeggen zij ja, dan maken wij samen met jou een afspraak. Pas dan vertellen wij {recipient} dit: {data}. Zij mogen het alleen gebruiken om jou te helpen.",
    withdraw: `Je kunt je toestemming op elk moment intrekken. Je hoeft niet te zeggen waarom. Wij stoppen dan meteen en {recipient} krijgt niets meer van ons. Weten zij al wie je bent, dan vragen wij hun om je gegevens te wissen. ${againYou}`,
  },
  feedback: {
    ask: "Ik wil graag van {recipient} horen hoe het daar gaat. Dat mogen zij alleen vertellen als jij het goedvindt.",
    what: "{recipient} vertelt ons dan of er contact is geweest en of de hulp heeft geholpen. Zij delen hoogstens dit met ons: {data}. Zo weten wij of je nog iets nodig hebt. Je hulp daar gaat gewoon door, ook als je nee zegt.",
    withdraw: `Je kunt je toestemming op elk moment intrekken. Je hoeft niet te zeggen waarom. {recipient} vertelt ons dan niets meer over jou. ${againYou}`,
  },
  "follow-up": {
    ask: "Ik wil later graag nog eens vragen hoe het met je gaat. Dat doe ik alleen als jij het goedvindt.",
    what: "Wij bewaren daarvoor dit: {data}. Alleen medewerkers van onze hulplijn gebruiken het, en alleen om contact met jou op te nemen. Dat doen wij op de manier en de tijd die voor jou veilig is. Niemand anders krijgt het.",
    withdraw:
      "Je kunt je toestemming op elk moment intrekken. Je hoeft niet te zeggen waarom. Wij nemen dan geen contact meer met je op. Een gesprek of bericht dat er al was, kunnen wij niet ongedaan maken.",
  },
  free: "Je bent helemaal vrij. Je mag ja of nee zeggen. Na een nee ben je hier net zo welkom.",
  until: "Je toestemming geldt tot en met {until}. Daarna stopt zij vanzelf.",
  close: "Is dit duidelijk? Vind je het goed?",
};

const representative: Wording = {
  handoff: {
    ask: "U spreekt voor {person}. Ik wil {person} graag in contact brengen met {recipient}. Dat doe ik alleen als u het goedvindt.",
    what: "Eerst vragen wij of zij plaats hebben. Dan noemen wij geen naam. Wij zeggen alleen kort waar het om gaat: het soort hulp, voor wie het is, de leeftijdsgroep, de taal en hoogstens de provincie. Ook zeggen wij hoeveel haast er is en waar zij op moeten letten. Zeggen zij ja, dan maken wij samen een afspraak. Pas dan vertellen wij {recipient} dit over {person}: {data}. Zij mogen het alleen gebruiken om te helpen.",
    withdraw: `U kunt deze toestemming op elk moment intrekken. U hoeft niet te zeggen waarom. Wij stoppen dan meteen en {recipient} krijgt niets meer van ons. Weten zij al om wie het gaat, dan vragen wij hun om de gegevens te wissen. ${again}`,
  },
  feedback: {
    ask: "U spreekt voor {person}. Ik wil graag van {recipient} horen hoe het daar gaat. Dat mogen zij alleen vertellen als u het goedvindt.",
    what: "{recipient} vertelt ons dan of er contact is geweest en of de hulp heeft geholpen. Zij delen hoogstens dit over {person} met ons: {data}. Zo weten wij of er nog iets nodig is. De hulp daar gaat gewoon door, ook als u nee zegt.",
    withdraw: `U kunt deze toestemming op elk moment intrekken. U hoeft niet te zeggen waarom. {recipient} vertelt ons dan niets meer over {person}. ${again}`,
  },
  "follow-up": {
    ask: "U spreekt voor {person}. Ik wil later graag nog eens vragen hoe het gaat. Dat doe ik alleen als u het goedvindt.",
    what: "Wij bewaren daarvoor dit: {data}. Alleen medewerkers van onze hulplijn gebruiken het, en alleen om contact op te nemen. Dat doen wij op de manier en de tijd die veilig is voor u en voor {person}. Niemand anders krijgt het.",
    withdraw:
      "U kunt deze toestemming op elk moment intrekken. U hoeft niet te zeggen waarom. Wij nemen dan geen contact meer op. Een gesprek of bericht dat er al was, kunnen wij niet ongedaan maken.",
  },
  free: formal.free,
  until: "Deze toestemming geldt tot en met {until}. Daarna stopt zij vanzelf.",
  close: formal.close,
};

export const nl = {
  wordings: { adult: formal, "16-17": informal, "under-16-help-service": informal, representative },
  capacities: {
    adult: undefined,
    "16-17": "Je beslist hier zelf over. Wij vragen het niet aan je ouders.",
    "under-16-help-service":
      "Je mag dit zelf aan ons zeggen. Wij vragen je ouders niet om toestemming. Wil je dat iemand die je vertrouwt meedenkt, dan mag dat.",
    representative:
      "Wij geven alleen door wat {person} nodig heeft. Kan {person} het begrijpen, vertel het dan ook aan {person}. Die mag ook zelf nee zeggen.",
  },
  ownDataOnly: {
    adult:
      "Dit gaat alleen over u zelf. Over degene om wie u zich zorgen maakt, vertellen wij niet wie het is.",
    "16-17":
      "Dit gaat alleen over jou zelf. Over degene om wie je je zorgen maakt, vertellen wij niet wie het is.",
    "under-16-help-service":
      "Dit gaat alleen over jou zelf. Over degene om wie je je zorgen maakt, vertellen wij niet wie het is.",
  },
} as const;
