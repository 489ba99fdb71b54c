/** Callers' own words for what they need, by the code of the topic that they mean. */
export const needSynonyms: Readonly<Record<string, string>> = {
  "legal-advice": `
    wat zijn mijn rechten, mijn rechten, mag dat zomaar, mag dit wel, wettelijk, juridisch, jurist,
    legal question, my rights, legal advice, is this legal, op naam gezet, testament, ontslag,
    contract getekend, handtekening gezet, rechtsvraag`,
  "family-law": `
    scheiding, scheiden, voogdij, gezag, omgang, omgangsregeling, alimentatie, kinderen zien,
    kinderen niet zien, kind afpakken, kinderen afpakken, custody, divorce, alimony, visitation,
    see my children, see my kids, take my kids, take my children, voogd, kleinkinderen zien,
    ondertoezichtstelling, uit huis geplaatst`,
  contracts: `
    opzeggen, abonnement opzeggen, lidmaatschap opzeggen, zeg lidmaatschap op, lidmaatschap op,
    contract opzeggen, van contract af, wil er vanaf, wil ervan af, contract getekend,
    ingeschreven cursus, bedenktijd, geld terug cursus, geld terug training, dure cursus, dure training,
    aanbetaling, cancel membership, cancel subscription, cancel contract, cancel course,
    get out of contract, money back course, signed contract, signed a contract, refund,
    expensive training, expensive course, cursusgeld, lidgeld, seminars, coachingstraject,
    retraite betaald`,
  "legal-aid": `
    advocaat, advocaten, gratis advocaat, pro deo, pro deo advocaat, toevoeging, advocaat niet betalen,
    geen geld voor advocaat, lawyer, free lawyer, lawyer afford, attorney, solicitor, legal aid,
    raadsman, rechtszaak, court case, represent me`,
  "criminal-proceedings": `
    aangifte, aangifte doen, aangeven politie, naar de politie, rechtszaak, rechtbank, zitting,
    strafzaak, getuigen, getuige rechtbank, officier van justitie, slachtofferverklaring, spreekrecht,
    press charges, file a report, report to police, report police, court, trial, testify,
    go to the police, hearing, vervolging, dader veroordeeld, politie doet niks, rechter`,
  compensation: `
    schadevergoeding, smartengeld, geld terug, geld terugkrijgen, schade verhalen, vergoeding,
    tegemoetkoming, compensatie, money back, compensation, damages, claim money, get my money back,
    schade betaald, uitkering slachtoffer, reimbursed, schade`,
  shelter: `
    onderduiken, onderduik, schuilen, schuilplek, schuilplaats, slaapplek, slaapplaats, nergens slapen,
    nergens heen, kan nergens heen, niet terug naar huis, kan niet naar huis, blijf van mijn lijf,
    vrouwenopvang, opvanghuis, crisisopvang, veilige plek, op straat gezet, dakloos, safe place,
    safe house, place to sleep, place to stay, nowhere to go, hide somewhere, women shelter, refuge,
    homeless, kicked out, hiding, vluchten, gevlucht, run away, weggelopen`,
  "trauma-care": `
    nachtmerries, nachtmerrie, herbeleving, herbelevingen, flashbacks, flashback, trauma,
    getraumatiseerd, ptss, ptsd, paniek, paniekaanval, paniekaanvallen, angst, angstig, kan niet slapen,
    slaap slecht, schaam me, emdr, therapie, traumatherapie, nightmares, panic attacks, panic,
    traumatized, therapy, anxiety, can not sleep, dissociatie`,
  "listening-ear": `
    met iemand praten, iemand praten, hart luchten, mijn verhaal kwijt, verhaal vertellen,
    gewoon praten, iemand die luistert, niemand luistert, luisteren, someone to talk,
    talk to someone, need to talk, someone to listen, nobody listens, midden in de nacht praten,
    even praten`,
  loneliness: `
    alleen, eenzaam, niemand meer, heb niemand, geen vrienden, vrienden kwijt, helemaal alleen,
    voel alleen, iedereen kwijt, familie kwijt, lonely, alone, no friends, lost friends, nobody left,
    no one left, lost everyone, all by myself, family will not talk, geen familie meer, nobody to talk`,
  grief: `
    overleden, verdriet, rouw, dood gegaan, gestorven, kwijtgeraakt, gemis, mis haar, mis hem,
    grief, died, passed away, mourning, lost my mother, lost my father`,
  crisis: `
    kan niet meer, trek het niet meer, houd het niet meer, nu hulp nodig, meteen hulp, spoed, noodgeval,
    wanhopig, radeloos, ten einde raad, emergency, urgent, desperate, can not cope, can not go on,
    breakdown, instorten`,
  suicide: `
    zelfmoord, suicide, suicidaal, zelfdoding, niet leven, niet meer leven, wil dood, dood wil,
    dood zijn, einde maken, een eind aan maken, uit het leven stappen, leven geen zin,
    geen zin meer leven, leven beu, zichzelf iets aandoet, zichzelf iets aandoen, mezelf iets aandoen,
    voor de trein, pillen geslikt, snijdt zichzelf, snijd mezelf, zelfbeschadiging, kill myself,
    end my life, want to die, wants to die, suicidal, kill himself, kill herself, hurt myself,
    harm myself, no reason to live, end it all, self harm, better off dead, afscheidsbrief`,
  leaving: `
    uit de groep stappen, uit groep gestapt, uit de sekte gestapt, sekte gestapt, sekte stappen,
    groep stappen, groep verlaten, beweging verlaten, sekte verlaten, uitgestapt, uitstappen, uittreden,
    uitgetreden, weg uit groep, weg bij groep, eruit stappen, wil eruit, afvallige, opnieuw beginnen,
    hoe verder, leave the group, leave a cult, leaving the group, left the group, left the cult,
    get out of group, ex member, ex group, former member, ex lid, apostate, vertrokken uit groep,
    kerk verlaten, left the church`,
  "peer-support": `
    lotgenoot, lotgenoten, zelfde meegemaakt, hetzelfde meegemaakt, anderen meegemaakt,
    ervaringsdeskundige, ervaringsdeskundigen, praatgroep, ex leden, peer support,
    been through the same, same experience, others who, support group, survivors, fellow victims`,
  information: `
    informatie over groep, wat is bekend over, bekend over beweging, is dit een sekte,
    betrouwbaar groep, information about group, is this a cult, know about group,
    meer weten over beweging`,
  "care-complaint": `
    klacht therapeut, klacht arts, klacht dokter, klacht psycholoog, klacht coach, klacht over zorg,
    therapeut verliefd, relatie met therapeut, therapeut misbruikt, alternatieve genezer, genezer,
    alternatieve behandelaar, kwakzalver, wonderdokter, natuurgenezer, van medicijnen gehaald,
    stoppen medicijnen, medicijnen, medische fout, tuchtklacht, complaint doctor, complaint therapist,
    complaint psychologist, healer, quack, stop medication, off medication, malpractice,
    psychiater klacht, behandelaar`,
};
