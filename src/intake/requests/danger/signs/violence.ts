/** Somebody may be killed or badly hurt by another, soon or now. */
export const violence = {
  acute: [
    // Threats to kill, also by whoever writes.
    "doodsbedreig* & I|ME|HE|HIM|KIN|KIND|NOW|krijg* -cijfers|meldingen|artikel|kreeg|scriptie",
    "keep*|of|about|after|for|by|without killing me|him|her|us|them|my|mum",
    "bang|vrees*|angst|scared|afraid|fear & leven|life|vermoord*|dood|doodslaat|doodmaakt|leve <6",
    "life & threat*|danger|risk",
    "gevaar|danger & nu|now|leven|life|kinderen|direct|acuut",
    "eraan|draan|deraan & gaat|gaan|ga & ze|hij|zij|enige|allemaal|we|iemand",
    "gaat|gaan|ga er aan",
    "zomer|kerst|morgen|weekend|verjaardag|summer|christmas & haal|haalt|halen|hoal & NOT <7 -trein|dochter|ophalen",
    "levend terugzie*|terug",
    "must|deserve|deserves|supposed|gotta|should die",
    "dooie & hebben|wil",
    "krijgt|krijgen|heeft|get|gets niemand|niemant|nobody|noone ze|hem|haar|them|her|him",
    "grazen|pakken|krijgen & nemen|gaat & me|mij|komt|schreeuwen <7 -trein|telefoon|prijs",
    "waar & wonen|woont & benzine|mes|geweer|pistool|WEAPON <14",
    // Weapons.
    "benzine|petrol|terpentine|spiritus|jerrycan & over|heen|gegoten|aansteker|lighter|huis|lucifers|matches|auto|fik|brand",
    // Strangling.
    "THROAT & GRIP <6 -deadlines",
    "passed|flauw|weg & out|gevallen|geraakt & throat|keel|hals|hands|nek|dicht",
    "onder water|het & houden|houdt|duwt|duwen|gillen|hoofd|held",
    // Blows now, or hard, or that somebody hears.
    "HIT & hard|harde|buik|zwanger|hoofd|gezicht|bewusteloos|SCREAM|hoor|hear|BLOOD|muur|stok|riem|kabel|fles|gebroken|beweegt|bezig <9 -spijker|game|match|voetbal|hond",
    "break|breaking|inbreken|inbreekt|breekt in|into|binnen & trying|iemand|someone|ex|he|hij|probeert|nu|now|right|ze",
    "gaat|komt|kom|going & naar|achter|after|for & kinderen|kinders|kids|me|mij|mes & nu|dol*|schreeuwt|razend|woedend|noe",
    "DOOR & HE|KIN|mannen|broers|men|ex & outside|buiten|staat|stoat|staan|stonden|wacht & hamer|mes|WEAPON|schreeuwt|roept|dreigt|binnen|SCREAM|bang|vermoord*|schiet*|scared|found|weten|kicking|komt|dronken|drunk|wil <14 -pizza*|post|pakket|courier|kantoor|schattig|koffie",
    // Blood and what is broken.
    "bleeding|bleeds|bloedend|bebloed",
    "pushed|threw|shoved & down & stairs",
    "voel|feel & baby & NOT|niet|NOMORE",
    // Sexual violence now.
    "verkracht*|raped|raping|rape|rapes|aangerand|groepsverkracht* & NOW|gisteravond|gisteren|last|yesterday|net|komt|straks|weer|again|elke|every|zijn|terug|just <10",
    "bij & haar|mij|me|hem|zusje|dochter & bed & kruipt|komt|ligt|nacht|elke|stiefvader|opa|oom <12",
    "duivel*|=demon|=demonen|exorcis*|bevrijding*|uitdrijv* & gil*|slaan|slaat|water|SCREAM|bloed*|BLOOD|nu|now|right|bezig|vast|eruit|vannacht|slagen <12 -film|katholieken|griezel*|tolpoort",
    "volgt|volg|following|follows|achtervolgt & me|mij|her|us & nu|now|park|straat|hand|donker|bos|street <8",
    "aanslag|bomb|bom|bomgordel|explosief|explosieven|schietpartij & plan*|wil|gaat|gekocht|kerk|zondag|maakt|zaal|church|neemt",
    "meeneemt|meenemen|meeneem|take & hele|iedereen|gezin|everyone|all & gemeente|mij|dood|wapen|vuurwapen|with|graf|him|me|zich",
    "man|vrouw|vader|moeder|hij|he|partner|ex|husband & leven & berooft|beroven|beroofd",
    "laatste|last & dag|uur|day & beleefd|geslagen|leven",
  ],
  urgent: [
    "klap|klappen|klappn|slap|slaps|pak & gegeven|gaf|krijg|krijgt|gekregen|slaag|gave|krijgen & ME|man|vrouw|moeder|vader|kind|ik|me <7",
    "dikke|dik|gebarsten & lip|oog|kaak",
    "durf|durft|dare|scared|want|wanna & NOT & naar|go & huis|home|thuis",
    "naaktfoto*|naaktfotos|nudes|filmpje|filmpjes|tapes|fotos & zet|post|publish|online|delen|send|app|familieapp|stuurt|sturen|confession <9",
    "weet|weten|weetn|find & te|where & vinden|vindn|vinde|wonen & me|mi|mij|ons|heur|haar <9",
    "volgt|followed|following|follows|achter & mij|me & aan|bus|werk|work|home|huis|dag|auto|aan <9",
    "rijdt|loopt|staat|steet|wacht|wachten|showing|shows & achter|school|schole|werk|work|buiten|poort & mij|me|kinderen|kinder|weer|elke|dag|wachten|up <9 -trein",
    "found out|bank|account|capitals|left|leaving|scarf & hes|he|uncle|dad|texting|home",
    "painted|geverfd|ingegooid|verf|beklad|brick|steen & door|deur|window|raam|ruit|front",
    "ruzie & escaleer*|geescaleerd|politie|kinderen & vandaag|net|weer",
    "gooit|gooi|throws|smijt|duwen|duwt|shoves|shouts & borden|spullen|mij|me|dingen|things|at|servies <6",
    "tapes|confession|geheimen & publish|publiceren|online|expose",
  ],
} as const;
