/** Ce qui se lit quand quelque chose n’a pas fonctionné, en français. */
import type { ErrorTexts } from './en.ts'

/** The texts. */
export const errors: ErrorTexts = {
  pages: {
    'session-missing': {
      title: 'Aucun entretien n’est ouvert dans ce navigateur',
      text: 'Ouvrez votre lien dans le navigateur où vous avez pressé « Continuer ». S’il est sur un autre appareil, « Utiliser un autre appareil » y permet de venir ici.',
    },
    'nonce-invalid': {
      title: 'Ce formulaire est trop ancien',
      text: 'Rien n’en a été repris. Ouvrez à nouveau la page et recommencez.',
    },
    'session-over': {
      title: 'C’est terminé ici',
      text: 'L’heure de votre entretien est passée, ou un autre appareil a pris le relais. Plus rien n’est lu, et vous pouvez fermer cet onglet.',
    },
    'illegal-transition': {
      title: 'Ce n’est pas possible maintenant',
      text: 'C’est terminé ici, ou déjà fait. Ouvrez à nouveau la page pour voir où cela en est.',
    },
    'code-unavailable': {
      title: 'Ce code ne fonctionne pas',
      text: 'Il est mal saisi, déjà utilisé, ou date de plus de dix minutes. Pressez à nouveau « Utiliser un autre appareil » pour en obtenir un autre.',
    },
    'too-many-requests': {
      title: 'Trop de demandes',
      text: 'Attendez une minute et réessayez.',
    },
    'too-large': {
      title: 'C’est plus que cette page n’accepte',
      text: 'Revenez en arrière et écrivez moins.',
    },
    'bad-input': {
      title: 'Cette demande ne convient pas',
      text: 'Revenez en arrière, ouvrez à nouveau la page et recommencez.',
    },
    internal: {
      title: 'Quelque chose a échoué de notre côté',
      text: 'Rien de ce que vous avez fait n’est perdu. Veuillez réessayer.',
    },
    nothing: {
      title: 'Il n’y a rien ici',
      text: 'Vérifiez l’adresse : ce doit être le lien entier qui vous a été donné.',
    },
  },
  exercise: {
    'exercise-not-asked': 'Aucun exercice de frappe n’est demandé ici.',
    'exercise-over': 'L’heure de votre entretien est passée ici.',
    'exercise-done': 'L’exercice est déjà fait. Merci.',
    'exercise-often':
      'Cela a été essayé assez souvent. Le passer, ou demander une autre solution, ne joue pas contre vous.',
  },
  number: 'Numéro de cet échec : {id}',
}
