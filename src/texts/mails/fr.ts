/** Ce que disent les messages, en français. */
import type { MailTexts } from './en.ts'

/** The texts. */
export const mail: MailTexts = {
  invitation: {
    subject: 'Votre entretien chez {company} : votre lien personnel',
  },
  reminder: {
    subject: 'Rappel : votre entretien chez {company} a lieu dans une heure environ',
    lead: 'Votre entretien chez {company} commence dans une heure environ. Voici de nouveau le lien que vous avez déjà reçu.',
  },
  greeting: 'Bonjour {name},',
  open: 'Ouvrir votre lien',
  works:
    'Il n’est que pour vous. Il fonctionne dans un seul navigateur, à partir de : {moment}, jusqu’à la fin de l’entretien.',
  doubt:
    'Ne vous fiez pas à ce seul message. Demandez par la voie ci-dessous, ou à quelqu’un de {company} que vous connaissez déjà. L’adresse du lien commence par {origin}. Personne ne vous y demande un mot de passe, un paiement ou un document.',
  makeSure: 'Pour vous en assurer',
  readTitle: 'Ce qui est lu, en bref',
  read: 'Rien avant que vous n’appuyiez sur « Continuer ». Ensuite : vos adresses IP et réseaux, le temps que mettent les messages, votre fuseau horaire et votre horloge, ce que votre navigateur dit de lui-même et de votre appareil, le rythme de la souris et des touches sur la page, et si la page reste au premier plan jusqu’à la fin de l’entretien. La page derrière le lien énumère tout, et dit qui le voit et combien de temps c’est conservé.',
  exercise: 'Un court exercice de frappe est aussi proposé. Vous pouvez le passer.',
  otherWays:
    'Si cela ne vous convient pas, ou si vous préférez ne pas le faire, demandez une autre solution : sur la page derrière le lien, ou à la personne qui vous a invité. Cela ne joue pas contre vous.',
  end: 'Ce message ne charge rien et ne compte rien. C’est une personne qui décide, jamais un programme.',
}
