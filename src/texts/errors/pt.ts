/** O que se lê quando algo não funcionou, em português. */
import type { ErrorTexts } from './en.ts'

/** The texts. */
export const errors: ErrorTexts = {
  pages: {
    'session-missing': {
      title: 'Nenhuma entrevista está aberta neste navegador',
      text: 'Abra o seu link no navegador em que você apertou “Continuar”. Se ele está em outro dispositivo, “Usar outro dispositivo” traz você de lá para cá.',
    },
    'nonce-invalid': {
      title: 'Este formulário é antigo demais',
      text: 'Nada dele foi aproveitado. Abra a página de novo e repita.',
    },
    'session-over': {
      title: 'Aqui já terminou',
      text: 'O horário da sua entrevista passou, ou outro dispositivo assumiu. Nada mais é lido, e você pode fechar esta aba.',
    },
    'illegal-transition': {
      title: 'Isso não é possível agora',
      text: 'Aqui já terminou, ou já está feito. Abra a página de novo para ver como está.',
    },
    'code-unavailable': {
      title: 'Este código não funciona',
      text: 'Foi digitado errado, já foi usado ou tem mais de dez minutos. Aperte “Usar outro dispositivo” de novo para obter outro.',
    },
    'too-many-requests': {
      title: 'Solicitações demais',
      text: 'Espere um minuto e tente de novo.',
    },
    'too-large': {
      title: 'É mais do que esta página aceita',
      text: 'Volte e escreva menos.',
    },
    'bad-input': {
      title: 'Essa solicitação não é válida',
      text: 'Volte, abra a página de novo e repita.',
    },
    internal: {
      title: 'Algo deu errado do nosso lado',
      text: 'Nada do que você fez se perdeu. Tente de novo.',
    },
    nothing: {
      title: 'Não há nada aqui',
      text: 'Confira o endereço: deve ser o link inteiro que lhe deram.',
    },
  },
  exercise: {
    'exercise-not-asked': 'Nenhum exercício de toques é pedido aqui.',
    'exercise-over': 'O horário da sua entrevista já passou aqui.',
    'exercise-done': 'O exercício já está feito. Obrigado.',
    'exercise-often':
      'Já se tentou o bastante. Pular, ou pedir outra forma, não conta contra você.',
  },
  number: 'Número desta falha: {id}',
}
