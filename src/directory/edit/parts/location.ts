import type { Part } from "../part.ts";
import { contact, language, phone, schedule } from "./contact.ts";

const address: Part = {
  entity: "address",
  words: {
    attention: ["For whom mail is", "Receptie"],
    address_1: ["Street and number", "Voorbeeldstraat 1"],
    address_2: ["What stands beneath", "2e verdieping"],
    city: ["The town", "Utrecht"],
    region: ["The region", "Utrecht"],
    state_province: ["The province", "Utrecht"],
    postal_code: ["The postal code", "3511 AA"],
    country: ["ISO 3166-1 alpha-2", "NL"],
    address_type: ["What it is an address for", "physical"],
  },
};

const accessibility: Part = {
  entity: "accessibility",
  words: {
    description: ["Who can get in, and how", "Rolstoeltoegankelijk"],
    details: ["What to know besides", "De lift is aan de achterzijde"],
    url: ["Where more is told", "https://www.example.org/toegankelijkheid"],
  },
};

export const location: Part = {
  entity: "location",
  words: {
    location_type: ["`virtual` is a place on the web", "physical"],
    url: ["Its address on the web", "https://www.example.org"],
    name: ["Its name", "Inloophuis"],
    alternate_name: ["Another name that it is known by", "De Brug"],
    description: ["What it is like", "Een huis in het centrum."],
    transportation: ["How one gets there", "Vijf minuten van het station"],
    latitude: ["Degrees north, WGS 84", 52.09],
    longitude: ["Degrees east, WGS 84", 5.12],
    external_identifier: ["By what others know it", "344100000012345"],
    external_identifier_type: ["Whose identifier that is", "BAG"],
    confidential: ["Whether its address and place are shown to its own organization only", false],
  },
  lists: {
    addresses: { part: address, by: "location_id", description: "Its addresses" },
    accessibility: { part: accessibility, by: "location_id", description: "Who can get in, and how" },
    phones: { part: phone, by: "location_id", description: "Its telephone numbers" },
    contacts: { part: contact, by: "location_id", description: "Whom to turn to" },
    languages: { part: language, by: "location_id", description: "What is spoken there" },
    schedules: { part: schedule, by: "location_id", description: "When it is open" },
  },
};
