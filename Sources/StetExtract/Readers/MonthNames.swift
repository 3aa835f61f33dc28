/// Names of months and weekdays in the languages of the web, with the abbreviations and inflected forms that dates use.
enum MonthNames {
  /// The month (1 to 12) of a word in lower case without its full stop; nil when it is no month's name.
  static func month(_ word: String, language: String? = nil) -> Int? {
    if let month = sharedName(word, language) { return month }
    let found = words.find(WordHash.of(word.utf8))
    return found & 0x0F > 0 && found & persian == 0 ? Int(found & 0x0F) : nil
  }

  /// The month (1 to 12) of the Persian calendar that a word names; nil when it names none.
  static func persianMonth(_ word: String) -> Int? {
    let found = words.find(WordHash.of(word.utf8))
    return found & persian != 0 ? Int(found & 0x0F) : nil
  }

  /// The month of a name that another language gives to another month.
  private static func sharedName(_ word: String, _ language: String?) -> Int? {
    switch language {
    // The Croatian and the Polish, Czech and Ukrainian "leaf fall" are a month apart.
    case "hr", "bs": ["listopad", "listopada", "lis"].contains(word) ? 10 : nil
    // "Sickle" and "linden", too: elsewhere the Croatian ones count.
    case "cs": word == "srp" ? 8 : nil
    case "pl": word == "lip" ? 7 : nil
    default: nil
    }
  }

  /// Whether a word in lower case is a month's or weekday's name.
  static func isDateWord(_ word: String) -> Bool {
    let found = words.find(WordHash.of(word.utf8))
    return found != 0 && found & ambiguous == 0
  }

  /// Whether a word in lower case is a weekday's name.
  static func isWeekday(_ word: String) -> Bool { words.find(WordHash.of(word.utf8)) & weekday != 0 }

  /// All words: the month in the lower four bits, and whether it is a weekday or a name of something else too.
  private static let words: WordTable<UInt8> = {
    var table = WordTable<UInt8>(capacity: 4096, missing: 0)
    for (index, names) in namesByMonth.enumerated() {
      // Of a name that two months share the earlier one counts.
      table.insert(wordsOf: names, UInt8(index + 1)) { first, _ in first }
    }
    for (index, names) in persianMonths.enumerated() {
      table.insert(wordsOf: names, persian | UInt8(index + 1)) { $0 | $1 }
    }
    table.insert(wordsOf: weekdays, weekday) { $0 | $1 }
    table.insert(wordsOf: otherNames, ambiguous) { $0 | $1 }
    return table
  }()

  private static let weekday: UInt8 = 0x10
  private static let ambiguous: UInt8 = 0x20
  private static let persian: UInt8 = 0x40

  /// Names of months and weekdays that are first names or other words too.
  private static let otherNames: StaticString = """
    may april june august jan mai mar avril julio abril augusto juli mart lis jun dom sun sat sol ian jul sen tor kol
    man lor mer ven sam val marzo mari nov dec ago set out may. januar lun jum min don al fri
    """

  // Languages a line: en de nl af, da nb sv is fi et, fr it es pt ca gl ro eu, pl cs sk sl hr sr mk bg, ru uk be kk,
  // lt lv hu sq el tr az, id ms tl sw cy ga, ar fa ur he, hi mr ne bn ta te, th ka hy vi. "_" is a space.
  private static let namesByMonth: [StaticString] = [
    """
    january jan januar januari januarie jän jänner janúar tammikuu tammikuuta tammi jaanuar jaan
    janvier janv gennaio genn gen enero ene janeiro gener xaneiro xan ianuarie ian urtarrila urtarrilak
    styczeń stycznia sty leden ledna led január januára siječanj siječnja sij јануар јан јануари януари
    январь января янв січень січня січ студзень студзеня қаңтар
    sausis sausio saus janvāris janvārī január janar ιανουάριος ιανουαρίου ιαν ocak oca yanvar
    ionawr eanáir
    يناير كانون_الثاني جانفي ژانویه جنوری ינואר בינואר जनवरी जानेवारी জানুয়ারি জানুয়ারি জানুয়ারী জানুয়ারী ஜனவரி జనవరి
    มกราคม ม.ค იანვარი იანვარს հունվար հունվարի
    яну yan сту қаң հնվ იან ஜன జన জানু जाने जन ژانویهٔ ינו בינו
    """,
    """
    february feb februar februari februarie feber febrúar helmikuu helmikuuta helmi veebruar veebr
    février fevrier févr fevr fév febbraio febbr febb febrero fevereiro fev febrer febreiro februarie otsaila otsailak
    luty lutego lut únor února úno február februára veljača veljače velj фебруар феб фебруари февруари фев
    февраль февраля февр лютий лютого лют люты лютага ақпан
    vasaris vasario vas februāris februārī shkurt φεβρουάριος φεβρουαρίου φεβ şubat şub fevral pebrero
    chwefror feabhra
    فبراير شباط فيفري فوریه فروری פברואר בפברואר फरवरी फ़रवरी फ़रवरी फेब्रुवारी ফেব্রুয়ারি ফেব্রুয়ারি ফেব্রুয়ারী ফেব্রুয়ারী பிப்ரவரி ఫిబ్రవరి
    กุมภาพันธ์ ก.พ თებერვალი თებერვალს փետրվար փետրվարի
    febr ақп փտվ თებ பிப் ఫిబ్ర ফেব फेब्रु फ़र फर peb فوریهٔ פבר בפבר
    """,
    """
    march mar märz mär maerz maart mrt marts mars maaliskuu maaliskuuta maalis märts
    marzo março marco març martie martxoa martxoak
    marzec marca březen března bře marec marca ožujak ožujka ožu март мар марта
    марта берез березень березня бер сакавік сакавіка наурыз
    kovas kovo marts martā március márc mars μάρτιος μαρτίου μάρ μαρ mart maret mac marso machi
    mawrth márta
    مارس آذار مارچ מרץ במרץ מרס मार्च মার্চ மார்ச் మార్చి
    มีนาคม มี.ค მარტი მარტს մարտ մարտի
    сак нау մրտ მარ மார்
    """,
    """
    april apr avril avr aprile abril abr aprilie apirila apirilak huhtikuu huhtikuuta huhti aprill apríl
    kwiecień kwietnia kwi duben dubna dub apríla travanj travnja tra април апр априла
    апрель апреля квітень квітня квіт красавік красавіка сәуір
    balandis balandžio bal aprīlis aprīlī április ápr prill απρίλιος απριλίου απρ nisan nis aprel abril aprili
    ebrill aibreán
    أبريل ابريل نيسان أفريل آوریل اپریل אפריל באפריל अप्रैल एप्रिल এপ্রিল ஏப்ரல் ఏప్రిల్
    เมษายน เม.ย აპრილი აპრილს ապրիլ ապրիլի
    кра сәу ապր აპრ ஏப் ఏప్రి এপ্রি एप्रि अप्रै אפר באפר
    """,
    """
    may mai mei mayo maio maig maiatza maiatzak maj maí toukokuu toukokuuta touko maggio magg mag
    maja květen května kvě máj mája svibanj svibnja svi мај май мая маја
    травень травня трав май мамыр
    gegužė gegužės geg maijs maijā május máj μάιος μαΐου μαίου μάι mayıs may mey
    mayis meï bealtaine
    مايو أيار ماي مه می מאי במאי मई मे মে மே మే
    พฤษภาคม พ.ค მაისი მაისს մայիս մայիսի
    მაი مئی μαϊ μαΐ مهٔ
    """,
    """
    june jun juni junie juin giugno giu junio junho juny xuño iunie iun ekaina ekainak júní kesäkuu kesäkuuta kesä
    juuni
    czerwiec czerwca cze červen června čvn jún júna junij junija lipanj lipnja lip јун јуни јуна юни
    июнь июня июн червень червня черв чэрвень чэрвеня маусым
    birželis birželio birž jūnijs jūnijā június jún qershor ιούνιος ιουνίου ιούν haziran haz iyun hunyo
    mehefin meitheamh
    يونيو حزيران جوان ژوئن جون יוני ביוני जून জুন ஜூன் జూన్
    มิถุนายน มิ.ย ივნისი ივნისს հունիս հունիսի
    qer чэр iyn hun հնս ივნ ιουν мау ביונ
    """,
    """
    july jul juli julie juillet juil luglio lug julio julho juliol xullo iulie iul uztaila uztailak júlí heinäkuu
    heinäkuuta heinä juuli
    lipiec lipca červenec července čvc júl júla julij julija srpanj srpnja srp јул јули јула юли
    июль июля июл липень липня лип ліпень ліпеня шілде
    liepa liepos liep jūlijs jūlijā július júl korrik ιούλιος ιουλίου ιούλ temmuz tem iyul hulyo julai
    gorffennaf iúil
    يوليو تموز جويلية ژوئیه جولائی יולי ביולי जुलाई जुलै জুলাই ஜூலை జూలై
    กรกฎาคม ก.ค ივლისი ივლისს հուլիս հուլիսի
    xul korr ліп iyl hul հլս ივლ ιουλ шіл जुल জুল జులై ژوئیهٔ
    """,
    """
    august aug augustus août aout agosto ago agost abuztua abuztuak ágúst elokuu elokuuta elo augusti
    sierpień sierpnia sie srpen srpna august augusta avgust avgusta kolovoz kolovoza kol август авг августа аугуст
    августа серпень серпня серп жнівень жніўня тамыз
    rugpjūtis rugpjūčio rugp augusts augustā augusztus aug gusht αύγουστος αυγούστου αύγ αυγ ağustos ağu avqust
    agustus ogos agosto agosti awst lúnasa
    أغسطس اغسطس آب أوت اوت اگست אוגוסט באוגוסט अगस्त ऑगस्ट আগস্ট ஆகஸ்ட் ఆగస్టు
    สิงหาคม ส.ค აგვისტო აგვისტოს օգոստոս օգոստոսի
    avg avq agu ag жні там օգս აგვ ஆக ఆగ ऑग अग ágú ogo אוג באוג
    """,
    """
    september sep sept settembre sett septiembre setiembre setembro set setembre septembrie iraila irailak syyskuu
    syyskuuta syys septembre
    wrzesień września wrz září zář septembra rujan rujna ruj септембар септембра септември сеп
    сентябрь сентября сент сен вересень вересня вер верасень верасня қыркүйек
    rugsėjis rugsėjo rugs septembris septembrī szeptember szept shtator σεπτέμβριος σεπτεμβρίου σεπ eylül eyl
    sentyabr setyembre septemba medi meán_fómhair
    سبتمبر أيلول ايلول سپتامبر ستمبر ספטמבר בספטמבר सितंबर सितम्बर सप्टेंबर সেপ্টেম্বর செப்டம்பர் సెప్టెంబర్
    กันยายน ก.ย სექტემბერი სექტემბერს սեպտեմբեր սեպտեմբերի
    қыр սեպ სექ ספט בספט செப் సెప్టెం సెప్ట सप्टें सित
    """,
    """
    october oct oktober okt octobre ottobre ott octubre outubro out octubre outubro octombrie urria urriak lokakuu
    lokakuuta loka oktoober október
    październik października paź říjen října říj októbra oktobra октобар октобра октомври окт
    октябрь октября жовтень жовтня жовт кастрычнік кастрычніка қазан
    spalis spalio spal oktobris oktobrī október tetor οκτώβριος οκτωβρίου οκτ ekim eki oktyabr oktubre oktoba hydref
    deireadh_fómhair
    أكتوبر اكتوبر تشرين_الأول اکتبر اکتوبر אוקטובר באוקטובר अक्टूबर अक्तूबर ऑक्टोबर অক্টোবর அக்டோபர் అక్టోబర్
    ตุลาคม ต.ค ოქტომბერი ოქტომბერს հոկտեմբեր հոկտեմբերի
    кас қаз հոկ ოქტ אוק באוק அக் అక్టో ऑक्टो अक्टू tet
    """,
    """
    november nov novembre noviembre novembro noiembrie azaroa azaroak nóvember marraskuu marraskuuta marras
    listopad listopada listopadu lis novembra studeni studenoga studenog stu новембар новембра ноември ное нов
    ноябрь ноября нояб листопад листопада лист лістапад лістапада қараша
    lapkritis lapkričio lapkr novembris novembrī november nëntor νοέμβριος νοεμβρίου νοέ νοε kasım kas noyabr
    nobyembre novemba tachwedd samhain
    نوفمبر تشرين_الثاني نوامبر نومبر נובמבר בנובמבר नवंबर नवम्बर नोव्हेंबर নভেম্বর நவம்பர் నవంబర్
    พฤศจิกายน พ.ย ნოემბერი ნოემბერს նոյեմբեր նոյեմբերի
    nób nóv nob ліс қар նոյ ნოე נוב בנוב நவ నవం नोव्हें नव
    """,
    """
    december dec dezember dez desember des décembre decembre déc dicembre dic diciembre dezembro desembre decembrie
    abendua abenduak joulukuu joulukuuta joulu detsember dets
    grudzień grudnia gru prosinec prosince pro decembra prosinac prosinca децембар децембра декември дек
    декабрь декабря грудень грудня груд снежань снежня желтоқсан
    gruodis gruodžio gruod decembris decembrī december dhjetor δεκέμβριος δεκεμβρίου δεκ aralık ara dekabr disember
    disyembre desemba rhagfyr nollaig
    ديسمبر كانون_الأول دسامبر دسمبر דצמבר בדצמבר दिसंबर दिसम्बर डिसेंबर ডিসেম্বর டிசம்பர் డిసెంబర్
    ธันวาคม ธ.ค დეკემბერი დეკემბერს դեկտեմբեր դեկտեմբերի
    decembro дец сне жел դեկ დეკ דצמ בדצמ டிச డిసెం डिसें दिस dis dhj
    """,
  ]

  private static let persianMonths: [StaticString] = [
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد امرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
  ]

  private static let weekdays: StaticString =
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo
    mandag tirsdag onsdag torsdag fredag lørdag søndag man tir ons tor fre lør søn
    måndag tisdag lördag söndag mån tis lör sön maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
    maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
    lunedì martedì mercoledì giovedì venerdì sabato domenica lunedi martedi mercoledi giovedi venerdi gio sab dom
    lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié mie jue vie sáb
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta seg ter qua qui sex
    dilluns dimarts dimecres dijous divendres dissabte diumenge luni marți miercuri joi vineri sâmbătă duminică
    poniedziałek wtorek środa czwartek piątek sobota niedziela pon śr czw pt sob niedz
    pondělí úterý středa čtvrtek pátek neděle pondelok utorok streda štvrtok piatok nedeľa
    ponedjeljak utorak srijeda četvrtak petak subota nedjelja ponedeljek torek sreda četrtek petek nedelja
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    понеділок вівторок середа четвер п'ятниця субота неділя понеделник сряда четвъртък петък събота неделя
    hétfő kedd szerda csütörtök péntek szombat vasárnap δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
    pazartesi salı çarşamba perşembe cuma cumartesi pazar senin selasa rabu kamis jumat sabtu minggu
    pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis
    esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev
    الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه
    सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার
    ti ke to pe la su po út st čt pá ne ut št pi sze cs szo mie sâm dum δευ τρί τετ πέμ παρ σάβ κυρ pzt sal çar cum cmt
    paz uto sri čet pet sub ned нд
    isnin khamis понедељак уторак среда четвртак петак субота недеља
    วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์
    """
}
