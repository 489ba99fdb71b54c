/**
 * Fields of words, and how much each of them weighs where several stand together: what nobody can list beforehand still
 * speaks of bodies, deeds, things, places and people. The weights were fitted to judged sentences, none below zero: no
 * word ever takes away from another.
 */
export const fields: readonly { weight: number; words: string }[] = [
  {
    // heights
    weight: 1.2,
    words:
      "sneltrein trein metro spoor spoorlijn rails overweg brug brugge viaduct flat toren watertoren dak balkon kanaal rivier waal maas rijn schelde lek ijssel zee gracht afgrond klif reling vensterbank perron vangrail snelweg boom bridge tracks roof cliff ledge balcony railing train river canal sea motorway hoogspanning hijskraan steiger station verdieping",
  },
  {
    // tools
    weight: 1.38,
    words:
      "touw touwtje touwke strop koord riem ketting laken zak plastic snoer kabel rope noose cord belt bag razor scheermes mesje mesjes stekker uitlaat garage uitlaatgas exhaust gas gaskraan recept doses dosis overdosis opgespaard",
  },
  {
    // weapons
    weight: 0.9,
    words:
      "mes messen pistool geweer jachtgeweer vuurwapen wapen wapens bijl hamer zeis staaf stok steen stenen knuppel strijkijzer koekenpan olie kokend kokende lucifers lucifer aansteker vuur benzine spiritus jerrycan terpentine zweep schaar hooivork spade schep kettingzaag zaag sikkel machete knife knives gun guns rifle axe hammer bat petrol gasoline lighter matches boiling scissors brick crowbar stick whip acid zuur zoutzuur kogel kogels bullet schiet schoot schieten shot shoot shoots shooting slijpt slijpen boor schroevendraaier granaat bom",
  },
  {
    // blows
    weight: 0.71,
    words:
      "slaat slaan sla geslagen slaet sloat slagen schopt schoppen geschopt trapt trappen getrapt stompt gestompt stompen duwt duwen geduwd smijt smijten gesmeten gooit gooien gegooid knijpt geknepen kneep wurg* gewurgd stikt stikken verstik* steekt gestoken stak snijden gesneden sneed overgesneden doorgesneden verbrand verbrandt verbranden brandt gebrand brandmerk* aangereden overreden gestenigd stenig* verdrink* verdronken mishandel* martel* gemarteld foltert rammen ramt beukt afgeranseld toegetakeld verkracht* aangerand misbruikt slaet kloppen klopt geklopt klappen kletsen ranselt bijt knuppelt hakt poured burned burnt burning burn beat beats beating beaten hit hits hitting kicked kicking kicks punched punching pushed pushes threw throwing stabbed stabbing choked choking strangled strangling raped rape slapped dragged dragging sleept slepen sleurt sleuren sleurde trekt trok kapot breekt vastgegrepen grijpt drown drowning smother* crushed attack* aangevallen aanval* afgemaakt",
  },
  {
    // body
    weight: 0.77,
    words:
      "keel nek hals hoofd kop pols polsen borst buik rug oog ogen oor mond neus kaak rib ribben vinger vingers voet voeten been benen gezicht huid lippen lip tanden haren hart hoofd schedel skin head neck throat wrist wrists arm armen arms chest belly stomach face eye eyes mouth nose jaw ribs fingers feet legs lips ear teeth lichaam body kele strot",
  },
  {
    // condition
    weight: 1.76,
    words:
      "bloed bloedt bloeden bloedend bloedde bloeding wond wonden trilt trillen trillend bibbert rilt flauw flauwgevallen bewusteloos koorts slap blauw koud misselijk duizelig overgeven overgegeven spuugt kotst braken gebroken verlamd ademt ademen adem pijn zwak verzwakt mager uitgedroogd uitgehongerd hallucin* stuip* stuiptrek* insult wegvalt wegval wegzak* opgezwollen zweet zweten ijlt brandwonden brandwond brandblaren kneuzing* gekneusd onwel stuk bleek bleed bleeding blood wound shaking trembling fainted fainting unconscious fever limp cold vomiting vomits dizzy broken paralysed breathing breath breathe breathes pain hurts weak collapsed seizure delirious awake wakker bijkomen gevoelloos numb reageert responding answering reutelt rochelt beweegt bewegen moving schuim bevalling weeen miskraam",
  },
  {
    // substances
    weight: 1.63,
    words:
      "pil pillen pilln medicijn medicijnen medicatie tabletten tablet paracetamol oxazepam slaappillen slaapmiddel spuit gespoten inspuiten ghb gif vergif vergiftigd rattengif chloor bleach ontstopper cleaner batterijen batteries wodka insuline drugs heroine methadon morfine gedrogeerd drugged verdoofd slik geslikt slikken swallowed ingenomen pills tablets meds injection injected poison poisoned drain vodka alcohol whisky lsd ayahuasca drankje bekertje beker cup glas ceremonie",
  },
  {
    // held
    weight: 1.19,
    words:
      "opgesloten slot sleutel sleutels vastgebonden vastgehouden vastgeketend vast gevangen kelder zolder schuur hok kast kofferbak boot busje hek poort prikkeldraad bewaakt bewaken bewakers bewaker afgesloten dichtgetimmerd ontsnappen gevlucht vluchten verstopt verstop gegijzeld ontvoerd meegenomen meegesleurd meenemen meeneemt weggebracht blinddoek geblinddoekt tape handboeien tied barn boot trunk basement locked lock trapped cellar shed chained handcuffed kidnapped held taken captive hiding hide guarded guard ropes verkocht sold",
  },
  {
    // now
    weight: 1.3,
    words:
      "nu nou noe net zonet daarnet zojuist straks zometeen meteen dadelijk vandaag vandoag vanavond vanoavond vannacht vanmiddag vanochtend vanmorgen now tonight tonite today minuut minuten minutes midnight middernacht direct onmiddellijk currently vnv alweer opnieuw bezig zodirect zodalijk seconden",
  },
  {
    // soon
    weight: 0.35,
    words:
      "morgen morgenochtend morgenvroeg overmorgen morgenavond tomorrow tmrw uur hours hour uren snel quickly soon later weekend week zondag zaterdag kwart half",
  },
  {
    // told
    weight: 0.78,
    words:
      "zegt zeggen zegd zeg zei gezegd zegge zeggn says said say told tell dreigt dreigen dreigde gedreigd bedreigt bedreigd threatens threatened threatening roept schreeuwt schreef appt appte stuurt texted messaged belooft gezworen zweert sworn swears waarschuwt wil will gaat gaan ga gonna going",
  },
  {
    // next
    weight: 0.28,
    words:
      "volgende beurt next ultimatum laatst laatste last final eerst eerste first waarschuwing straf gestraft punish* straffen straft",
  },
  {
    // love
    weight: 0.35,
    words:
      "spijt sorry vergeef vergeven hou houd mis missen gemist last tot liefs ster kus verdriet forgive miss love loved burden alone alleen eenzaam verloren schuld vergiffenis",
  },
  {
    // cult
    weight: 0.15,
    words:
      "leider leiderin leiders leiding meester goeroe voorganger pastor profeet sekte groep gemeente gemeenschap dienst kerk zuster broeders oudsten elders leader master guru cult group church ritueel rituelen ritual geest geesten duivel demon demonen satan zuivering reiniging gereinigd offer uitdrijving uitdrijven bidden bid gebed hand* zonde zondig eer schande heilig god allah jehova jezus jesus devil demons spirit spirits pray praying prayer exorcism cleansing cleanse sacrifice purify purification honour honor shame shaman sjamaan genezer healer vrijdaggebed imam maagd",
  },
  {
    // fear
    weight: 1.23,
    words:
      "bang doodsbang angst angstig paniek scared terrified afraid frightened huilen huilt gillen gilt gil schreeuwen schreeuwt smeken smeekt scream screams screaming screamed crying cries bonk bonkt bonken kermt kreunt krijst woedend razend dronken drunk angry furious kwaad boos dol gek doordraaien stemmen voices geluid geluiden horen hoor hoort hear",
  },
  {
    // room
    weight: 0.91,
    words:
      "kamer slaapkamer badkamer badkamervloer wc toilet keuken trap deur deuren voordeur raam ramen vloer grond bed bad tuin muur huis auto tafel gang zolderkamer huus bathroom bedroom kitchen stairs door doors window floor ground bath garden wall house car room desk upstairs boven beneden buiten binnen outside inside donker donkere stroom",
  },
  {
    // denied
    weight: 0.16,
    words:
      "mag mogen moog laat laten laot allowed let lets dwingt dwingen gedwongen force forced forces tegenhoudt houdt tegen weigert weigeren refuses won't wont niets niks geen zonder nothing without eten drinken water slapen plassen food drink sleep dokter ziekenhuis hospital doctor arts huisarts telefoon phone paspoort passport",
  },
  {
    // posture
    weight: 1.16,
    words:
      "ligt lig liggen hangt hang hangen zit staat sta stoat zitten staan liegen lying hanging sitting standing loopt rijdt rijd rijden driving walking kruipt klimt klimmen",
  },
  {
    // hands
    weight: 0.84,
    words:
      "handen vuist vuisten hands fist fists vasthoudt vastpakt pakt pakte gepakt haalt haal gehaald heeft hee hep houden",
  },
  {
    // marry
    weight: 0.57,
    words:
      "trouwen trouwt huwelijk bruid bruidsjurk uithuwelijk* uitgehuwelijkt verloven marry marriage wedding bride besnijden besneden besnijdenis ontmaagd* maagdenvlies mannen",
  },
  {
    // method
    weight: 0.4,
    words:
      "hoeveel hoelang methode zeker lukt lukken werkt opgezocht uitgezocht geprobeerd proberen probeer try tried trying weer again pijnloos snelste snel",
  },
  {
    // secret
    weight: 0.32,
    words:
      "fluister* stiekem stil zacht zachtjes stille secretly whisper* quiet stilte geheim verstopt sms smoes",
  },
  {
    // not
    weight: 1.55,
    words: "niet nie nit nich nicht neet niets niks nooit not no dont cant wont isnt never nothing",
  },
  {
    // self
    weight: 0.96,
    words: "mezelf mijzelf zichzelf himself herself myself zelf eigen me mij mi",
  },
  {
    // they
    weight: 1.54,
    words: "hij ie he zij ze she they hes shes",
  },
];
