import type { Wording } from "./wording.ts";

const again =
  "What somebody has already heard or read, we cannot undo. Sometimes the law makes an organization keep something. If you want to know, we will tell you.";

const own: Wording = {
  handoff: {
    ask: "I would like to bring you into contact with {recipient}. I only do that if you agree.",
    what: "First we ask if they have room. We do not give your name then. We only say in short what it is about: the kind of help, who it is for, the age group, the language, at most the province. We also say how urgent it is and what they must be careful about. If they say yes, we plan an appointment together with you. Only then we tell {recipient} this: {data}. They may use it only to help you.",
    withdraw: `You can take back your consent at any moment. You do not have to say why. We then stop at once, and {recipient} gets nothing more from us. If they already know who you are, we ask them to delete your data. ${again}`,
  },
  feedback: {
    ask: "I would like to hear from {recipient} how things are going there. They may only tell us if you agree.",
    what: "{recipient} then tells us if there was contact and if the help did you good. They share at most this with us: {data}. That way we know if you need anything else. Your help there simply goes on, also if you say no.",
    withdraw: `You can take back your consent at any moment. You do not have to say why. {recipient} then tells us nothing more about you. ${again}`,
  },
  "follow-up": {
    ask: "I would like to ask you later how you are doing. I only do that if you agree.",
    what: "For that we keep this: {data}. Only people of our helpline use it, and only to contact you. We do that in the way and at the time that is safe for you. Nobody else gets it.",
    withdraw:
      "You can take back your consent at any moment. You do not have to say why. We then do not contact you any more. A talk or a message that was already there, we cannot undo.",
  },
  free: "You are completely free. You may say yes or no. If you say no, you are just as welcome here.",
  until: "Your consent holds up to and including {until}. After that it ends by itself.",
  close: "Is this clear? Do you agree?",
};

const representative: Wording = {
  handoff: {
    ask: "You speak for {person}. I would like to bring {person} into contact with {recipient}. I only do that if you agree.",
    what: "First we ask if they have room. We do not give a name then. We only say in short what it is about: the kind of help, who it is for, the age group, the language, at most the province. We also say how urgent it is and what they must be careful about. If they say yes, we plan an appointment together. Only then we tell {recipient} this about {person}: {data}. They may use it only to help.",
    withdraw: `You can take back this consent at any moment. You do not have to say why. We then stop at once, and {recipient} gets nothing more from us. If they already know who it is about, we ask them to delete the data. ${again}`,
  },
  feedback: {
    ask: "You speak for {person}. I would like to hear from {recipient} how things are going there. They may only tell us if you agree.",
    what: "{recipient} then tells us if there was contact and if the help did any good. They share at most this about {person} with us: {data}. That way we know if anything else is needed. The help there simply goes on, also if you say no.",
    withdraw: `You can take back this consent at any moment. You do not have to say why. {recipient} then tells us nothing more about {person}. ${again}`,
  },
  "follow-up": {
    ask: "You speak for {person}. I would like to ask later how things are. I only do that if you agree.",
    what: "For that we keep this: {data}. Only people of our helpline use it, and only to contact you. We do that in the way and at the time that is safe for you and for {person}. Nobody else gets it.",
    withdraw:
      "You can take back this consent at any moment. You do not have to say why. We then make no more contact. A talk or a message that was already there, we cannot undo.",
  },
  free: own.free,
  until: "This consent holds up to and including {until}. After that it ends by itself.",
  close: own.close,
};

const ownDataOnly =
  "This is only about you. About the person you are worried about, we do not tell who it is.";

export const en = {
  wordings: { adult: own, "16-17": own, "under-16-help-service": own, representative },
  capacities: {
    adult: undefined,
    "16-17": "You decide about this yourself. We do not ask your parents.",
    "under-16-help-service":
      "You may tell us this yourself. We do not ask your parents to agree. If you want somebody you trust to think along, that is fine.",
    representative:
      "We only pass on what {person} needs. If {person} can understand it, please tell {person} too, who may also say no.",
  },
  ownDataOnly: { adult: ownDataOnly, "16-17": ownDataOnly, "under-16-help-service": ownDataOnly },
} as const;
