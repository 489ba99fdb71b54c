/** A body, a child or a house in danger now. */
export const body = {
  acute: [
    // Children.
    "gehuil|huilt|huilen|crying|cries & kan|hou|houd|cant|stop|stopt & NOMORE|kapot|muur|gooi|take|schud|anymore|shake <10",
    // Breath, consciousness, blood, fits.
    "ademt|adem|ademen|ademhal*|ademhaalt|ademn|adempt & NOT|niks|raar|moeilijk|nauwelijks|haast|zwaar|amper|bijna <4",
    "wakker|wakke|wake|bijbrengen & NOT|nie|krijg|krijgen|wordt|word|wont|cant & ze|hij|haar|hem|he|she|her|him|mama|papa|moeder|vader|vriend|friend|mam|mum|te|krijg|meer <5 -durf|maken|hond|kat|uitgeslapen",
    "ligt|liggen|lig|lying|laying & vloer|grond|floor|badkamervloer|stil|trap|bed & NOT|ze|hij|wakker|beweegt|he|she|BLOOD|alleen|ademt|net <7 -tapijt|kleed|rommel|boek*",
    "reutelt|reutel*|rochelt|gorgelt|gurgling|schuimbek*|schuim",
    "hartaanval|hartinfarct|hartstilstand|beroerte|stroke|herseninfarct & nu|hij|ze|heeft|net|having|mag|denk|he|she|krijg <6 -jaren|vorig*|2015|geleden",
    "heart attack",
    "vasten|fasting & water|drinken|wartaal|up|opstaan|flauw & NOT|zonder|without",
    "weigert|weigeren|refuses|refusing & eten|drinken|eat|drink & ze|hij|oma|moeder|dagen|week|she|ligt|days|en <9",
    "wartaal|ijlt|ijlen|verward|delirious & vasten|dagen|koorts|drinken|pillen|ze|hij <8",
    "onwel & geworden|nu|net|ineens",
    "stervende|stervend|doodbloeden|doodbloedt & is|ze|hij|denk|ben|bloedt|we <5",
    "is|shes|hes|think|theyre|are|mum|baby|friend dying -hear|know|try|meet",
    // Fire and gas.
    "vol|full|veel & rook|smoke",
    "rook|smoke & eruit|uit|out|kunnen|trap|cant|ademen",
  ],
  urgent: [
    "medicijnen|tablets|medicatie|pillen|medication|bloeddrukpil* & weggegooid|thrown|afgepakt|gestopt|stoppen|mag|stopped|away & moeder|ze|zij|mum|moet|leider|her|circle|broer|zus|hij <10 -welke|wet|stel",
    "kind|kleinkind|kleindochter|leerling|leerlinge|meisje|dochter|pupil|student|girl|boy|zoontje & plekken|geslagen|bang|smeekte|opziet|smeekt|blauwe|vader|klappen|sluit|locks|verteld* & thuis|weekend|morgen|terug|haar|naartoe|vader|ouders|friday|jaar <14 -spreekbeurt|opvoedtips|training",
    "smeekte|smeekt|begged|begging",
    "zwanger|pregnant & bang|weg|alleen|scared|sekte|groep|hide",
    "demente|dement|dementie & klap|geslagen|slaan|hit|sloeg",
  ],
} as const;
