import { body } from "./signs/body.ts";
import { captive } from "./signs/captive.ts";
import { deeds } from "./signs/deeds.ts";
import { farewell } from "./signs/farewell.ts";
import { otherLanguages } from "./signs/other-languages.ts";
import { ownLife } from "./signs/own-life.ts";
import { plain } from "./signs/plain.ts";
import { scenes } from "./signs/scenes.ts";
import { violence } from "./signs/violence.ts";

interface Family {
  acute: readonly string[];
  urgent: readonly string[];
}

export const families: readonly Family[] = [
  plain,
  ownLife,
  farewell,
  violence,
  captive,
  scenes,
  deeds,
  body,
  otherLanguages,
];

/** On a line of at most three words, one of these says it all. */
export const alone = {
  words: new Set("help hellup helpp sos noodgeval emergency mayday hulp".split(" ")),
  concept:
    "SUICIDE|doodsbedreiging|wurging|strangulation|verkrachting|ontvoering|gijzeling|=ingevaar|=indanger",
};
