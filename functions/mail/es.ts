import type { MailWords } from "./mail-words.ts";

export const es: MailWords = {
  code: ({ name, host }, digits) => ({
    subject: `Su código de confirmación para ${name}`,
    parts: [
      `Alguien ha escrito su dirección de correo en ${host} para ver quién de ${name} ha consultado sus datos. Si ha sido usted, este es su código:`,
      { digits },
      "Escríbalo en la página en la que lo pidió. Solo sirve en ese navegador, una sola vez y durante 10 minutos desde que lo pidió.",
      "Este mensaje no contiene ningún enlace, y nadie le pedirá nunca este código por teléfono, correo o mensaje. No se lo dé a nadie, ni siquiera a nosotros.",
      "¿No ha sido usted? Entonces no tiene que hacer nada. Sin el código nadie ve nada.",
    ],
  }),
  unknown: ({ name, host, dpo }) => ({
    subject: `${name} no guarda nada con esta dirección`,
    parts: [
      `Alguien ha escrito su dirección de correo en ${host} para ver quién de ${name} ha consultado los datos asociados a ella.`,
      "No guardamos datos de ningún cliente con esta dirección. Por tanto, no hay nada que alguien haya podido consultar ni nada que podamos mostrarle. Esta es nuestra respuesta conforme al artículo 15 del RGPD.",
      "¿Es cliente con otra dirección? Entonces haga la solicitud con esa.",
      "¿No ha sido usted? Entonces no tiene que hacer nada. Enviamos esta respuesta una vez al día como máximo.",
      `Si tiene preguntas: ${dpo.name}, ${dpo.email}`,
    ],
  }),
  paused: ({ name, host, dpo }) => ({
    subject: "Demasiados códigos erróneos: pausa de dos horas",
    parts: [
      `En ${host} se han escrito 20 códigos erróneos seguidos para su dirección de correo. Nadie ha entrado. Para que siga así, durante las próximas dos horas no se envía ni se acepta ningún código.`,
      "¿Ha sido usted? Entonces pida después un código nuevo. Solo cuenta el más reciente, y solo en el navegador que lo pidió.",
      `¿No ha sido usted? Entonces alguien ha intentado ver quién de ${name} ha consultado sus datos. No tiene que hacer nada, pero puede comunicarlo: ${dpo.name}, ${dpo.email}`,
    ],
  }),
  confirmation: ({ name, dpo }, reference) => ({
    subject: `Su solicitud ${reference}`,
    parts: [
      `Usted ha preguntado a ${name} quién ha consultado sus datos. Lo hemos recibido como su solicitud conforme al artículo 15 del RGPD y la hemos respondido de inmediato con el registro que aparece en la página.`,
      { digits: reference },
      "Indique esta referencia si nos escribe al respecto.",
      `¿No ha sido usted? Entonces otra persona puede leer su correo. Cambie la contraseña de su buzón y comuníquelo: ${dpo.name}, ${dpo.email}`,
    ],
  }),
};
