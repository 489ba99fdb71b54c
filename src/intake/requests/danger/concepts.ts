/** Words that mean the same in a sign, as people write them: in Dutch, its dialects, a second language, and English. */
export const concepts: Readonly<Record<string, string>> = {
  I: "ik k ikke ek kheb khep kga kzal kwil kben kzit ben zit i im ive ill id",
  ME: "me mij mi mien mai my myn onze ons us mezelf mijzelf",
  MY: "mijn mn men mien me mij my mun zijn zn haar dr hun our ons onze his her their",
  SELF: "mezelf mijzelf mezelve meself myself zichzelf zichself haarzelf hemzelf jezelf himself herself themselves themself ourselves yourself eigen eige zelf mself zich",
  HIM: "hem haar hun hen m ons mij me mi us him her them iedereen everyone everybody",
  HE: "hij ie ij hie hi ze zij he hes she shes they theyre someone somebody iemand",
  KIN: "man vent vriend vriendin vrouw ex exman zoon zoontje zeun dochter dochtertje zus zusje zuster broer broertje bruur moeder mama mam mams moe vader papa pap pa vadder va ouders oom nonkel tante neef nicht nichtje neefje opa oma stiefvader stiefmoeder schoonvader schoonmoeder schoonfamilie familie husband wife boyfriend girlfriend partner son daughter sister brother mother mum mom mam father dad uncle aunt cousin nephew niece parents stepdad stepfather stepmum inlaws bf gf hubby broers brothers",
  OTHERS:
    "buurman buurvrouw buurmeisje buurjongen buren collega leider leiders leiding meester goeroe voorganger pastor profeet priester imam baas groep sekte gemeente gemeenschap lid leden elders leader guru master boss group cult neighbour neighbor mannen men man guy woman",
  KIND: "kind kinderen kinders kinder kids kid kiddo baby babys babytje zoon zoontje dochter dochtertje jongetje meisje meisjes meiske zusje broertje kleinkind kleinkinderen kleinzoon kleindochter child children toddler peuter kleuter nichtje neefje tweeling son daughter girl girls boy boys wichje guus jong newborn",
  NOT: "niet nie nit nich nicht neet nait nooit geen gin gien nt no not dont cant wont isnt doesnt never didnt aint cannot couldnt zonder without",
  NOMORE:
    "=nietmeer =niemeer =nimeer =niemir =niemier =nitmeer =nimmer =niemer =nimer =neetmie =neetmeer =naitmeer =naitmeeer =niemere =nietmer =nietmir =nichmeer =nemeer =nietlanger =nooitmeer =nietverder",
  WANT: "wil wilt wilde wou wouw willen wille will wol wull wilik verlang mot moet moeten kan ga gaan",
  WILL: "wil wilt wilde wou wouw willen wille wol wull wilik",
  SUICIDE:
    "zelfmoord* zelfdoding* zelfdood* zelfmort* suicid* suicide* suicidaal suiside* zelfmoort* zellefmoord* selbstmord*",
  WISH: "want wants wanna wana wanted wanting wish gonna going need ready",
  DEATH:
    "dood doot doodgaan doodgoan doot doodgaat sterven sterve sterf sterft stervn doodzijn dooie kapotgaan",
  DIE: "die dead dye",
  LIFE: "=leven =leve =leef =lev =leevn =leffen =levn =laeve =libje",
  MAKE: "maak maakt maken make maakte gemaakt moak moaken moakt maoken moake mok mak makn moakn gemaak stel zet zetten",
  END: "eind einde ende ent end eintje punt",
  GO: "ga gaan gaat goa goan goat kga gao gaon geh loop lopen loopt spring rij rijd rijden stap fiets stuur sta sto stoa",
  NOW: "nu nou noe no net zonet daarnet zojuist momenteel straks zometeen meteen dadelijk vandaag vandoag vanavond vanoavond vannacht vannoch vanmiddag vanochtend vanmorgen vnv now rightnow tonight tonite 2nite today currently minutes minuten uur hour bezig",
  SOON: "nu noe nou straks zo zometeen dadelijk vandaag vandoag vanavond vanoavond vannacht vannach vanmiddag vanochtend morgen morgenochtend morgenvroeg mrgn weekend zaterdag zondag maandag dinsdag woensdag donderdag vrijdag week tonight tonite today tomorrow tmrw tmr later soon saturday sunday monday tuesday wednesday thursday friday now opnieuw again vnv",
  DAY: "morgen morgenochtend overmorgen vandaag vanavond vannacht weekend zaterdag zondag maandag dinsdag woensdag donderdag vrijdag week vakantie herfstvakantie kerstvakantie zomervakantie tomorrow tmrw tmr today tonight saturday sunday monday tuesday wednesday thursday friday holiday holidays uur hour dagen days",
  MUCH: "# alle al alles heel hele veel teveel handvol handje strip strips doosje doosjes doos dozen pot potje fles flesje stuks all whole bunch handful bottle many lot loads load pack packs packet packets box boxes lege empty twintig dertig veertig vijftig honderd tien twelve twenty thirty forty fifty hundred keer once overdosis overdose dubbele halve half",
  MEDS: "pil pillen pilletjes pille pilln medicijn medicijnen medicatie medicijne tablet tabletten tablets paracetamol paracetamols oxazepam temazepam diazepam lorazepam oxycodon oxycodone slaappil* slaapmiddel* slaaptablet* insuline insulin antidepress* morfine morphine ibuprofen ibuprofens strip strips xanax valium tramadol fentanyl ghb methadon lithium amitrip* quetiapine codeine pills meds medication medicine medicines paracetemol tylenol aspirin aspirine benzos kalmeringspil* kalmeringsmiddel* bloeddrukpil* bloedverdunners sn propranolol metformine",
  POISON:
    "bleek bleekmiddel bleach chloor gif gift vergif vergift rattengif rattegif poison poisen antivries antifreeze gootsteenontstopper ontstopper afwasmiddel schoonmaakmiddel schoonmaakmiddelen ammoniak terpentine landbouwgif zuur azijnzuur cyanide insecticide weedkiller zelfmoordpoeder pesticide thinner cleaner ontstopperkorrels zoutzuur",
  SWALLOWED:
    "geslikt slik slikt slikken slikte ingenomen innam inneemt innemen genomen gepakt gedronken doorgeslikt opgegeten opgedronken gegeten gespoten ingespoten achterover opgehad geschlikt took taken takin taking swallowed swallow swallowing drank drunk downed ate eaten overdosed injected necked",
  HIT: "slaat sla slaan slaet sloat slaon slag slagen slagn schopt schop schoppen trapt trappen stompt stompen beukt rammen ramt rost mept meppen duwt duwen smijt knijpt steekt bijt geslagen geslage geschopt gestompt gesmeten getrapt geslaegen gesloagen geramd toetakel* toegetakeld mekaar beating beats beat hitting hits hit kicking kicks kicked punching punches punched smashing slapping slaps attacking attacks attacked hurting hurts pushed shoved mishandel* afgeranseld afros* klappen klappn klap stomp",
  KILL: "vermoord* vermoort* fermoord* vermoard* doodmak* doodmaak* doodmoak* doodslaan doodslaat doodsla doodslaet doodschiet* doodsteek* doodsteken doodgeslagen doodgestoken doodgeschoten doodtrap* afmaken afmaakt afmaak kapotmaken kapotmaakt kapotmak* ombreng* uitmoord* omleggen omlegt neersteken neersteekt neerschieten neerschiet overhoop murder* kill kills neergestoken neergeschoten vermorzel*",
  WEAPON:
    "mes messen mez pistool pistolen geweer geweren jachtgeweer vuurwapen vuurwapens wapen wapens machete bijl hamer hakmes keukenmes vleesmes stanleymes broodmes zwaard knuppel honkbalknuppel koevoet ijzeren slagersmes proppenschieter blaffer gun guns knife knives weapon rifle shotgun axe hammer bat crowbar machete pistol sword revolver schroevendraaier benzine jerrycan petrol gasoline aansteker zoutzuur kogel kogels bullet kruisboog handgranaat",
  HAS: "heeft hee heef hep heb het haalt haalde haal pakt pak pakte gepakt gehaald gehaold met in zijn richt gericht zwaait dreigt bedreigt trekt loopt staat zit zwaaien steekt gekocht kocht has got owns with having holding pointing pointed grabbed waving carrying bought hand draait slijpt hakken hakt hield gooit",
  THROAT: "keel hals strot keeltje nek throat neck windpipe luchtpijp kele",
  GRIP: "knijp* kneep geknepen dichtknijp* dichtgeknepen dichtgedrukt dicht handen hand hande hands grijpt grijp greep gegrepen pakt pakte gepakt vast drukt drukte gedrukt squeez* choke* choking strangl* round around grab* wurg* gewurgd kussen pillow",
  LOCKED:
    "opgesloten opgeslote opgesloote slot opslot ingesloten vastgehouden vastgebonden vastgeketend gegijzeld* gijzelt gijzelen gijzeling ontvoer* ontvoerd vastgezet locked lock locks trapped captive tied chained imprisoned kidnap* abducted hostage* barricad* vergrendeld",
  AWAY: "weg weggaan weglopen buiten naarbuiten eruit vertrekken deruit uit vluchten gaan wegkomen ontsnappen out leave leaving escape go buitn",
  BLOOD: "bloed bloedt bloeden bloeding bloedend bloedn bloei bleed bleeding bleeds blood bloody bebloed",
  POLICE:
    "politie pliesie polisie plisie 112 ambulance ambulans ambu police cops 911 999 hulpdiensten brandweer polizei",
  CALL: "bel belt bellen stuur stuurt sturen komen kom haal call send get phone ring",
  PLEASE:
    "aub alsjeblieft alstublieft asjeblieft alsublieft svp please pls plz plss snel hurry quick dringend asap",
  SCREAM:
    "gil gilt gillen gilln gegil schreeuw schreeuwt schreeuwen krijst krijsen huilt brult kermt jammert scream screams screaming yelling shouting crying roept",
  DOOR: "deur deuren deure voordeur achterdeur slaapkamerdeur badkamerdeur raam door doors window huis house portiek building gebouw huus dur",
  HEIGHT:
    "brug brugge bruggen dak flat toren balkon vensterbank reling rand viaduct spoor spoorlijn rails perron trein klif hoogspanningsmast parkeergarage hijskraan galerij kanaal kade steiger spoorweg spoorwegovergang overweg bridge roof ledge railing balcony tracks train platform cliff carpark window canal tower edge metro tram vrachtwagen steeg oever water rivier maas zee schelde gracht vijver dek verdieping afgrond muur boom",
  JUMP: "spring springt springen springn sprong gesprongen springe gooi gooien gooit gooide werp werpt lig ligt liggen loop lopen loopt rij rijd rijden rijdt jump jumps jumping throw throwing walk walking drive driving crash stuur",
  STAND:
    "sta staat sat staan sto stoa stoat steet stoan zit zitten loop loopt lopen hang hangt standing stand stood stands sitting sits hanging klimt climbing",
  FAMILYLOVE: "hou hoe houd houwe houden gern graag gere lief love loves sorry spijt vergeef vergeven missen",
  CHILDHARM:
    "gooi gooit smijt schud schudt schudden sla slaan smoor smoren verdrink verdrinken wurg kapot iets wat pijn throw throwing shake shaking smother drown hurt hit laten aandoe aandoen",
};
