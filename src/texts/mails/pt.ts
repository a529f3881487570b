/** O que dizem os e-mails, em português. */
import type { MailTexts } from './en.ts'

/** The texts. */
export const mail: MailTexts = {
  invitation: {
    subject: 'A sua entrevista em {company}: o seu link pessoal',
  },
  reminder: {
    subject: 'Lembrete: a sua entrevista em {company} é daqui a cerca de uma hora',
    lead: 'A sua entrevista em {company} começa daqui a cerca de uma hora. Este é de novo o link que você já recebeu.',
  },
  greeting: 'Olá, {name}!',
  open: 'Abrir o seu link',
  works: 'Ele é só para você. Funciona em um único navegador, de {moment} até o fim da entrevista.',
  doubt:
    'Não confie só neste e-mail. Pergunte pelo meio abaixo, ou a alguém de {company} que você já conhece. O endereço do link começa com {origin}. Lá ninguém pede senha, pagamento ou documento.',
  makeSure: 'Como ter certeza',
  readTitle: 'O que é lido, em resumo',
  read: 'Nada antes de você apertar “Continuar”. Depois: os seus endereços IP e redes, quanto tempo as mensagens levam, o seu fuso horário e relógio, o que o navegador diz de si e do seu dispositivo, o ritmo do mouse e das teclas na página, e se a página continua à frente até o fim da entrevista. A página do link lista tudo e diz quem vê e por quanto tempo é guardado.',
  exercise: 'Também é oferecido um breve exercício de toques. Você pode pular.',
  otherWays:
    'Se isto não funciona para você, ou se prefere não fazer, peça outra forma: na página do link, ou à pessoa que convidou você. Não conta contra você.',
  end: 'Este e-mail não carrega nada e não conta nada. Quem decide é uma pessoa, nunca um programa.',
}
