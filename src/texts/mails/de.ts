/** Was in den Mails steht, auf Deutsch. */
import type { MailTexts } from './en.ts'

/** The texts. */
export const mail: MailTexts = {
  invitation: {
    subject: 'Ihr Interview bei {company}: Ihr persönlicher Link',
  },
  reminder: {
    subject: 'Erinnerung: Ihr Interview bei {company} beginnt in etwa einer Stunde',
    lead: 'Ihr Interview bei {company} beginnt in etwa einer Stunde. Hier ist noch einmal der Link, den Sie schon bekommen haben.',
  },
  greeting: 'Guten Tag, {name},',
  open: 'Ihren Link öffnen',
  works:
    'Er ist nur für Sie. Er geht in einem einzigen Browser, ab {moment} bis zum Ende des Interviews.',
  doubt:
    'Glauben Sie das nicht allein dieser Mail. Fragen Sie auf dem unten genannten Weg nach oder jemanden bei {company}, den Sie schon kennen. Die Adresse des Links beginnt mit {origin}. Niemand fragt Sie dort nach einem Passwort, einer Zahlung oder einem Ausweis.',
  makeSure: 'So vergewissern Sie sich',
  readTitle: 'Was gelesen wird, in Kürze',
  read: 'Nichts, bevor Sie „Weiter“ drücken. Dann: Ihre IP-Adressen und Netze, wie lange Nachrichten brauchen, Zeitzone und Uhr, was Ihr Browser über sich und Ihr Gerät sagt, der Rhythmus von Maus und Tasten auf der Seite, und ob die Seite bis zum Ende des Interviews vorn bleibt. Die Seite hinter dem Link zählt alles auf und sagt, wer es sieht und wie lange es aufbewahrt wird.',
  exercise: 'Außerdem wird eine kurze Tippübung angeboten. Sie können sie überspringen.',
  otherWays:
    'Wenn das für Sie nicht geht oder Sie es lieber nicht möchten, bitten Sie um einen anderen Weg: auf der Seite hinter dem Link oder bei der Person, die Sie eingeladen hat. Das spricht nicht gegen Sie.',
  end: 'Diese Mail lädt nichts und zählt nichts. Ein Mensch entscheidet, nie ein Programm.',
}
