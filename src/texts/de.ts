/** German. */
import type { Texts } from './en.ts'
import { errors } from './errors/de.ts'
import { mail } from './mails/de.ts'
import { plural } from './plural.ts'
import { readings } from './readings/de.ts'

/** The texts. */
export const de: Texts = {
  frame: {
    fullStop: '.',
    between: ' ',
    brand: 'Interview-Prüfung',
    simulated: 'Vorführung: Diese Person ist simuliert, niemand wird beurteilt.',
    footer: 'Mit Whereabouts gemacht. Ein Mensch entscheidet, nie diese Seite.',
    questions: 'Fragen? {contact}',
    back: 'Zurück',
  },
  buttons: {
    continue: 'Weiter',
    join: 'Zum Interview',
    anotherDevice: 'Anderes Gerät verwenden',
    anotherWay: 'Ich brauche einen anderen Weg',
    start: 'Übung beginnen',
    skip: 'Überspringen',
  },
  notice: {
    title: 'Vor Ihrem Interview',
    lead: '{company} bittet alle, die sich bewerben, Gerät und Ort zu bestätigen, von denen aus sie teilnehmen. Es dauert etwa zehn Sekunden, und Sie müssen nichts vorbereiten.',
    leadFor:
      '{company} bittet alle, die sich bewerben ({opening}), Gerät und Ort zu bestätigen, von denen aus sie teilnehmen. Es dauert etwa zehn Sekunden, und Sie müssen nichts vorbereiten.',
    askedBy: 'Anfrage von',
    interview: 'Interview',
    genuine: 'Ist das echt?',
    ask: 'Fragen Sie nach: {contact}, oder jemanden dort, den Sie schon kennen.',
    read: 'Was gelesen wird, wenn Sie fortfahren',
    exercise:
      'Danach kommt eine kurze Tippübung von etwa anderthalb Minuten. Sie können sie überspringen; das spricht nicht gegen Sie. Nur Durchschnitte werden behalten, nie die einzelnen Tipper.',
    notRead: 'Was nicht gelesen wird',
    who: 'Wer entscheidet',
    decides:
      'Ein Mensch bei {company} sieht sich das Ergebnis an. Es ist nie der einzige Grund für eine Entscheidung. Nur wer dort an dieser Stelle arbeitet, sieht es.',
    readings: plural({
      one: 'Das Lesen endet mit Ihrem Interview, und die Messwerte werden {count} Tag später gelöscht.',
      other:
        'Das Lesen endet mit Ihrem Interview, und die Messwerte werden {count} Tage später gelöscht.',
    }),
    findings: plural({
      one: 'Was sie gezeigt haben, bleibt bis zu {count} Tag bei Ihrer Bewerbung.',
      other: 'Was sie gezeigt haben, bleibt bis zu {count} Tage bei Ihrer Bewerbung.',
    }),
    rights: 'Sie können sie ansehen, widersprechen und um Löschung bitten.',
    declare: 'Sollten wir etwas wissen?',
    declareHint:
      'Ein VPN oder eine Reise ist in Ordnung: Sagen Sie es hier, dann überrascht es niemanden.',
    declarations: {
      travel: {
        label: 'Ich bin auf Reisen',
        hint: 'Sie sind nicht an dem Ort, den Sie uns genannt haben.',
      },
      vpn: {
        label: 'Ich verwende ein VPN',
        hint: 'Ihr eigenes oder eines, das Ihr Arbeitgeber einschaltet.',
      },
      remoteDesktop: {
        label: 'Ich arbeite über einen entfernten Desktop',
        hint: 'Dieser Browser läuft auf einem anderen Computer, zum Beispiel Citrix oder Windows 365.',
      },
      assistive: {
        label: 'Ich verwende Hilfstechnik',
        hint: 'Zum Beispiel einen Screenreader, Sprachsteuerung oder einen Taster. Sie müssen nicht sagen, welche, und der Kanal des Einstellungsteams erfährt es nicht.',
      },
    },
    before: 'Bevor Sie „Weiter“ drücken, wird nur behalten, dass der Link angesehen wurde.',
    others: 'Andere Wege',
    joinWithout:
      'Sie können auch ohne dies teilnehmen; im Einstellungsteam sieht man, dass es übersprungen wurde.',
  },
  anotherWay: {
    text: 'Wenn etwas davon für Sie nicht geht oder Sie es lieber nicht möchten, bitten Sie um einen anderen Weg. Das spricht nicht gegen Sie: Ein Mensch wird Ihnen einen anbieten.',
    summary: 'Ein paar Worte dazu (freiwillig)',
    label: 'Was würde Ihnen helfen?',
  },
  items: {
    address: {
      title:
        'Ihre IP-Adresse, das Netz, zu dem sie gehört, und wo öffentliche Datenbanken sie verorten',
      why: 'Sie weist auf eine Region, nie auf eine Straße, und zeigt, ob es ein Anschluss zu Hause oder im Büro, ein Mobilfunknetz oder ein VPN ist.',
    },
    sides: {
      title:
        'Ihre anderen IP-Adressen: die Ihr Browser für direkte Verbindungen verwendet, wie Anrufe es tun, und die der anderen Art (IPv4 oder IPv6)',
      why: 'Ein Tunnel trägt oft nur eine davon.',
    },
    timing: {
      title: 'Wie lange eine Nachricht zwischen Ihrem Gerät und unseren Servern braucht',
      why: 'Entfernung braucht Zeit; das zeigt ungefähr, wie weit weg Sie sind.',
    },
    clock: {
      title: 'Zeitzone und Uhr Ihres Geräts, und wann sie auf Sommerzeit umstellt',
      why: 'Sie passen meist zum Ort.',
    },
    browser: {
      title:
        'Ihr Browser und System, deren Versionen, Art und Modell Ihres Geräts, wie der Browser sie nennt',
      why: 'Auch, ob der Browser sagt, dass ein Programm ihn steuert.',
    },
    device: {
      title:
        'Die Größe Ihres Bildschirms, wie oft er gezeichnet wird, während diese Seite vorn ist, die Zahl der Prozessoren und Berührungspunkte, der Speicher, die Plattform und der Grafikprozessor',
      why: 'Sie zeigen, was für ein Gerät es ist.',
    },
    realm: {
      title:
        'Ob Ihr Browser über Name, Plattform, Zahl der Prozessoren, Zeitzone und Uhr auf dieser Seite und neben ihr dasselbe sagt, und ob die Funktionen, die so etwas sagen, seine eigenen sind',
      why: 'Nur die Namen dessen, was abweicht, werden gesendet. Auch Erweiterungen zum Schutz der Privatsphäre ändern so etwas.',
    },
    rhythm: {
      title:
        'Der Rhythmus, in dem sich Ihre Maus über diese Seite bewegt und Tasten auf ihr gedrückt werden: nie wo, nie welche Tasten',
      why: 'Fernsteuerung hat einen eigenen Rhythmus. Was Sie schreiben, wird nicht gelesen.',
    },
    tapping: {
      title:
        'Wie spät, wie gleichmäßig und wie schnell Sie in der Tippübung tippen und wie bald Sie einen Tipper zurückhalten: Durchschnitte, nie die einzelnen Tipper',
      why: 'Wer einen Computer aus der Ferne steuert, sieht und antwortet spät. Sie können sie überspringen.',
    },
    presence: {
      title: 'Ob diese Seite verbunden und vorn bleibt, und ob sie die Tastatur hat',
      why: 'Bis das Interview endet. Sie zu verlassen ist in Ordnung, und was Sie anderswo tun, wird nicht gelesen.',
    },
    joining: {
      title: 'Wann Sie teilnehmen, und ob ein zweiter Browser Ihren Link verwendet',
      why: 'Damit niemand Ihren Platz einnehmen kann.',
    },
    call: {
      title: 'Wann Sie dem Anruf in Discord beitreten und ihn verlassen',
      why: 'Das Einstellungsteam hat Ihr Konto dort genannt; es wird mit Ihrer Bewerbung aufbewahrt. Von Discord bekommen wir weder Adresse noch Ton oder Bild des Anrufs.',
    },
  },
  notRead: [
    'Keine Kamera, kein Mikrofon, keine Dateien, kein genauer Standort.',
    'Nichts über Staatsangehörigkeit, Sprache, Akzent, Gesicht oder Stimme.',
  ],
  session: {
    title: 'Ihr Interview',
    thanks: 'Vielen Dank',
    nothingElse:
      'Mehr wird von Ihnen nicht gebraucht. Nehmen Sie teil, wenn es so weit ist, und viel Erfolg!',
    exerciseLeft:
      'Eine kurze Übung bleibt noch, wenn Sie möchten. Nehmen Sie teil, wenn es so weit ist, und viel Erfolg!',
    ownLink:
      'Verwenden Sie den Link oder die Nummer, die Sie für das Gespräch bekommen haben. Lassen Sie diesen Tab währenddessen offen.',
    opensCall: 'Öffnet das Gespräch in einem neuen Tab.',
    opensHost: 'Öffnet {host} in einem neuen Tab.',
    keepOpen: 'Lassen Sie diesen Tab während des Gesprächs offen.',
    others: 'Wenn Sie etwas anderes brauchen',
    requested:
      'Sie haben um einen anderen Weg gebeten. Das Einstellungsteam weiß Bescheid und meldet sich. Sie können trotzdem teilnehmen.',
    movedTitle: 'Sie sind jetzt auf Ihrem anderen Gerät',
    moved: 'Es hat übernommen, und hier wird nichts mehr gelesen. Sie können diesen Tab schließen.',
    overTitle: 'Das war alles',
    over: 'Die Zeit Ihres Interviews ist vorbei, und es wird nichts mehr gelesen. Sie können diesen Tab schließen.',
    recorded: 'Was aufgezeichnet wurde',
  },
  progress: {
    title: 'Was gelesen wird',
    steps: {
      address: 'IP-Adresse',
      clock: 'Zeitzone und Uhr',
      browser: 'Browser und Gerät',
      latency: 'Laufzeit der Verbindung',
    },
    noScript:
      'Ihr Browser führt unser Skript nicht aus, darum bleibt manches offen. Das ist in Ordnung, und Sie können trotzdem teilnehmen.',
    again: 'Noch einmal nachsehen',
    hint: 'Das dauert etwa zehn Sekunden. Sie können jederzeit teilnehmen.',
  },
  live: {
    connecting: 'Verbindung wird aufgebaut …',
    connected: 'Dieser Tab ist verbunden.',
    reconnecting: 'Verbindung wird erneuert … Ihr Interview ist davon nicht betroffen.',
    limited:
      'Es gibt gerade keine ständige Verbindung. Das ist in Ordnung: Sie können trotzdem teilnehmen.',
    allRead: 'Alles gelesen.',
    slow: 'Manches dauert länger. Das ist in Ordnung: Sie können trotzdem teilnehmen.',
    done: 'fertig',
    waiting: 'läuft noch',
  },
  move: {
    unnamed: 'Ein Browser',
    offer:
      'Werden Sie von einem anderen Computer oder Telefon aus teilnehmen? Nehmen Sie diese Seite zuerst dorthin mit.',
    open: 'Öffnen Sie auf dem anderen Gerät {url} und geben Sie diesen Code ein:',
    asked: 'Nachsehen, ob es gefragt hat',
    confirm: 'Bestätigen Sie es dann hier. Anders überlegt? Machen Sie unten einfach weiter.',
    takeOver: '{device} möchte von diesem Gerät übernehmen. Ist es Ihres?',
    yes: 'Ja, es ist meines',
    no: 'Nein, ist es nicht',
    entryTitle: 'Dieses Gerät verwenden',
    code: 'Code von Ihrem ersten Gerät',
    codeHint: 'Sie bestätigen dann auf dem ersten Gerät, und dieses nimmt seinen Platz ein.',
    badCode:
      'Dieser Code geht nicht: vertippt, schon verwendet oder älter als zehn Minuten. Drücken Sie noch einmal „Anderes Gerät verwenden“ für einen neuen.',
    readHere: 'Was auf diesem Gerät gelesen wird',
    waitingHead: 'Noch ein Schritt',
    waitingTitle: 'Bestätigen Sie jetzt auf dem ersten Gerät',
    goBack:
      'Gehen Sie zu der Seite zurück, von der Sie gekommen sind. Sie fragt, ob dieses Gerät Ihres ist; drücken Sie dort {yes}.',
    waiting: 'Warten auf das erste Gerät …',
    again: 'Noch einmal nachsehen',
    refusedTitle: 'Das erste Gerät hat Nein gesagt',
    refused:
      'Oder der Code ist zu alt. Drücken Sie dort noch einmal „Anderes Gerät verwenden“ für einen neuen.',
    tryAgain: 'Noch einmal versuchen',
  },
  recorded: {
    title: 'Was aufgezeichnet wurde',
    lead: 'Das hat {company} von Ihrem Besuch: was dafür angegeben und was gelesen wurde. Wer dort an dieser Stelle arbeitet, sieht es, zusammen mit dem, was es gezeigt hat.',
    readings: plural({
      one: 'Messwerte werden {count} Tag nach Ihrem Interview gelöscht.',
      other: 'Messwerte werden {count} Tage nach Ihrem Interview gelöscht.',
    }),
    findings: plural({
      one: 'Was sie gezeigt haben, bleibt bis zu {count} Tag bei Ihrer Bewerbung.',
      other: 'Was sie gezeigt haben, bleibt bis zu {count} Tage bei Ihrer Bewerbung.',
    }),
    copy: 'Ihr Name, Ihre E-Mail-Adresse und Ihre Telefonnummer werden dabei aufbewahrt. Für eine Kopie von allem: {contact}.',
    nothing: 'Es wurde noch nichts aufgezeichnet.',
    earlier: plural({ one: '{count} früherer', other: '{count} frühere' }),
    sources: {
      page: 'von Ihrem Browser gesagt',
      server: 'von unserem Server gesehen',
      platform: 'vom Besprechungsdienst',
      record: 'aus Ihrer Bewerbung',
      human: 'von einem Menschen gesagt',
    },
    choices: 'Ihre Möglichkeiten',
    wrong: 'Ist etwas falsch, oder bedarf es einer Erklärung?',
    wrongHint: 'Ein Mensch liest es neben dem Ergebnis.',
    send: 'An das Einstellungsteam senden',
    erase:
      'Sie können darum bitten, dass Ihre Daten gelöscht werden. Ein Mensch bei {company} antwortet; es kann warten müssen, solange Ihre Bewerbung läuft.',
    eraseButton: 'Um Löschung bitten',
    write: 'Damit Ihre Daten gelöscht werden, schreiben Sie an {contact}.',
    backToInterview: 'Zurück zu Ihrem Interview',
  },
  control: {
    title: 'Eine kurze Tippübung',
    states: {
      offered: '',
      done: 'Fertig, vielen Dank. Nur Durchschnitte wurden behalten.',
      'left-out':
        'Sie wird ausgelassen; das spricht nicht gegen Sie. Sie können sie immer noch machen.',
      void: 'Sie konnte nicht verwendet werden; das spricht nicht gegen Sie. Sie können sie noch einmal machen oder überspringen.',
      more: 'Fertig, vielen Dank. Ein kurzer Teil mehr würde helfen, wenn Sie mögen.',
    },
    what: 'Sie tippen im Takt eines hüpfenden Balls und drücken dann, wenn eine Scheibe erscheint. Es dauert etwa anderthalb Minuten und zeigt, ob dieser Computer bei Ihnen steht oder aus der Ferne gesteuert wird.',
    kept: 'Nur Durchschnitte werden behalten: wie spät, wie gleichmäßig und wie schnell Sie getippt haben. Sie können sie überspringen; das spricht nicht gegen Sie, und Sie können trotzdem teilnehmen.',
    more: {
      what: 'Ein weiterer Teil dauert etwa vierzig Sekunden: Sie tippen wieder im Takt und halten den Tipper zurück, wenn der Ball verschwindet, bevor er aufkommt. Das unterscheidet Reaktionen, die einfach etwas Zeit brauchen, von einem weit entfernten Computer.',
      kept: 'Nur Durchschnitte werden behalten. Sie können ihn auslassen; das spricht nicht gegen Sie, und Sie können trotzdem teilnehmen.',
      start: 'Diesen Teil beginnen',
    },
    how: 'Wie hätten Sie es gern?',
    variants: {
      usual: { label: 'Wie üblich', hint: 'Ein Ball hüpft.' },
      calm: { label: 'Ruhig', hint: 'Nichts hüpft: Ein Zeiger dreht sich wie bei einer Uhr.' },
      slow: { label: 'Langsamer und größer', hint: 'Ein großer Ball hüpft langsam.' },
    },
    inUse: 'Verwenden Sie gerade etwas davon?',
    inUseHint: 'Die Übung wird dann nicht gewertet; Sie können sie also ebenso gut überspringen.',
    remoteDesktop: {
      label: 'Einen entfernten Desktop oder Cloud-Computer',
      hint: 'Zum Beispiel Citrix, Windows 365 oder einen anderen Computer, an dem Sie von hier aus arbeiten.',
    },
    assistive: {
      label: 'Hilfstechnik',
      hint: 'Sie müssen nicht sagen, welche, und der Kanal des Einstellungsteams erfährt es nicht.',
    },
    noScript:
      'Ihr Browser führt unser Skript nicht aus, darum kann die Übung hier nicht laufen. Das zählt weder für noch gegen Sie.',
    begin: 'Drücken Sie eine beliebige Taste, klicken oder tippen Sie, um zu beginnen.',
    stage: 'Übung: im Takt eine beliebige Taste drücken',
    stop: 'Abbrechen',
  },
  exercise: {
    practise: 'Zuerst ein paar zum Üben',
    anyKey:
      'Jede Taste geht, ein Klick oder ein Finger irgendwo. Die Seite zeigt nicht, dass Sie getippt haben.',
    ball: 'Ein Ball hüpft. Tippen Sie jedes Mal, wenn er die Linie berührt.',
    hand: 'Ein Zeiger dreht sich. Tippen Sie jedes Mal, wenn er gerade nach oben zeigt.',
    counts: 'Jetzt zählt es.',
    again: 'Dasselbe noch einmal in anderem Tempo.',
    react:
      'Warten Sie, bis eine Scheibe erscheint, und drücken Sie, sobald Sie sie sehen. Manchmal dauert es länger, und manchmal kommt keine: Dann tun Sie nichts.',
    vanishingBall:
      'Der Ball hüpft wie vorhin, aber ab und zu verschwindet er, bevor er aufkommt. Dann halten Sie den Tipper zurück, wenn Sie noch können: Oft ist es dafür zu spät, und das ist in Ordnung. Tippen Sie sonst immer mit, und warten Sie nicht ab.',
    vanishingHand:
      'Der Zeiger dreht sich wie vorhin, aber ab und zu verschwindet er, bevor er nach oben zeigt. Dann halten Sie den Tipper zurück, wenn Sie noch können: Oft ist es dafür zu spät, und das ist in Ordnung. Tippen Sie sonst immer mit, und warten Sie nicht ab.',
    jump: 'Jetzt schneller, und manchmal ein wenig zu früh oder zu spät. Tippen Sie einfach weiter mit.',
    part: 'Teil {number} von {all}',
    thanks: 'Vielen Dank',
    cannot: 'Dieser Browser kann die Übung nicht ausführen. Das spricht nicht gegen Sie.',
    stopped: 'Abgebrochen. Nichts davon wurde gesendet. Sie können neu beginnen oder überspringen.',
    sending: 'Vielen Dank. Wird zusammengefasst …',
    failed: 'Auf der Seite ist etwas schiefgegangen. Das spricht nicht gegen Sie.',
    unreachable: 'Unser Server ist gerade nicht erreichbar. Das spricht nicht gegen Sie.',
  },
  answers: {
    done: 'Vielen Dank, das war alles. Nur Durchschnitte wurden behalten.',
    more: 'Vielen Dank. Ein kurzer Teil mehr würde helfen, wenn Sie mögen. Sie finden ihn hier.',
    notScored:
      'Vielen Dank. Nach dem, was Sie uns gesagt haben, wird es nicht gewertet, und nichts davon wurde behalten.',
    trouble: {
      hidden:
        'Das konnte nicht verwendet werden: Die Seite war währenddessen verdeckt. Lassen Sie diesen Tab die ganze Zeit vorn.',
      'coarse-clock':
        'Das konnte nicht verwendet werden: Der Browser gibt Zeiten nur grob an, wie es Browser tun, die vor Wiedererkennung schützen. Ein anderer Browser kann helfen; Sie können es auch auslassen.',
      'slow-frames':
        'Das konnte nicht verwendet werden: Der Bildschirm wurde zu langsam gezeichnet. Es kann helfen, andere Programme zu schließen oder das Ladegerät anzuschließen.',
      'too-few-taps':
        'Das konnte nicht verwendet werden: Es waren zu wenige Tipper. Tippen Sie einmal für jeden Schlag, den Sie sehen.',
      'not-steady':
        'Das konnte nicht verwendet werden: Die Tipper waren nicht gleichmäßig genug. Tippen Sie im Takt mit, wie bei Musik, nicht danach.',
      'tempi-disagree':
        'Das konnte nicht verwendet werden: Die Tipper bei verschiedenen Tempi passen nicht zusammen. Beim nächsten Mal kommt ein Teil dazu, und dann klappt es meist.',
      refused:
        'Das konnte nicht verwendet werden: Was ankam, passt nicht zu der Übung, die gesendet wurde. Vielleicht ist etwas dazwischengekommen; Sie können es noch einmal machen.',
    },
    again: 'Es spricht nicht gegen Sie. Sie können es noch einmal machen oder überspringen.',
  },
  messages: {
    earlyTitle: 'Ein wenig zu früh',
    early: 'Dieser Link öffnet sich: {moment}.',
    comeBack: 'Bitte kommen Sie dann wieder. Es wurde nichts gelesen.',
    cookiesTitle: 'Dieser Browser blockiert Cookies',
    cookies:
      'Wir brauchen ein einziges Cookie, nur für dieses Interview, um Ihren Browser von jedem anderen zu unterscheiden.',
    cookiesWays:
      'Sie können Cookies für diese Website erlauben und zurückgehen, den Link in einem anderen Browser öffnen oder zurückgehen und „Ich brauche einen anderen Weg“ oder „Zum Interview“ drücken. Nichts davon wird Ihnen vorgehalten.',
    toldTitle: 'Das Einstellungsteam weiß Bescheid',
    told: 'Man wird Ihnen einen anderen Weg anbieten, zum Beispiel einen kurzen Anruf. Darum zu bitten wird Ihnen nicht vorgehalten.',
    stillJoin: 'Sie können trotzdem wie geplant am Interview teilnehmen.',
    toldErase:
      'Ein Mensch entscheidet über Ihren Wunsch, gelöscht zu werden. Das kann warten müssen, solange das Gesetz verlangt, dass das Unternehmen den Fall aufbewahrt.',
    toldContest:
      'Was Sie geschrieben haben, steht neben dem, was aufgezeichnet wurde, und gehört zur Entscheidung.',
    noMeetingTitle: 'Nehmen Sie über den Link teil, den Sie schon haben',
    noMeeting:
      'Hier wurde kein Link zum Gespräch angegeben. Verwenden Sie den aus Ihrer Einladung.',
  },
  errors,
  readings,
  unavailable: {
    title: 'Dieser Link kann hier nicht geöffnet werden',
    lead: 'Sie haben nichts falsch gemacht. Es kann einen dieser Gründe haben:',
    reasons: [
      'es ist noch früh: Ein Link öffnet sich kurz vor dem Interview,',
      'er wurde in einem anderen Browser oder auf einem anderen Gerät geöffnet,',
      'ein neuerer Link ist an seine Stelle getreten, oder das Interview ist vorbei,',
      'ein Teil der Adresse ging beim Kopieren verloren.',
    ],
    doTitle: 'Was Sie tun können',
    elsewhere:
      'Anderswo geöffnet? Machen Sie in jenem Browser weiter; er kann Sie auch auf dieses Gerät bringen.',
    newer: 'Suchen Sie nach einer neueren Nachricht, oder versuchen Sie es näher am Termin.',
    write: 'Schreiben Sie der Person, die Sie eingeladen hat, und bitten Sie um einen neuen Link.',
    ask: 'Bitten Sie um einen neuen Link: {contact}.',
    waiting:
      'Wenn der Link Ihnen gehört, sagt dies dem Einstellungsteam, dass Sie warten. Dabei wird vermerkt, dass ein Browser kam und aus welchem Netz.',
    button: 'Hier weitermachen',
  },
  mail,
}
