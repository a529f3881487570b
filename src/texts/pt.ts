/** Portuguese. */
import type { Texts } from './en.ts'
import { errors } from './errors/pt.ts'
import { mail } from './mails/pt.ts'
import { plural } from './plural.ts'
import { readings } from './readings/pt.ts'

/** The texts. */
export const pt: Texts = {
  frame: {
    fullStop: '.',
    between: ' ',
    brand: 'Verificação para a entrevista',
    simulated: 'Demonstração: esta pessoa é simulada e ninguém é avaliado.',
    footer: 'Feito com Whereabouts. Quem decide é uma pessoa, nunca esta página.',
    questions: 'Dúvidas? {contact}',
    back: 'Voltar',
  },
  buttons: {
    continue: 'Continuar',
    join: 'Entrar na entrevista',
    anotherDevice: 'Usar outro dispositivo',
    anotherWay: 'Preciso de outra forma',
    start: 'Começar o exercício',
    skip: 'Pular',
  },
  notice: {
    title: 'Antes da sua entrevista',
    lead: '{company} pede a todas as pessoas candidatas que confirmem o dispositivo e o lugar de onde participam. Leva cerca de dez segundos, e você não precisa preparar nada.',
    leadFor:
      '{company} pede a todas as pessoas candidatas ({opening}) que confirmem o dispositivo e o lugar de onde participam. Leva cerca de dez segundos, e você não precisa preparar nada.',
    askedBy: 'Quem pede',
    interview: 'Entrevista',
    genuine: 'Isto é autêntico?',
    ask: 'Pergunte: {contact}, ou a alguém de lá que você já conhece.',
    read: 'O que é lido quando você continua',
    exercise:
      'Depois vem um breve exercício de toques, de cerca de um minuto e meio. Você pode pular, e isso não conta contra você. Só médias são guardadas, nunca os toques.',
    notRead: 'O que não é lido',
    who: 'Quem decide',
    decides:
      'Uma pessoa em {company} olha o resultado. Ele nunca é a única razão de uma decisão. Só o vê quem lá trabalha nesta vaga.',
    readings: plural({
      one: 'A leitura termina com a sua entrevista, e as leituras são apagadas {count} dia depois.',
      other:
        'A leitura termina com a sua entrevista, e as leituras são apagadas {count} dias depois.',
    }),
    findings: plural({
      one: 'O que elas mostraram fica com a sua candidatura por até {count} dia.',
      other: 'O que elas mostraram fica com a sua candidatura por até {count} dias.',
    }),
    rights: 'Você pode vê-las, contestar e pedir que sejam apagadas.',
    declare: 'Há algo que devemos saber?',
    declareHint: 'Uma VPN ou uma viagem não é problema: diga aqui, e não surpreenderá ninguém.',
    declarations: {
      travel: { label: 'Estou viajando', hint: 'Você está longe do lugar que nos informou.' },
      vpn: { label: 'Uso uma VPN', hint: 'A sua, ou uma que o seu trabalho liga.' },
      remoteDesktop: {
        label: 'Trabalho por uma área de trabalho remota',
        hint: 'Este navegador roda em outro computador, por exemplo Citrix ou Windows 365.',
      },
      assistive: {
        label: 'Uso tecnologia assistiva',
        hint: 'Por exemplo um leitor de tela, controle por voz ou um acionador. Você não precisa dizer qual, e o canal de contratação não é informado.',
      },
    },
    before: 'Antes de você apertar “Continuar”, só se guarda que o link foi olhado.',
    others: 'Outras formas',
    joinWithout: 'Você pode entrar sem isto; a pessoa que contrata verá que foi pulado.',
  },
  anotherWay: {
    text: 'Se algo disto não funciona para você, ou se prefere não fazer, peça outra forma. Não conta contra você: uma pessoa vai oferecer uma.',
    summary: 'Acrescentar algumas palavras (opcional)',
    label: 'O que ajudaria você?',
  },
  items: {
    address: {
      title: 'O seu endereço IP, a rede a que pertence e onde bancos de dados públicos o situam',
      why: 'Ele aponta para uma região, nunca para uma rua, e mostra se a linha é de casa ou escritório, de uma rede móvel ou de uma VPN.',
    },
    sides: {
      title:
        'Os seus outros endereços IP: o que o navegador usa para conexões diretas, como fazem as chamadas, e o do outro tipo (IPv4 ou IPv6)',
      why: 'Um túnel muitas vezes leva só um deles.',
    },
    timing: {
      title: 'Quanto tempo uma mensagem leva entre o seu dispositivo e os nossos servidores',
      why: 'A distância leva tempo; isto mostra mais ou menos a que distância você está.',
    },
    clock: {
      title:
        'O fuso horário e o relógio do seu dispositivo, e quando ele muda para o horário de verão',
      why: 'Costumam combinar com o lugar.',
    },
    browser: {
      title:
        'O seu navegador e sistema, as suas versões, e o tipo e modelo do seu dispositivo, como o navegador os nomeia',
      why: 'Também se o navegador diz que um programa o dirige.',
    },
    device: {
      title:
        'O tamanho da sua tela, a frequência com que é desenhada enquanto esta página está à frente, o número de processadores e pontos de toque, a memória, a plataforma e o processador gráfico',
      why: 'Mostram que tipo de dispositivo é.',
    },
    realm: {
      title:
        'Se o seu navegador diz o mesmo do seu nome, plataforma, número de processadores, fuso horário e relógio nesta página e ao lado dela, e se as funções que dizem tais coisas são as dele',
      why: 'Só são enviados os nomes do que difere. Extensões de privacidade também mudam essas coisas.',
    },
    rhythm: {
      title:
        'O ritmo com que o seu mouse se move por esta página e teclas são apertadas nela: nunca onde, nunca quais teclas',
      why: 'O controle remoto tem um ritmo próprio. O que você escreve não é lido.',
    },
    tapping: {
      title:
        'Com quanto atraso, com que regularidade e com que rapidez você toca no exercício, e em quanto tempo segura um toque: médias, nunca os toques',
      why: 'Quem dirige um computador de longe vê e responde tarde. Você pode pular.',
    },
    presence: {
      title: 'Se esta página continua conectada e à frente, e se tem o teclado',
      why: 'Até a entrevista terminar. Pode sair dela, e o que você faz em outro lugar não é lido.',
    },
    joining: {
      title: 'Quando você entra, e se um segundo navegador usa o seu link',
      why: 'Para que ninguém possa tomar o seu lugar.',
    },
    call: {
      title: 'Quando você entra na chamada do Discord e sai dela',
      why: 'A pessoa que contrata indicou a sua conta lá, que é guardada com a sua candidatura. O Discord não nos dá endereço, som nem imagem da chamada.',
    },
  },
  notRead: [
    'Nem câmera, nem microfone, nem arquivos, nem localização exata.',
    'Nada sobre nacionalidade, idioma, sotaque, rosto ou voz.',
  ],
  session: {
    title: 'A sua entrevista',
    thanks: 'Obrigado',
    nothingElse: 'Não precisamos de mais nada de você. Entre quando for a hora, e boa sorte!',
    exerciseLeft: 'Falta um breve exercício, se você quiser. Entre quando for a hora, e boa sorte!',
    ownLink:
      'Use o link ou número da reunião que lhe deram. Deixe esta aba aberta durante a chamada.',
    opensCall: 'Abre a chamada em uma nova aba.',
    opensHost: 'Abre {host} em uma nova aba.',
    keepOpen: 'Deixe esta aba aberta durante a chamada.',
    others: 'Se você precisa de outra coisa',
    requested:
      'Você pediu outra forma. A pessoa que contrata foi avisada e entrará em contato. Você ainda pode entrar.',
    movedTitle: 'Agora você está no seu outro dispositivo',
    moved: 'Ele assumiu, e aqui nada mais é lido. Você pode fechar esta aba.',
    overTitle: 'Isso é tudo',
    over: 'O tempo da sua entrevista terminou, e nada mais é lido. Você pode fechar esta aba.',
    recorded: 'O que foi registrado',
  },
  progress: {
    title: 'O que é lido',
    steps: {
      address: 'Endereço IP',
      clock: 'Fuso horário e relógio',
      browser: 'Navegador e dispositivo',
      latency: 'Tempos da conexão',
    },
    noScript:
      'O seu navegador não executa o nosso script, por isso algumas coisas ficam abertas. Não há problema, e você pode entrar do mesmo jeito.',
    again: 'Olhar de novo',
    hint: 'Leva cerca de dez segundos. Você pode entrar a qualquer momento.',
  },
  live: {
    connecting: 'Conectando …',
    connected: 'Esta aba está conectada.',
    reconnecting: 'Reconectando … A sua entrevista não é afetada.',
    limited: 'Não há conexão ao vivo agora. Não há problema: você pode entrar do mesmo jeito.',
    allRead: 'Tudo lido.',
    slow: 'Parte disto demora mais. Não há problema: você pode entrar do mesmo jeito.',
    done: 'pronto',
    waiting: 'aguardando',
  },
  move: {
    unnamed: 'Um navegador',
    offer: 'Você vai entrar de outro computador ou telefone? Leve antes esta página para lá.',
    open: 'No outro dispositivo, abra {url} e digite este código:',
    asked: 'Olhar se ele pediu',
    confirm: 'Depois confirme aqui. Mudou de ideia? É só seguir abaixo.',
    takeOver: '{device} pede para assumir o lugar deste. É seu?',
    yes: 'Sim, é meu',
    no: 'Não, não é',
    entryTitle: 'Usar este dispositivo',
    code: 'Código do seu primeiro dispositivo',
    codeHint: 'Depois você confirma no primeiro dispositivo, e este toma o lugar dele.',
    badCode:
      'Este código não funciona: digitado errado, já usado ou com mais de dez minutos. Aperte de novo “Usar outro dispositivo” para obter outro.',
    readHere: 'O que é lido neste dispositivo',
    waitingHead: 'Mais um passo',
    waitingTitle: 'Agora confirme no primeiro dispositivo',
    goBack:
      'Volte à página de onde você começou. Ela pergunta se este dispositivo é seu; aperte lá {yes}.',
    waiting: 'Aguardando o primeiro dispositivo …',
    again: 'Olhar de novo',
    refusedTitle: 'O primeiro dispositivo disse não',
    refused:
      'Ou o código é antigo demais. Aperte lá de novo “Usar outro dispositivo” para obter outro.',
    tryAgain: 'Tentar de novo',
  },
  recorded: {
    title: 'O que foi registrado',
    lead: 'Isto é o que {company} tem da sua visita: o que foi informado para ela e o que foi lido. Quem lá trabalha nesta vaga o vê, junto com o que mostrou.',
    readings: plural({
      one: 'As leituras são apagadas {count} dia depois da sua entrevista.',
      other: 'As leituras são apagadas {count} dias depois da sua entrevista.',
    }),
    findings: plural({
      one: 'O que elas mostraram fica com a sua candidatura por até {count} dia.',
      other: 'O que elas mostraram fica com a sua candidatura por até {count} dias.',
    }),
    copy: 'O seu nome, e-mail e telefone são guardados junto. Para uma cópia de tudo, pergunte: {contact}.',
    nothing: 'Nada foi registrado ainda.',
    earlier: plural({ one: '{count} anterior', other: '{count} anteriores' }),
    sources: {
      page: 'dito pelo seu navegador',
      server: 'visto pelo nosso servidor',
      platform: 'do serviço de reuniões',
      record: 'da sua candidatura',
      human: 'dito por uma pessoa',
    },
    choices: 'As suas opções',
    wrong: 'Há algo errado, ou algo a explicar?',
    wrongHint: 'Uma pessoa lê isso ao lado do resultado.',
    send: 'Enviar à pessoa que contrata',
    erase:
      'Você pode pedir que os seus dados sejam apagados. Uma pessoa em {company} responde; pode ter de esperar enquanto a sua candidatura estiver aberta.',
    eraseButton: 'Pedir que sejam apagados',
    write: 'Para que os seus dados sejam apagados, escreva para {contact}.',
    backToInterview: 'Voltar à sua entrevista',
  },
  control: {
    title: 'Um breve exercício de toques',
    states: {
      offered: '',
      done: 'Feito, obrigado. Só médias foram guardadas.',
      'left-out': 'Ficou de fora, e isso não conta contra você. Você ainda pode fazer.',
      void: 'Não pôde ser usado, e isso não conta contra você. Você pode repetir ou pular.',
      more: 'Feito, obrigado. Mais uma parte curta ajudaria, se você quiser.',
    },
    what: 'Você toca no ritmo de uma bola que quica e depois aperta quando um disco aparece. Leva cerca de um minuto e meio, e mostra se este computador está ao seu lado ou é dirigido de longe.',
    kept: 'Só médias são guardadas: com quanto atraso, com que regularidade e com que rapidez você tocou. Você pode pular; isso não conta contra você, e você pode entrar do mesmo jeito.',
    more: {
      what: 'Mais uma parte leva uns quarenta segundos: você toca de novo no ritmo e segura o toque quando a bola some antes de cair. Ela distingue reações que apenas levam seu tempo de um computador que está longe.',
      kept: 'Só médias são guardadas. Você pode deixá-la; isso não conta contra você, e você pode entrar do mesmo jeito.',
      start: 'Começar esta parte',
    },
    how: 'Como você prefere?',
    variants: {
      usual: { label: 'Normal', hint: 'Uma bola quica.' },
      calm: { label: 'Calmo', hint: 'Nada quica: um ponteiro gira, como o de um relógio.' },
      slow: { label: 'Mais lento e maior', hint: 'Uma bola grande quica devagar.' },
    },
    inUse: 'Você usa alguma destas coisas agora?',
    inUseHint: 'O exercício então não é avaliado, por isso você também pode pular.',
    remoteDesktop: {
      label: 'Uma área de trabalho remota ou um computador na nuvem',
      hint: 'Por exemplo Citrix, Windows 365 ou outro computador em que você trabalha a partir daqui.',
    },
    assistive: {
      label: 'Tecnologia assistiva',
      hint: 'Você não precisa dizer qual, e o canal de contratação não é informado.',
    },
    noScript:
      'O seu navegador não executa o nosso script, por isso o exercício não pode ser feito aqui. Isso não conta nem a favor nem contra você.',
    begin: 'Aperte qualquer tecla, clique ou toque para começar.',
    stage: 'Exercício: aperte qualquer tecla no ritmo',
    stop: 'Parar',
  },
  exercise: {
    practise: 'Primeiro algumas para praticar',
    anyKey:
      'Serve qualquer tecla, um clique ou um dedo em qualquer lugar. A página não mostra que você tocou.',
    ball: 'Uma bola quica. Toque cada vez que ela encostar na linha.',
    hand: 'Um ponteiro gira. Toque cada vez que ele apontar bem para cima.',
    counts: 'Agora conta.',
    again: 'O mesmo de novo, em outra velocidade.',
    react:
      'Espere até um disco aparecer e aperte assim que o vir. Às vezes demora mais, e às vezes nenhum aparece: então não faça nada.',
    vanishingBall:
      'A bola quica como antes, mas de vez em quando some antes de cair. Então segure o toque, se ainda puder: muitas vezes é tarde demais, e tudo bem. Toque em todas as outras batidas, sem esperar para ver.',
    vanishingHand:
      'O ponteiro gira como antes, mas de vez em quando some antes de apontar para cima. Então segure o toque, se ainda puder: muitas vezes é tarde demais, e tudo bem. Toque em todas as outras voltas, sem esperar para ver.',
    jump: 'Agora mais rápido, e às vezes um pouco cedo ou tarde demais. Continue tocando no ritmo.',
    part: 'Parte {number} de {all}',
    thanks: 'Obrigado',
    cannot: 'Este navegador não consegue fazer o exercício. Isso não conta contra você.',
    stopped: 'Parado. Nada disso foi enviado. Você pode começar de novo ou pular.',
    sending: 'Obrigado. Resumindo …',
    failed: 'Algo deu errado na página. Isso não conta contra você.',
    unreachable: 'O nosso servidor não pode ser alcançado agora. Isso não conta contra você.',
  },
  answers: {
    done: 'Obrigado, isso foi tudo. Só médias foram guardadas.',
    more: 'Obrigado. Mais uma parte curta ajudaria, se você quiser. Ela está aqui.',
    notScored: 'Obrigado. Com o que você nos disse, não é avaliado, e nada disso foi guardado.',
    trouble: {
      hidden:
        'Não pôde ser usado: a página ficou escondida durante o exercício. Deixe esta aba à frente o tempo todo.',
      'coarse-clock':
        'Não pôde ser usado: o navegador dá os tempos só de modo aproximado, como fazem os que protegem contra rastreamento. Outro navegador pode servir; também pode deixar de fora.',
      'slow-frames':
        'Não pôde ser usado: a tela foi desenhada devagar demais. Fechar outros programas ou ligar o carregador pode ajudar.',
      'too-few-taps':
        'Não pôde ser usado: houve poucos toques. Toque uma vez para cada batida que você vê.',
      'not-steady':
        'Não pôde ser usado: os toques não foram regulares o bastante. Toque junto com a batida, como na música, e não depois.',
      'tempi-disagree':
        'Não pôde ser usado: os toques em velocidades diferentes não combinam. Na próxima vez há uma parte a mais, e costuma dar certo.',
      refused:
        'Não pôde ser usado: o que chegou não corresponde ao exercício que foi enviado. Algo pode ter interferido; você pode repetir.',
    },
    again: 'Isso não conta contra você. Você pode repetir ou pular.',
  },
  messages: {
    earlyTitle: 'Um pouco cedo',
    early: 'Este link abre: {moment}.',
    comeBack: 'Volte nessa hora, por favor. Nada foi lido.',
    cookiesTitle: 'Este navegador bloqueia cookies',
    cookies:
      'Precisamos de um único cookie, só para esta entrevista, para distinguir o seu navegador de qualquer outro.',
    cookiesWays:
      'Você pode permitir cookies deste site e voltar, abrir o link em outro navegador, ou voltar e apertar “Preciso de outra forma” ou “Entrar na entrevista”. Nada disso será usado contra você.',
    toldTitle: 'A pessoa que contrata foi avisada',
    told: 'Ela oferecerá outra forma, por exemplo uma breve chamada. Pedir isso não será usado contra você.',
    stillJoin: 'Você ainda pode entrar na entrevista como planejado.',
    toldErase:
      'Uma pessoa decide sobre o seu pedido de apagar. Pode ter de esperar enquanto a lei exigir que a empresa guarde o caso.',
    toldContest: 'O que você escreveu fica ao lado do que foi registrado e faz parte da decisão.',
    noMeetingTitle: 'Entre pelo link que você já tem',
    noMeeting: 'Nenhum link de reunião foi informado aqui. Use o do seu convite.',
  },
  errors,
  readings,
  unavailable: {
    title: 'Este link não pode ser aberto aqui',
    lead: 'Você não fez nada de errado. Pode ter uma destas razões:',
    reasons: [
      'é cedo: um link abre pouco antes da entrevista,',
      'ele foi aberto em outro navegador ou em outro dispositivo,',
      'um link mais novo tomou o lugar dele, ou a entrevista terminou,',
      'parte do endereço se perdeu ao ser copiado.',
    ],
    doTitle: 'O que você pode fazer',
    elsewhere:
      'Abriu em outro lugar? Continue naquele navegador; ele também pode trazer você a este dispositivo.',
    newer: 'Procure uma mensagem mais nova, ou tente mais perto da hora.',
    write: 'Escreva à pessoa que convidou você e peça um novo link.',
    ask: 'Peça um novo link: {contact}.',
    waiting:
      'Se o link é seu, isto avisa à pessoa que contrata que você espera. Anota que um navegador veio, e de que rede.',
    button: 'Continuar aqui',
  },
  mail,
}
