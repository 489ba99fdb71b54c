/**
 * What people say when a life is at stake, in Dutch and in English. A sign is one or more words near each other, in
 * whatever order: each entry of it names the forms that will do, a star for whatever follows.
 */
export const acuteSigns: readonly (readonly string[])[] = [
  // Somebody may take their own life.
  ["zelfmoord* zelfdoding* zelfdood* suicid* overdosis* overdose* verhangen"],
  ["mezelf mijzelf zichzelf haarzelf hemzelf mijn zich", "ophangen doodmaken ombrengen doden snijden"],
  ["wil wilt willen wou wilde", "dood doodgaan sterven"],
  ["niet", "meer", "leven"],
  ["wil wilt willen", "er", "niet", "meer", "zijn"],
  ["eind einde", "leven", "maak maakt maken"],
  ["leven", "beeindig*"],
  ["uit", "leven", "stap*"],
  ["spring* springt", "trein dak brug flat"],
  ["voor", "trein"],
  ["pil pillen", "geslikt genomen ingenomen slik slikt slikken"],
  ["kill* hang* hurt* harm* cut*", "myself himself herself themselves ourselves yourself"],
  ["end ending take taking", "my his her their own", "life"],
  ["want wants wanna wish", "die dead"],
  ["better", "off", "dead"],
  ["dont not no", "want", "live"],
  ["pills tablets", "took taken swallowed"],

  // Somebody may be killed.
  ["vermoord* doodslaan doodslaat doodschiet* doodsteken doodsteekt doodmaken doodmaakt ombrengen afmaken"],
  ["maak maakt maken sla slaat slaan schiet schieten steekt steken", "dood", "mij me haar hem ons je mijn"],
  ["doodsbedreig* levensgevaar* levensbedreig*"],
  ["bang vrees* angst", "leven"],
  ["mes pistool geweer wapen vuurwapen*", "heeft heb hebben bedreig* dreig* steekt zwaai*"],
  ["going gonna will threat* wants want trying about", "kill* murder* stab* shoot*"],
  ["kill killing kills murder", "me him her us them"],
  ["life", "threat*"],
  ["fear* afraid scared", "life"],
  ["gun knife weapon", "has have with threat* pointing"],

  // It is happening now.
  ["in", "gevaar"],
  ["in", "danger"],
  [
    "slaan slaat schoppen schopt wurg* steken steekt schiet* verkracht* mishandel* aanval* valt",
    "nu momenteel zojuist vannacht",
  ],
  ["beat* hit* strangl* chok* raping rapes raped attack* kicking stabb*", "now currently tonight"],
  ["help", "nu now"],
  ["bel belt bellen", "politie 112 ambulance"],
  ["call", "police ambulance 112 911 999"],
  ["opgesloten vastgehouden vastgebonden ontvoerd* gegijzeld*"],
  ["houdt houden", "vast", "mij me haar hem ons"],
  ["locked tied chained", "me him her us up"],
  ["against", "my her his", "will"],
  ["kidnap* abducted hostage*"],
  ["bewusteloos unconscious"],
  ["ademt ademen ademhal*", "niet niets"],
  ["breath*", "not cant isnt stopped"],
  ["bloedt bloeden bloed", "veel hevig nu stopt"],
  ["bleeding bleeds"],
];
