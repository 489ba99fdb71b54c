/** What the pages of sign-in by passkey say in Dutch. */
export const nl = {
  code: "nl",
  language: "Taal",
  unsupported: "Deze browser kan niet met passkeys werken. Gebruik een nieuwere browser.",
  noScript: "Voor een passkey moet JavaScript aan staan in deze browser.",
  waiting: "Uw apparaat vraagt om uw vingerafdruk, uw gezicht of een pincode …",
  whatIsTitle: "Wat is een passkey?",
  whatIs:
    "Een passkey is een sleutel op uw eigen apparaat. U ontgrendelt hem zoals u het apparaat zelf ontgrendelt: met uw vingerafdruk, uw gezicht of een pincode. Die gegevens verlaten uw apparaat niet, en er is geen wachtwoord dat iemand kan afkijken of raden.",
  deviceName: "Hoe noemt u dit apparaat?",
  deviceNameHint: "Bijvoorbeeld: werklaptop. Zo weet u later welke passkey waarbij hoort.",
  refusals: {
    cancelled: "Er is niets veranderd: het venster werd gesloten of de tijd was om. Probeer het opnieuw.",
    already: "Op dit apparaat hebt u al een passkey. Neem een ander apparaat.",
    failed: "Dat is niet gelukt, en er is niets veranderd. Probeer het over een minuut opnieuw.",
    "passkey-refused":
      "Met deze passkey kunt u niet inloggen. Kies een andere, of vraag een beheerder van uw organisatie om een uitnodiging.",
    "passkey-unfit": "Deze passkey kon niet worden bewaard. Probeer het opnieuw, of neem een ander apparaat.",
    "asked-too-long-ago": "Dat duurde te lang. Probeer het opnieuw.",
    "invitation-unusable":
      "Deze uitnodiging werkt niet (meer). Ze is al gebruikt, ouder dan 72 uur, of vervangen door een nieuwe. Vraag wie u uitnodigde om een nieuwe.",
    "invitation-unapproved":
      "Een tweede persoon moet deze uitnodiging nog goedkeuren. Vraag ernaar bij wie u uitnodigde. Daarna werkt dezelfde link.",
    "sign-in-not-fresh":
      "Log voor de zekerheid nog één keer in. Daarna hebt u vijf minuten om een passkey toe te voegen.",
    "passkeys-not-here":
      "Passkeys werken alleen op een adres met een naam, niet op een nummer. Open deze dienst onder zijn naam.",
    unauthenticated: "U bent niet meer ingelogd. Log opnieuw in.",
    "last-passkey": "Uw enige passkey kunt u niet intrekken. Voeg er eerst een toe.",
  },
  signIn: {
    way: "Met een passkey",
    title: "Inloggen met een passkey",
    lead: "U hoeft niets te typen: uw apparaat weet wie u bent.",
    act: "Inloggen met een passkey",
    none: "Geen passkey, of uw apparaat kwijt? Vraag een beheerder van uw organisatie om een uitnodiging.",
  },
  invitation: {
    title: "U bent uitgenodigd",
    for: "Deze uitnodiging is voor",
    of: "van",
    notYou: "Bent u dat niet? Sluit dan deze pagina, en laat het weten aan wie u de link gaf.",
    recovery:
      "Zodra u een nieuwe passkey hebt gemaakt, werken uw eerdere passkeys niet meer en bent u overal uitgelogd.",
    act: "Passkey maken",
    next: "Daarna maakt u er nog een op een tweede apparaat, voor als u dit apparaat kwijtraakt.",
  },
  mine: {
    title: "Uw passkeys",
    signedInAs: "U bent ingelogd als",
    account: "Naar uw account",
    none: "U hebt hier geen passkey: u logt in bij uw eigen organisatie.",
    onlyOne: "U hebt één passkey",
    onlyOneWhy:
      "Raakt u dit apparaat kwijt, dan kunt u niet inloggen tot iemand u opnieuw uitnodigt en een tweede persoon dat goedkeurt. Maak daarom nu een passkey op een tweede apparaat, zoals uw telefoon of een beveiligingssleutel.",
    added: "Toegevoegd op",
    used: "laatst gebruikt op",
    backedUp: "ook bewaard in uw cloud",
    rename: "Andere naam",
    newName: "Nieuwe naam",
    saveName: "Naam bewaren",
    revoke: "Intrekken",
    revokeWhy:
      "Met deze passkey kan dan niemand meer inloggen. Is het apparaat gestolen, log dan ook overal uit, op de pagina van uw account.",
    revokeAct: "Passkey intrekken",
    addTitle: "Nog een passkey toevoegen",
    addLead:
      "Kies in het venster van uw browser een ander apparaat: een telefoon of tablet, of een beveiligingssleutel.",
    newDeviceName: "Hoe noemt u dat apparaat?",
    act: "Passkey toevoegen",
    again: "Opnieuw inloggen",
  },
};

export type Words = typeof nl;
