/** Lo que se lee cuando algo no funcionó, en español. */
import type { ErrorTexts } from './en.ts'

/** The texts. */
export const errors: ErrorTexts = {
  pages: {
    'session-missing': {
      title: 'No hay ninguna entrevista abierta en este navegador',
      text: 'Abra su enlace en el navegador en el que pulsó «Continuar». Si está en otro dispositivo, «Usar otro dispositivo» le trae desde allí hasta aquí.',
    },
    'nonce-invalid': {
      title: 'Este formulario es demasiado antiguo',
      text: 'No se tomó nada de él. Abra la página de nuevo y repita.',
    },
    'session-over': {
      title: 'Aquí ya terminó',
      text: 'Pasó la hora de su entrevista, u otro dispositivo tomó el relevo. No se lee nada más, y puede cerrar esta pestaña.',
    },
    'illegal-transition': {
      title: 'Ahora no es posible',
      text: 'Aquí ya terminó, o ya está hecho. Abra la página de nuevo para ver cómo está.',
    },
    'code-unavailable': {
      title: 'Este código no funciona',
      text: 'Está mal escrito, ya se usó o tiene más de diez minutos. Pulse «Usar otro dispositivo» de nuevo para obtener otro.',
    },
    'too-many-requests': {
      title: 'Demasiadas solicitudes',
      text: 'Espere un minuto e inténtelo de nuevo.',
    },
    'too-large': {
      title: 'Es más de lo que admite esta página',
      text: 'Vuelva atrás y escriba menos.',
    },
    'bad-input': {
      title: 'Esa solicitud no es válida',
      text: 'Vuelva atrás, abra la página de nuevo y repita.',
    },
    internal: {
      title: 'Algo falló por nuestra parte',
      text: 'No se perdió nada de lo que hizo. Inténtelo de nuevo.',
    },
    nothing: {
      title: 'Aquí no hay nada',
      text: 'Compruebe la dirección: debe ser el enlace completo que le dieron.',
    },
  },
  exercise: {
    'exercise-not-asked': 'Aquí no se pide ningún ejercicio de pulsaciones.',
    'exercise-over': 'Aquí ya pasó la hora de su entrevista.',
    'exercise-done': 'El ejercicio ya está hecho. Gracias.',
    'exercise-often':
      'Ya se intentó bastantes veces. Omitirlo, o pedir otra forma, no cuenta en su contra.',
  },
  number: 'Número de este fallo: {id}',
}
