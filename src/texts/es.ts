/** Spanish. */
import type { Texts } from './en.ts'
import { errors } from './errors/es.ts'
import { mail } from './mails/es.ts'
import { plural } from './plural.ts'
import { readings } from './readings/es.ts'

/** The texts. */
export const es: Texts = {
  frame: {
    fullStop: '.',
    between: ' ',
    brand: 'Comprobación para la entrevista',
    simulated: 'Demostración: esta persona es simulada y no se evalúa a nadie.',
    footer: 'Hecho con Whereabouts. Decide una persona, nunca esta página.',
    questions: '¿Preguntas? {contact}',
    back: 'Volver',
  },
  buttons: {
    continue: 'Continuar',
    join: 'Entrar en la entrevista',
    anotherDevice: 'Usar otro dispositivo',
    anotherWay: 'Necesito otra forma',
    start: 'Empezar el ejercicio',
    skip: 'Omitir',
  },
  notice: {
    title: 'Antes de su entrevista',
    lead: '{company} pide a todas las personas candidatas que confirmen el dispositivo y el lugar desde los que se conectan. Dura unos diez segundos y no tiene que preparar nada.',
    leadFor:
      '{company} pide a todas las personas candidatas ({opening}) que confirmen el dispositivo y el lugar desde los que se conectan. Dura unos diez segundos y no tiene que preparar nada.',
    askedBy: 'Lo pide',
    interview: 'Entrevista',
    genuine: '¿Es auténtico?',
    ask: 'Pregunte: {contact}, o a alguien de allí a quien ya conozca.',
    read: 'Qué se lee cuando continúa',
    exercise:
      'Después viene un breve ejercicio de pulsaciones de un minuto y medio. Puede omitirlo, y eso no cuenta en su contra. Solo se guardan promedios, nunca las pulsaciones.',
    notRead: 'Qué no se lee',
    who: 'Quién decide',
    decides:
      'Una persona de {company} mira el resultado. Nunca es la única razón de una decisión. Solo lo ven allí quienes trabajan en este puesto.',
    readings: plural({
      one: 'La lectura acaba con su entrevista, y las lecturas se borran {count} día después.',
      other: 'La lectura acaba con su entrevista, y las lecturas se borran {count} días después.',
    }),
    findings: plural({
      one: 'Lo que mostraron queda con su candidatura hasta {count} día.',
      other: 'Lo que mostraron queda con su candidatura hasta {count} días.',
    }),
    rights: 'Puede verlas, oponerse y pedir que se borren.',
    declare: '¿Hay algo que debamos saber?',
    declareHint: 'Una VPN o un viaje no es problema: díganoslo aquí y no sorprenderá a nadie.',
    declarations: {
      travel: { label: 'Estoy de viaje', hint: 'No está en el lugar que nos indicó.' },
      vpn: { label: 'Uso una VPN', hint: 'La suya, o una que activa su trabajo.' },
      remoteDesktop: {
        label: 'Trabajo con un escritorio remoto',
        hint: 'Este navegador funciona en otro ordenador, por ejemplo Citrix o Windows 365.',
      },
      assistive: {
        label: 'Uso tecnología de apoyo',
        hint: 'Por ejemplo un lector de pantalla, control por voz o un pulsador. No tiene que decir cuál, y no se comunica al canal de contratación.',
      },
    },
    before: 'Antes de que pulse «Continuar» solo se guarda que se miró el enlace.',
    others: 'Otras formas',
    joinWithout: 'Puede entrar sin esto; la persona que contrata verá que se omitió.',
  },
  anotherWay: {
    text: 'Si algo de esto no le sirve, o prefiere no hacerlo, pida otra forma. No cuenta en su contra: una persona le ofrecerá una.',
    summary: 'Añadir unas palabras (opcional)',
    label: '¿Qué le ayudaría?',
  },
  items: {
    address: {
      title:
        'Su dirección IP, la red a la que pertenece y dónde la sitúan las bases de datos públicas',
      why: 'Indica una región, nunca una calle, y muestra si la línea es de casa u oficina, de una red móvil o de una VPN.',
    },
    sides: {
      title:
        'Sus otras direcciones IP: la que su navegador usa para conexiones directas, como hacen las llamadas, y la del otro tipo (IPv4 o IPv6)',
      why: 'Un túnel a menudo lleva solo una de ellas.',
    },
    timing: {
      title: 'Cuánto tarda un mensaje entre su dispositivo y nuestros servidores',
      why: 'La distancia lleva tiempo; esto muestra más o menos a qué distancia está.',
    },
    clock: {
      title: 'La zona horaria y el reloj de su dispositivo, y cuándo cambia a la hora de verano',
      why: 'Suelen corresponder al lugar.',
    },
    browser: {
      title:
        'Su navegador y sistema, sus versiones, y el tipo y modelo de su dispositivo, tal como los nombra el navegador',
      why: 'También si el navegador dice que lo maneja un programa.',
    },
    device: {
      title:
        'El tamaño de su pantalla, cada cuánto se dibuja mientras esta página está delante, el número de procesadores y puntos táctiles, la memoria, la plataforma y el procesador gráfico',
      why: 'Muestran qué tipo de dispositivo es.',
    },
    realm: {
      title:
        'Si su navegador dice lo mismo de su nombre, plataforma, número de procesadores, zona horaria y reloj en esta página y junto a ella, y si las funciones que dicen tales cosas son las suyas',
      why: 'Solo se envían los nombres de lo que difiere. Las extensiones de privacidad también cambian estas cosas.',
    },
    rhythm: {
      title:
        'El ritmo con que su ratón se mueve por esta página y se pulsan teclas en ella: nunca dónde, nunca qué teclas',
      why: 'El control remoto tiene su propio ritmo. Lo que escribe no se lee.',
    },
    tapping: {
      title:
        'Con cuánto retraso, con qué regularidad y a qué velocidad pulsa en el ejercicio, y con qué prontitud contiene una pulsación: promedios, nunca las pulsaciones',
      why: 'Quien maneja un ordenador desde lejos ve y responde tarde. Puede omitirlo.',
    },
    presence: {
      title: 'Si esta página sigue conectada y delante, y si tiene el teclado',
      why: 'Hasta que acabe la entrevista. Puede dejarla, y lo que hace en otra parte no se lee.',
    },
    joining: {
      title: 'Cuándo entra, y si un segundo navegador usa su enlace',
      why: 'Para que nadie pueda ocupar su lugar.',
    },
    call: {
      title: 'Cuándo entra en la llamada de Discord y sale de ella',
      why: 'La persona que contrata indicó su cuenta allí, que se guarda con su candidatura. Discord no nos da ninguna dirección, sonido ni imagen de la llamada.',
    },
  },
  notRead: [
    'Ni cámara, ni micrófono, ni archivos, ni ubicación exacta.',
    'Nada sobre nacionalidad, idioma, acento, rostro o voz.',
  ],
  session: {
    title: 'Su entrevista',
    thanks: 'Gracias',
    nothingElse: 'No necesitamos nada más de usted. Entre cuando sea la hora, ¡y mucha suerte!',
    exerciseLeft:
      'Queda un breve ejercicio, si lo desea. Entre cuando sea la hora, ¡y mucha suerte!',
    ownLink:
      'Use el enlace o el número de la reunión que le dieron. Deje abierta esta pestaña durante la llamada.',
    opensCall: 'Abre la llamada en una pestaña nueva.',
    opensHost: 'Abre {host} en una pestaña nueva.',
    keepOpen: 'Deje abierta esta pestaña durante la llamada.',
    others: 'Si necesita otra cosa',
    requested:
      'Ha pedido otra forma. Se ha avisado a la persona que contrata, que se pondrá en contacto. Puede entrar igualmente.',
    movedTitle: 'Ahora está en su otro dispositivo',
    moved: 'Ha tomado el relevo, y aquí no se lee nada más. Puede cerrar esta pestaña.',
    overTitle: 'Eso es todo',
    over: 'El tiempo de su entrevista ha terminado, y no se lee nada más. Puede cerrar esta pestaña.',
    recorded: 'Qué se registró',
  },
  progress: {
    title: 'Qué se lee',
    steps: {
      address: 'Dirección IP',
      clock: 'Zona horaria y reloj',
      browser: 'Navegador y dispositivo',
      latency: 'Tiempos de la conexión',
    },
    noScript:
      'Su navegador no ejecuta nuestro script, así que algunas cosas quedan abiertas. No pasa nada: puede entrar igualmente.',
    again: 'Mirar de nuevo',
    hint: 'Tarda unos diez segundos. Puede entrar en cualquier momento.',
  },
  live: {
    connecting: 'Conectando …',
    connected: 'Esta pestaña está conectada.',
    reconnecting: 'Reconectando … No afecta a su entrevista.',
    limited: 'Ahora no hay conexión en directo. No pasa nada: puede entrar igualmente.',
    allRead: 'Todo leído.',
    slow: 'Algo tarda más. No pasa nada: puede entrar igualmente.',
    done: 'listo',
    waiting: 'en espera',
  },
  move: {
    unnamed: 'Un navegador',
    offer: '¿Va a entrar desde otro ordenador o teléfono? Lleve antes esta página allí.',
    open: 'En el otro dispositivo, abra {url} y escriba este código:',
    asked: 'Mirar si lo ha pedido',
    confirm: 'Después confírmelo aquí. ¿Ha cambiado de idea? Siga abajo sin más.',
    takeOver: '{device} pide tomar el relevo de este. ¿Es suyo?',
    yes: 'Sí, es mío',
    no: 'No, no lo es',
    entryTitle: 'Usar este dispositivo',
    code: 'Código de su primer dispositivo',
    codeHint: 'Después lo confirma en el primer dispositivo, y este ocupa su lugar.',
    badCode:
      'Este código no sirve: mal escrito, ya usado o de hace más de diez minutos. Pulse de nuevo «Usar otro dispositivo» para obtener otro.',
    readHere: 'Qué se lee en este dispositivo',
    waitingHead: 'Un paso más',
    waitingTitle: 'Ahora confírmelo en el primer dispositivo',
    goBack:
      'Vuelva a la página desde la que empezó. Pregunta si este dispositivo es suyo; pulse allí {yes}.',
    waiting: 'Esperando al primer dispositivo …',
    again: 'Mirar de nuevo',
    refusedTitle: 'El primer dispositivo dijo que no',
    refused:
      'O el código es demasiado antiguo. Pulse allí de nuevo «Usar otro dispositivo» para obtener otro.',
    tryAgain: 'Intentar de nuevo',
  },
  recorded: {
    title: 'Qué se registró',
    lead: 'Esto es lo que {company} tiene de su visita: lo que se indicó para ella y lo que se leyó. Lo ven allí quienes trabajan en este puesto, junto con lo que mostró.',
    readings: plural({
      one: 'Las lecturas se borran {count} día después de su entrevista.',
      other: 'Las lecturas se borran {count} días después de su entrevista.',
    }),
    findings: plural({
      one: 'Lo que mostraron queda con su candidatura hasta {count} día.',
      other: 'Lo que mostraron queda con su candidatura hasta {count} días.',
    }),
    copy: 'Su nombre, correo electrónico y teléfono se guardan con ello. Para una copia de todo, pregunte: {contact}.',
    nothing: 'Todavía no se ha registrado nada.',
    earlier: plural({ one: '{count} anterior', other: '{count} anteriores' }),
    sources: {
      page: 'lo dijo su navegador',
      server: 'lo vio nuestro servidor',
      platform: 'del servicio de reuniones',
      record: 'de su candidatura',
      human: 'lo dijo una persona',
    },
    choices: 'Sus opciones',
    wrong: '¿Hay algo mal, o algo que explicar?',
    wrongHint: 'Una persona lo lee junto al resultado.',
    send: 'Enviar a la persona que contrata',
    erase:
      'Puede pedir que se borren sus datos. Responde una persona de {company}; puede tener que esperar mientras su candidatura siga abierta.',
    eraseButton: 'Pedir que se borren',
    write: 'Para que se borren sus datos, escriba a {contact}.',
    backToInterview: 'Volver a su entrevista',
  },
  control: {
    title: 'Un breve ejercicio de pulsaciones',
    states: {
      offered: '',
      done: 'Hecho, gracias. Solo se guardaron promedios.',
      'left-out': 'Queda omitido, y eso no cuenta en su contra. Todavía puede hacerlo.',
      void: 'No se pudo usar, y eso no cuenta en su contra. Puede repetirlo u omitirlo.',
      more: 'Hecho, gracias. Una parte corta más ayudaría, si quiere.',
    },
    what: 'Pulsa al compás de una pelota que bota, y después pulsa cuando aparece un disco. Dura un minuto y medio, y muestra si este ordenador está junto a usted o se maneja desde lejos.',
    kept: 'Solo se guardan promedios: con cuánto retraso, con qué regularidad y a qué velocidad pulsó. Puede omitirlo; no cuenta en su contra, y puede entrar igualmente.',
    more: {
      what: 'Una parte más dura unos cuarenta segundos: pulsa otra vez al compás y contiene la pulsación cuando la pelota desaparece antes de caer. Distingue las reacciones que simplemente llevan su tiempo de un ordenador que está lejos.',
      kept: 'Solo se guardan promedios. Puede dejarla; no cuenta en su contra, y puede entrar igualmente.',
      start: 'Empezar esta parte',
    },
    how: '¿Cómo lo prefiere?',
    variants: {
      usual: { label: 'Normal', hint: 'Una pelota bota.' },
      calm: { label: 'Tranquilo', hint: 'Nada bota: gira una aguja, como la de un reloj.' },
      slow: { label: 'Más lento y grande', hint: 'Una pelota grande bota despacio.' },
    },
    inUse: '¿Usa ahora alguna de estas cosas?',
    inUseHint: 'Entonces el ejercicio no se valora, así que también puede omitirlo.',
    remoteDesktop: {
      label: 'Un escritorio remoto o un ordenador en la nube',
      hint: 'Por ejemplo Citrix, Windows 365 u otro ordenador en el que trabaja desde aquí.',
    },
    assistive: {
      label: 'Tecnología de apoyo',
      hint: 'No tiene que decir cuál, y no se comunica al canal de contratación.',
    },
    noScript:
      'Su navegador no ejecuta nuestro script, así que el ejercicio no puede hacerse aquí. No cuenta ni a su favor ni en su contra.',
    begin: 'Pulse cualquier tecla, haga clic o toque para empezar.',
    stage: 'Ejercicio: pulse cualquier tecla al compás',
    stop: 'Parar',
  },
  exercise: {
    practise: 'Primero unas de práctica',
    anyKey:
      'Sirve cualquier tecla, un clic o un dedo en cualquier sitio. La página no muestra que ha pulsado.',
    ball: 'Una pelota bota. Pulse cada vez que toque la línea.',
    hand: 'Una aguja gira. Pulse cada vez que apunte justo hacia arriba.',
    counts: 'Ahora cuenta.',
    again: 'Lo mismo otra vez, a otra velocidad.',
    react:
      'Espere a que aparezca un disco y pulse en cuanto lo vea. A veces tarda más, y a veces no aparece ninguno: entonces no haga nada.',
    vanishingBall:
      'La pelota bota como antes, pero de vez en cuando desaparece antes de caer. Entonces contenga la pulsación, si aún puede: a menudo es demasiado tarde, y no pasa nada. Pulse en todos los demás botes, sin esperar a ver.',
    vanishingHand:
      'La aguja gira como antes, pero de vez en cuando desaparece antes de apuntar hacia arriba. Entonces contenga la pulsación, si aún puede: a menudo es demasiado tarde, y no pasa nada. Pulse en todas las demás vueltas, sin esperar a ver.',
    jump: 'Ahora más rápido, y a veces un poco antes o después. Siga pulsando al compás.',
    part: 'Parte {number} de {all}',
    thanks: 'Gracias',
    cannot: 'Este navegador no puede hacer el ejercicio. No cuenta en su contra.',
    stopped: 'Parado. No se envió nada. Puede empezar de nuevo u omitirlo.',
    sending: 'Gracias. Resumiendo …',
    failed: 'Algo falló en la página. No cuenta en su contra.',
    unreachable: 'Ahora no se puede llegar a nuestro servidor. No cuenta en su contra.',
  },
  answers: {
    done: 'Gracias, eso era todo. Solo se guardaron promedios.',
    more: 'Gracias. Una parte corta más ayudaría, si quiere. La encuentra aquí.',
    notScored: 'Gracias. Con lo que nos dijo no se valora, y no se guardó nada de ello.',
    trouble: {
      hidden:
        'No se pudo usar: la página quedó oculta durante el ejercicio. Deje esta pestaña delante todo el tiempo.',
      'coarse-clock':
        'No se pudo usar: el navegador da los tiempos solo de forma aproximada, como hacen los que protegen contra el rastreo. Puede servir otro navegador; también puede dejarlo.',
      'slow-frames':
        'No se pudo usar: la pantalla se dibujó demasiado despacio. Puede ayudar cerrar otros programas o conectar el cargador.',
      'too-few-taps':
        'No se pudo usar: hubo muy pocas pulsaciones. Pulse una vez por cada golpe que vea.',
      'not-steady':
        'No se pudo usar: las pulsaciones no fueron lo bastante regulares. Pulse al compás, como con la música, y no después.',
      'tempi-disagree':
        'No se pudo usar: las pulsaciones a distintas velocidades no encajan. La próxima vez hay una parte más, y suele funcionar.',
      refused:
        'No se pudo usar: lo que llegó no corresponde al ejercicio que se envió. Quizá algo se interpuso; puede repetirlo.',
    },
    again: 'No cuenta en su contra. Puede repetirlo u omitirlo.',
  },
  messages: {
    earlyTitle: 'Un poco pronto',
    early: 'Este enlace se abre: {moment}.',
    comeBack: 'Vuelva entonces, por favor. No se leyó nada.',
    cookiesTitle: 'Este navegador bloquea las cookies',
    cookies:
      'Necesitamos una sola cookie, solo para esta entrevista, para distinguir su navegador de cualquier otro.',
    cookiesWays:
      'Puede permitir las cookies de este sitio y volver, abrir el enlace en otro navegador, o volver y pulsar «Necesito otra forma» o «Entrar en la entrevista». Nada de ello se le tendrá en cuenta en contra.',
    toldTitle: 'Se ha avisado a la persona que contrata',
    told: 'Le ofrecerá otra forma, por ejemplo una breve llamada. Pedirlo no se le tendrá en cuenta en contra.',
    stillJoin: 'Puede entrar en la entrevista como estaba previsto.',
    toldErase:
      'Una persona decide sobre su deseo de que se borren sus datos. Puede tener que esperar mientras la ley pida a la empresa conservar el caso.',
    toldContest: 'Lo que escribió queda junto a lo que se registró y forma parte de la decisión.',
    noMeetingTitle: 'Entre con el enlace que ya tiene',
    noMeeting: 'Aquí no se indicó ningún enlace de reunión. Use el de su invitación.',
  },
  errors,
  readings,
  unavailable: {
    title: 'Este enlace no se puede abrir aquí',
    lead: 'No ha hecho nada mal. Puede deberse a una de estas razones:',
    reasons: [
      'es pronto: un enlace se abre poco antes de la entrevista,',
      'se abrió en otro navegador o en otro dispositivo,',
      'un enlace más nuevo ocupó su lugar, o la entrevista terminó,',
      'se perdió parte de la dirección al copiarla.',
    ],
    doTitle: 'Qué puede hacer',
    elsewhere:
      '¿Lo abrió en otra parte? Siga en aquel navegador; también puede traerle a este dispositivo.',
    newer: 'Busque un mensaje más reciente, o inténtelo más cerca de la hora.',
    write: 'Escriba a la persona que le invitó y pida un enlace nuevo.',
    ask: 'Pida un enlace nuevo: {contact}.',
    waiting:
      'Si el enlace es suyo, esto avisa a la persona que contrata de que usted espera. Anota que vino un navegador, y desde qué red.',
    button: 'Continuar aquí',
  },
  mail,
}
