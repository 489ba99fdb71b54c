import type { Part } from "../part.ts";
import { contact, funding, language, phone, schedule, url } from "./contact.ts";

const serviceArea: Part = {
  entity: "service_area",
  words: {
    name: ["The area's name", "Nederland"],
    description: ["The area in words", "Heel Nederland"],
    uri: ["An identifier as a URI", "https://www.example.org/gebied"],
    extent: ["Its ISO 3166 code where it has one", "NL"],
    extent_type: ["What `extent` is", "text"],
    national: ["Whether it is a whole country", true],
  },
};

const costOption: Part = {
  entity: "cost_option",
  words: {
    valid_from: ["The first day on which it counts", "2026-01-01"],
    valid_to: ["The last day on which it counts", "2026-12-31"],
    option: ["For whom or what", "Eerste gesprek"],
    currency: ["ISO 4217", "EUR"],
    amount: ["What it costs", 0],
    amount_description: ["What it costs, in words", "Gratis"],
  },
};

const requiredDocument: Part = {
  entity: "required_document",
  words: {
    document: ["What one needs to bring", "Verwijsbrief"],
    uri: ["Where it is described", "https://www.example.org/verwijsbrief"],
  },
};

export const service: Part = {
  entity: "service",
  words: {
    name: ["Its name", "Hulp bij arbeidsuitbuiting"],
    alternate_name: ["Another name that it is known by", "Helpdesk arbeidsuitbuiting"],
    description: ["What it does", "Advies en bijstand na arbeidsuitbuiting."],
    url: ["Its page on the web", "https://www.example.org"],
    email: ["Its e-mail address", "info@example.org"],
    status: ["Only an `active` service can be referred to; the word is HSDS's", "active"],
    status_note: ["Why it is not active, in words", "Tijdelijk gesloten wegens verbouwing"],
    minimum_age: ["The youngest age that it takes, in whole years", 18],
    maximum_age: ["The oldest age that it takes, in whole years", 65],
    eligibility_description: ["Whom it takes", "Wie in Nederland werkt"],
    interpretation_services: ["Whether there are interpreters", "Tolk via de telefoon"],
    application_process: ["How one applies", "Bellen of mailen"],
    fees_description: ["What it costs, in words", "Gratis"],
    wait_time: ["How long one waits", "Twee weken"],
    accreditations: ["What it is accredited by", "HKZ"],
    licenses: ["What it is licensed for", "Wtza"],
    alert: ["What has to be known now", "Deze week alleen per telefoon"],
    domain: ["Where help comes from", "care"],
    audiences: ["Whom it helps", "harmed"],
    channels: ["How it can be reached", "phone"],
    cost: ["What it costs, as a code", "free"],
  },
  needed: ["domain"],
  lists: {
    phones: { part: phone, by: "service_id", description: "Its own telephone numbers" },
    contacts: { part: contact, by: "service_id", description: "Whom to turn to" },
    schedules: { part: schedule, by: "service_id", description: "When it is open" },
    languages: { part: language, by: "service_id", description: "What is spoken" },
    serviceAreas: { part: serviceArea, by: "service_id", description: "Where people live whom it helps" },
    costOptions: { part: costOption, by: "service_id", description: "What it costs" },
    requiredDocuments: { part: requiredDocument, by: "service_id", description: "What one needs to bring" },
    additionalUrls: { part: url, by: "service_id", description: "Its other addresses on the web" },
    funding: { part: funding, by: "service_id", description: "What it is paid from" },
  },
};
