/** French. */
import type { Texts } from './en.ts'
import { errors } from './errors/fr.ts'
import { mail } from './mails/fr.ts'
import { plural } from './plural.ts'
import { readings } from './readings/fr.ts'

/** The texts. */
export const fr: Texts = {
  frame: {
    fullStop: '.',
    between: ' ',
    brand: 'Vérification avant l’entretien',
    simulated: 'Démonstration : cette personne est simulée et personne n’est évalué.',
    footer: 'Fait avec Whereabouts. C’est une personne qui décide, jamais cette page.',
    questions: 'Des questions ? {contact}',
    back: 'Retour',
  },
  buttons: {
    continue: 'Continuer',
    join: 'Rejoindre l’entretien',
    anotherDevice: 'Utiliser un autre appareil',
    anotherWay: 'J’ai besoin d’une autre solution',
    start: 'Commencer l’exercice',
    skip: 'Passer',
  },
  notice: {
    title: 'Avant votre entretien',
    lead: '{company} demande à toutes les personnes candidates de confirmer l’appareil et le lieu d’où elles participent. Cela prend une dizaine de secondes, et vous n’avez rien à préparer.',
    leadFor:
      '{company} demande à toutes les personnes candidates ({opening}) de confirmer l’appareil et le lieu d’où elles participent. Cela prend une dizaine de secondes, et vous n’avez rien à préparer.',
    askedBy: 'Demandé par',
    interview: 'Entretien',
    genuine: 'Est-ce authentique ?',
    ask: 'Demandez : {contact}, ou à quelqu’un que vous y connaissez déjà.',
    read: 'Ce qui est lu lorsque vous continuez',
    exercise:
      'Vient ensuite un court exercice de frappe d’environ une minute et demie. Vous pouvez le passer, cela ne joue pas contre vous. Seules des moyennes sont conservées, jamais les frappes.',
    notRead: 'Ce qui n’est pas lu',
    who: 'Qui décide',
    decides:
      'Une personne de {company} regarde le résultat. Il n’est jamais la seule raison d’une décision. Seules les personnes qui y travaillent sur ce poste le voient.',
    readings: plural({
      one: 'La lecture s’arrête avec votre entretien, et les relevés sont effacés {count} jour plus tard.',
      other:
        'La lecture s’arrête avec votre entretien, et les relevés sont effacés {count} jours plus tard.',
    }),
    findings: plural({
      one: 'Ce qu’ils ont montré reste avec votre candidature jusqu’à {count} jour.',
      other: 'Ce qu’ils ont montré reste avec votre candidature jusqu’à {count} jours.',
    }),
    rights: 'Vous pouvez les voir, vous y opposer et demander leur effacement.',
    declare: 'Y a-t-il quelque chose à savoir ?',
    declareHint:
      'Un VPN ou un voyage ne pose pas de problème : dites-le ici, et cela ne surprendra personne.',
    declarations: {
      travel: {
        label: 'Je suis en voyage',
        hint: 'Vous n’êtes pas au lieu que vous nous avez indiqué.',
      },
      vpn: {
        label: 'J’utilise un VPN',
        hint: 'Le vôtre, ou celui que votre travail active.',
      },
      remoteDesktop: {
        label: 'Je travaille par bureau à distance',
        hint: 'Ce navigateur fonctionne sur un autre ordinateur, par exemple Citrix ou Windows 365.',
      },
      assistive: {
        label: 'J’utilise une technologie d’assistance',
        hint: 'Par exemple un lecteur d’écran, une commande vocale ou un contacteur. Vous n’avez pas à dire laquelle, et le canal de recrutement n’en est pas informé.',
      },
    },
    before:
      'Avant que vous n’appuyiez sur « Continuer », on retient seulement que le lien a été regardé.',
    others: 'Autres solutions',
    joinWithout:
      'Vous pouvez rejoindre l’entretien sans cela ; la personne qui recrute verra que cela a été passé.',
  },
  anotherWay: {
    text: 'Si quelque chose ne vous convient pas, ou si vous préférez ne pas le faire, demandez une autre solution. Cela ne joue pas contre vous : une personne vous en proposera une.',
    summary: 'Ajouter quelques mots (facultatif)',
    label: 'Qu’est-ce qui vous aiderait ?',
  },
  items: {
    address: {
      title:
        'Votre adresse IP, le réseau dont elle fait partie, et où des bases de données publiques la situent',
      why: 'Elle indique une région, jamais une rue, et montre si la ligne est celle d’un domicile ou d’un bureau, d’un réseau mobile ou d’un VPN.',
    },
    sides: {
      title:
        'Vos autres adresses IP : celle que votre navigateur utilise pour les connexions directes, comme le font les appels, et celle de l’autre type (IPv4 ou IPv6)',
      why: 'Un tunnel n’en porte souvent qu’une.',
    },
    timing: {
      title: 'Le temps que met un message entre votre appareil et nos serveurs',
      why: 'La distance prend du temps ; cela montre à peu près à quelle distance vous êtes.',
    },
    clock: {
      title:
        'Le fuseau horaire et l’horloge de votre appareil, et quand elle passe à l’heure d’été',
      why: 'Ils correspondent d’ordinaire au lieu.',
    },
    browser: {
      title:
        'Votre navigateur et votre système, leurs versions, ainsi que le type et le modèle de votre appareil, tels que le navigateur les nomme',
      why: 'Également si le navigateur dit qu’un programme le pilote.',
    },
    device: {
      title:
        'La taille de votre écran, la fréquence à laquelle il est dessiné tant que cette page est au premier plan, le nombre de processeurs et de points tactiles, la mémoire, la plateforme et le processeur graphique',
      why: 'Ils montrent de quel type d’appareil il s’agit.',
    },
    realm: {
      title:
        'Si votre navigateur dit la même chose de son nom, de sa plateforme, du nombre de processeurs, du fuseau horaire et de l’horloge sur cette page et à côté d’elle, et si les fonctions qui le disent sont bien les siennes',
      why: 'Seuls les noms de ce qui diffère sont envoyés. Les extensions de protection de la vie privée changent aussi de telles choses.',
    },
    rhythm: {
      title:
        'Le rythme auquel votre souris se déplace sur cette page et auquel des touches y sont pressées : jamais où, jamais quelles touches',
      why: 'La commande à distance a un rythme à elle. Ce que vous écrivez n’est pas lu.',
    },
    tapping: {
      title:
        'Avec quel retard, quelle régularité et quelle rapidité vous tapez dans l’exercice, et en combien de temps vous retenez une frappe : des moyennes, jamais les frappes',
      why: 'Qui pilote un ordinateur de loin voit et répond tard. Vous pouvez le passer.',
    },
    presence: {
      title: 'Si cette page reste connectée et au premier plan, et si elle a le clavier',
      why: 'Jusqu’à la fin de l’entretien. Vous pouvez la quitter, et ce que vous faites ailleurs n’est pas lu.',
    },
    joining: {
      title: 'Quand vous rejoignez l’entretien, et si un second navigateur utilise votre lien',
      why: 'Pour que personne ne puisse prendre votre place.',
    },
    call: {
      title: 'Quand vous rejoignez et quittez l’appel dans Discord',
      why: 'La personne qui recrute a indiqué votre compte là-bas, conservé avec votre candidature. Discord ne nous donne ni adresse, ni son, ni image de l’appel.',
    },
  },
  notRead: [
    'Ni caméra, ni micro, ni fichiers, ni position précise.',
    'Rien sur la nationalité, la langue, l’accent, le visage ou la voix.',
  ],
  session: {
    title: 'Votre entretien',
    thanks: 'Merci',
    nothingElse:
      'Rien d’autre ne vous est demandé. Rejoignez l’entretien quand c’est l’heure, et bonne chance !',
    exerciseLeft:
      'Il reste un court exercice, si vous le voulez. Rejoignez l’entretien quand c’est l’heure, et bonne chance !',
    ownLink:
      'Utilisez le lien ou le numéro de réunion qui vous a été donné. Gardez cet onglet ouvert pendant l’appel.',
    opensCall: 'Ouvre l’appel dans un nouvel onglet.',
    opensHost: 'Ouvre {host} dans un nouvel onglet.',
    keepOpen: 'Gardez cet onglet ouvert pendant l’appel.',
    others: 'S’il vous faut autre chose',
    requested:
      'Vous avez demandé une autre solution. La personne qui recrute est prévenue et vous contactera. Vous pouvez toujours rejoindre l’entretien.',
    movedTitle: 'Vous êtes maintenant sur votre autre appareil',
    moved: 'Il a pris le relais, et plus rien n’est lu ici. Vous pouvez fermer cet onglet.',
    overTitle: 'C’est tout',
    over: 'Le temps de votre entretien est écoulé, et plus rien n’est lu. Vous pouvez fermer cet onglet.',
    recorded: 'Ce qui a été enregistré',
  },
  progress: {
    title: 'Ce qui est lu',
    steps: {
      address: 'Adresse IP',
      clock: 'Fuseau horaire et horloge',
      browser: 'Navigateur et appareil',
      latency: 'Temps de la connexion',
    },
    noScript:
      'Votre navigateur n’exécute pas notre script, donc une partie reste ouverte. Ce n’est pas grave, et vous pouvez quand même rejoindre l’entretien.',
    again: 'Regarder à nouveau',
    hint: 'Cela prend une dizaine de secondes. Vous pouvez rejoindre l’entretien à tout moment.',
  },
  live: {
    connecting: 'Connexion …',
    connected: 'Cet onglet est connecté.',
    reconnecting: 'Reconnexion … Votre entretien n’est pas affecté.',
    limited:
      'Il n’y a pas de connexion en direct pour l’instant. Ce n’est pas grave : vous pouvez quand même rejoindre l’entretien.',
    allRead: 'Tout est lu.',
    slow: 'Une partie prend plus de temps. Ce n’est pas grave : vous pouvez quand même rejoindre l’entretien.',
    done: 'fait',
    waiting: 'en attente',
  },
  move: {
    unnamed: 'Un navigateur',
    offer:
      'Participerez-vous depuis un autre ordinateur ou téléphone ? Emportez-y d’abord cette page.',
    open: 'Sur l’autre appareil, ouvrez {url} et saisissez ce code :',
    asked: 'Regarder s’il l’a demandé',
    confirm:
      'Confirmez-le ensuite ici. Vous avez changé d’avis ? Poursuivez simplement ci-dessous.',
    takeOver: '{device} demande à prendre le relais de celui-ci. Est-ce le vôtre ?',
    yes: 'Oui, c’est le mien',
    no: 'Non, ce n’est pas le mien',
    entryTitle: 'Utiliser cet appareil',
    code: 'Code de votre premier appareil',
    codeHint: 'Vous confirmez ensuite sur le premier appareil, et celui-ci prend sa place.',
    badCode:
      'Ce code ne fonctionne pas : mal saisi, déjà utilisé ou vieux de plus de dix minutes. Appuyez de nouveau sur « Utiliser un autre appareil » pour en avoir un nouveau.',
    readHere: 'Ce qui est lu sur cet appareil',
    waitingHead: 'Encore une étape',
    waitingTitle: 'Confirmez maintenant sur le premier appareil',
    goBack:
      'Revenez à la page d’où vous êtes parti. Elle demande si cet appareil est le vôtre ; appuyez-y sur {yes}.',
    waiting: 'En attente du premier appareil …',
    again: 'Regarder à nouveau',
    refusedTitle: 'Le premier appareil a dit non',
    refused:
      'Ou le code est trop ancien. Appuyez-y de nouveau sur « Utiliser un autre appareil » pour en avoir un nouveau.',
    tryAgain: 'Réessayer',
  },
  recorded: {
    title: 'Ce qui a été enregistré',
    lead: 'Voici ce que {company} a de votre visite : ce qui a été indiqué pour elle, et ce qui a été lu. Les personnes qui y travaillent sur ce poste le voient, avec ce que cela a montré.',
    readings: plural({
      one: 'Les relevés sont effacés {count} jour après votre entretien.',
      other: 'Les relevés sont effacés {count} jours après votre entretien.',
    }),
    findings: plural({
      one: 'Ce qu’ils ont montré reste avec votre candidature jusqu’à {count} jour.',
      other: 'Ce qu’ils ont montré reste avec votre candidature jusqu’à {count} jours.',
    }),
    copy: 'Votre nom, votre adresse e-mail et votre numéro de téléphone sont conservés avec cela. Pour une copie du tout, demandez : {contact}.',
    nothing: 'Rien n’a encore été enregistré.',
    earlier: plural({ one: '{count} plus ancien', other: '{count} plus anciens' }),
    sources: {
      page: 'dit par votre navigateur',
      server: 'vu par notre serveur',
      platform: 'du service de réunion',
      record: 'de votre candidature',
      human: 'dit par une personne',
    },
    choices: 'Vos choix',
    wrong: 'Quelque chose est-il faux, ou à expliquer ?',
    wrongHint: 'Une personne le lit à côté du résultat.',
    send: 'Envoyer à la personne qui recrute',
    erase:
      'Vous pouvez demander l’effacement de vos données. Une personne de {company} répond ; cela peut devoir attendre tant que votre candidature est ouverte.',
    eraseButton: 'Demander l’effacement',
    write: 'Pour l’effacement de vos données, écrivez à {contact}.',
    backToInterview: 'Retour à votre entretien',
  },
  control: {
    title: 'Un court exercice de frappe',
    states: {
      offered: '',
      done: 'Fait, merci. Seules des moyennes ont été conservées.',
      'left-out':
        'Il est laissé de côté, cela ne joue pas contre vous. Vous pouvez encore le faire.',
      void: 'Il n’a pas pu être utilisé, cela ne joue pas contre vous. Vous pouvez le refaire ou le passer.',
      more: 'Fait, merci. Une courte partie de plus aiderait, si vous le voulez bien.',
    },
    what: 'Vous tapez au rythme d’une balle qui rebondit, puis vous appuyez lorsqu’un disque apparaît. Cela prend environ une minute et demie, et montre si cet ordinateur est près de vous ou piloté de loin.',
    kept: 'Seules des moyennes sont conservées : avec quel retard, quelle régularité et quelle rapidité vous avez tapé. Vous pouvez le passer ; cela ne joue pas contre vous, et vous pouvez quand même rejoindre l’entretien.',
    more: {
      what: 'Une partie de plus prend environ quarante secondes : vous tapez de nouveau en rythme, et retenez votre frappe lorsque la balle disparaît avant de toucher le sol. Cela distingue des réactions qui prennent simplement leur temps d’un ordinateur qui est loin.',
      kept: 'Seules des moyennes sont conservées. Vous pouvez la laisser ; cela ne joue pas contre vous, et vous pouvez quand même rejoindre l’entretien.',
      start: 'Commencer cette partie',
    },
    how: 'Comment le souhaitez-vous ?',
    variants: {
      usual: { label: 'Comme d’habitude', hint: 'Une balle rebondit.' },
      calm: {
        label: 'Calme',
        hint: 'Rien ne rebondit : une aiguille tourne, comme celle d’une horloge.',
      },
      slow: { label: 'Plus lent et plus grand', hint: 'Une grande balle rebondit lentement.' },
    },
    inUse: 'Utilisez-vous l’un de ces moyens en ce moment ?',
    inUseHint: 'L’exercice n’est alors pas noté ; vous pouvez donc aussi bien le passer.',
    remoteDesktop: {
      label: 'Un bureau à distance ou un ordinateur dans le nuage',
      hint: 'Par exemple Citrix, Windows 365, ou un autre ordinateur sur lequel vous travaillez d’ici.',
    },
    assistive: {
      label: 'Une technologie d’assistance',
      hint: 'Vous n’avez pas à dire laquelle, et le canal de recrutement n’en est pas informé.',
    },
    noScript:
      'Votre navigateur n’exécute pas notre script, donc l’exercice ne peut pas avoir lieu ici. Cela ne compte ni pour vous ni contre vous.',
    begin: 'Appuyez sur une touche, cliquez ou touchez l’écran pour commencer.',
    stage: 'Exercice : appuyez sur une touche en rythme',
    stop: 'Arrêter',
  },
  exercise: {
    practise: 'D’abord quelques-unes pour s’exercer',
    anyKey:
      'N’importe quelle touche convient, un clic, ou un doigt n’importe où. La page ne montre pas que vous avez tapé.',
    ball: 'Une balle rebondit. Tapez chaque fois qu’elle touche la ligne.',
    hand: 'Une aiguille tourne. Tapez chaque fois qu’elle pointe tout droit vers le haut.',
    counts: 'Maintenant, cela compte.',
    again: 'La même chose, à une autre vitesse.',
    react:
      'Attendez qu’un disque apparaisse, et appuyez dès que vous le voyez. Parfois cela dure plus longtemps, et parfois aucun ne vient : alors ne faites rien.',
    vanishingBall:
      'La balle rebondit comme avant, mais de temps en temps elle disparaît avant de toucher le sol. Retenez alors votre frappe, si vous le pouvez encore : souvent il est trop tard, et ce n’est pas grave. Tapez à tous les autres rebonds, sans attendre de voir.',
    vanishingHand:
      'L’aiguille tourne comme avant, mais de temps en temps elle disparaît avant de pointer vers le haut. Retenez alors votre frappe, si vous le pouvez encore : souvent il est trop tard, et ce n’est pas grave. Tapez à tous les autres tours, sans attendre de voir.',
    jump: 'Maintenant plus vite, et parfois un peu trop tôt ou trop tard. Continuez simplement à taper en rythme.',
    part: 'Partie {number} sur {all}',
    thanks: 'Merci',
    cannot: 'Ce navigateur ne peut pas exécuter l’exercice. Cela ne joue pas contre vous.',
    stopped: 'Arrêté. Rien n’a été envoyé. Vous pouvez recommencer, ou passer l’exercice.',
    sending: 'Merci. Calcul du résumé …',
    failed: 'Quelque chose a échoué dans la page. Cela ne joue pas contre vous.',
    unreachable: 'Notre serveur n’est pas joignable. Cela ne joue pas contre vous.',
  },
  answers: {
    done: 'Merci, c’était tout. Seules des moyennes ont été conservées.',
    more: 'Merci. Une courte partie de plus aiderait, si vous le voulez bien. Vous la trouvez ici.',
    notScored:
      'Merci. D’après ce que vous nous avez dit, ce n’est pas noté, et rien n’en a été conservé.',
    trouble: {
      hidden:
        'Cela n’a pas pu être utilisé : la page a été cachée pendant l’exercice. Gardez cet onglet au premier plan tout du long.',
      'coarse-clock':
        'Cela n’a pas pu être utilisé : le navigateur ne donne les temps qu’approximativement, comme ceux qui protègent contre le pistage. Un autre navigateur peut convenir ; vous pouvez aussi le laisser de côté.',
      'slow-frames':
        'Cela n’a pas pu être utilisé : l’écran a été dessiné trop lentement. Fermer d’autres programmes ou brancher le chargeur peut aider.',
      'too-few-taps':
        'Cela n’a pas pu être utilisé : il y a eu trop peu de frappes. Tapez une fois pour chaque battement que vous voyez.',
      'not-steady':
        'Cela n’a pas pu être utilisé : les frappes n’étaient pas assez régulières. Tapez avec le battement, comme en musique, plutôt qu’après.',
      'tempi-disagree':
        'Cela n’a pas pu être utilisé : les frappes aux différents tempos ne concordent pas. La prochaine fois il y a une partie de plus, et cela marche d’ordinaire.',
      refused:
        'Cela n’a pas pu être utilisé : ce qui est arrivé ne correspond pas à l’exercice envoyé. Quelque chose a pu s’interposer ; vous pouvez le refaire.',
    },
    again: 'Cela ne joue pas contre vous. Vous pouvez le refaire ou le passer.',
  },
  messages: {
    earlyTitle: 'Un peu tôt',
    early: 'Ce lien s’ouvre : {moment}.',
    comeBack: 'Revenez à ce moment-là. Rien n’a été lu.',
    cookiesTitle: 'Ce navigateur bloque les cookies',
    cookies:
      'Il nous faut un seul cookie, uniquement pour cet entretien, pour distinguer votre navigateur de tout autre.',
    cookiesWays:
      'Vous pouvez autoriser les cookies de ce site et revenir en arrière, ouvrir le lien dans un autre navigateur, ou revenir en arrière et appuyer sur « J’ai besoin d’une autre solution » ou « Rejoindre l’entretien ». Rien de cela ne vous sera reproché.',
    toldTitle: 'La personne qui recrute est prévenue',
    told: 'Elle vous proposera une autre solution, par exemple un court appel. Le demander ne vous sera pas reproché.',
    stillJoin: 'Vous pouvez toujours rejoindre l’entretien comme prévu.',
    toldErase:
      'Une personne décide de votre demande d’effacement. Elle peut devoir attendre tant que la loi demande à l’entreprise de garder le dossier.',
    toldContest:
      'Ce que vous avez écrit figure à côté de ce qui a été enregistré, et fait partie de la décision.',
    noMeetingTitle: 'Rejoignez par le lien que vous avez déjà',
    noMeeting: 'Aucun lien de réunion n’a été donné ici. Utilisez celui de votre invitation.',
  },
  errors,
  readings,
  unavailable: {
    title: 'Ce lien ne peut pas être ouvert ici',
    lead: 'Vous n’avez rien fait de mal. Cela peut avoir l’une de ces raisons :',
    reasons: [
      'il est tôt : un lien s’ouvre peu avant l’entretien,',
      'il a été ouvert dans un autre navigateur ou sur un autre appareil,',
      'un lien plus récent a pris sa place, ou l’entretien est terminé,',
      'une partie de l’adresse s’est perdue en la copiant.',
    ],
    doTitle: 'Ce que vous pouvez faire',
    elsewhere:
      'Ouvert ailleurs ? Continuez dans ce navigateur-là ; il peut aussi vous amener sur cet appareil.',
    newer: 'Cherchez un message plus récent, ou réessayez plus près de l’heure.',
    write: 'Écrivez à la personne qui vous a invité et demandez un nouveau lien.',
    ask: 'Demandez un nouveau lien : {contact}.',
    waiting:
      'Si le lien est le vôtre, ceci dit à la personne qui recrute que vous attendez. Il est noté qu’un navigateur est venu, et de quel réseau.',
    button: 'Continuer ici',
  },
  mail,
}
