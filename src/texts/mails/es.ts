/** Lo que dicen los correos, en español. */
import type { MailTexts } from './en.ts'

/** The texts. */
export const mail: MailTexts = {
  invitation: {
    subject: 'Su entrevista en {company}: su enlace personal',
  },
  reminder: {
    subject: 'Recordatorio: su entrevista en {company} es dentro de una hora',
    lead: 'Su entrevista en {company} empieza dentro de una hora, más o menos. Este es de nuevo el enlace que ya recibió.',
  },
  greeting: 'Hola, {name}:',
  open: 'Abrir su enlace',
  works:
    'Es solo para usted. Funciona en un único navegador, desde {moment} hasta el final de la entrevista.',
  doubt:
    'No se fíe solo de este correo. Pregunte por la vía de abajo, o a alguien de {company} a quien ya conozca. La dirección del enlace empieza por {origin}. Nadie le pide allí una contraseña, un pago ni un documento.',
  makeSure: 'Cómo asegurarse',
  readTitle: 'Qué se lee, en breve',
  read: 'Nada antes de que pulse «Continuar». Después: sus direcciones IP y redes, cuánto tardan los mensajes, su zona horaria y reloj, lo que su navegador dice de sí mismo y de su dispositivo, el ritmo del ratón y las teclas en la página, y si la página sigue delante hasta que acabe la entrevista. La página del enlace lo enumera todo y dice quién lo ve y cuánto tiempo se guarda.',
  exercise: 'También se ofrece un breve ejercicio de pulsaciones. Puede omitirlo.',
  otherWays:
    'Si esto no le sirve, o prefiere no hacerlo, pida otra forma: en la página del enlace, o a la persona que le invitó. No cuenta en su contra.',
  end: 'Este correo no carga nada ni cuenta nada. Decide una persona, nunca un programa.',
}
