/** Was zu lesen ist, wo etwas nicht geklappt hat, auf Deutsch. */
import type { ErrorTexts } from './en.ts'

/** The texts. */
export const errors: ErrorTexts = {
  pages: {
    'session-missing': {
      title: 'In diesem Browser ist kein Interview offen',
      text: 'Öffnen Sie Ihren Link in dem Browser, in dem Sie „Weiter“ gedrückt haben. Ist das auf einem anderen Gerät, kommen Sie dort mit „Anderes Gerät verwenden“ hierher.',
    },
    'nonce-invalid': {
      title: 'Dieses Formular ist zu alt',
      text: 'Es wurde nichts davon übernommen. Öffnen Sie die Seite noch einmal und wiederholen Sie es.',
    },
    'session-over': {
      title: 'Das ist hier vorbei',
      text: 'Ihre Interviewzeit ist vorbei, oder ein anderes Gerät hat übernommen. Es wird nichts mehr gelesen, und Sie können diesen Tab schließen.',
    },
    'illegal-transition': {
      title: 'Das geht jetzt nicht',
      text: 'Es ist hier vorbei oder schon erledigt. Öffnen Sie die Seite noch einmal, um zu sehen, wie es steht.',
    },
    'code-unavailable': {
      title: 'Dieser Code gilt nicht',
      text: 'Er ist vertippt, verbraucht oder älter als zehn Minuten. Drücken Sie noch einmal „Anderes Gerät verwenden“, dann erhalten Sie einen neuen.',
    },
    'too-many-requests': {
      title: 'Zu viele Anfragen',
      text: 'Warten Sie eine Minute und versuchen Sie es noch einmal.',
    },
    'too-large': {
      title: 'Das ist mehr, als diese Seite annimmt',
      text: 'Gehen Sie zurück und schreiben Sie weniger.',
    },
    'bad-input': {
      title: 'Diese Anfrage passt nicht',
      text: 'Gehen Sie zurück, öffnen Sie die Seite noch einmal und wiederholen Sie es.',
    },
    internal: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Nichts von Ihnen ging verloren. Bitte versuchen Sie es noch einmal.',
    },
    nothing: {
      title: 'Hier ist nichts',
      text: 'Prüfen Sie die Adresse: Es muss der ganze Link sein, den Sie bekommen haben.',
    },
  },
  exercise: {
    'exercise-not-asked': 'Hier ist keine Tippübung vorgesehen.',
    'exercise-over': 'Ihre Interviewzeit ist hier vorbei.',
    'exercise-done': 'Die Übung ist schon erledigt. Vielen Dank.',
    'exercise-often':
      'Das wurde oft genug versucht. Es zu überspringen oder um einen anderen Weg zu bitten, spricht nicht gegen Sie.',
  },
  number: 'Nummer dieses Fehlers: {id}',
}
