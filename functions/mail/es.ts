import { counter } from "../words/plural.ts";
import type { MailWords } from "./mail-words.ts";

const counted = counter("es");

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
  news: ({ name, host, dpo }, reference) => ({
    subject: `Hay novedades: ${reference}`,
    parts: [
      `Algo ha cambiado en su asunto con ${name}:`,
      { digits: reference },
      `Para leerlo, escriba ${host} en su navegador y confirme allí esta dirección. Se muestra en «Mis solicitudes».`,
      "Para que nadie más lo lea, este mensaje no dice de qué se trata y no contiene ningún enlace.",
      `¿No sabe nada de esto? Comuníquelo: ${dpo.name}, ${dpo.email}`,
    ],
  }),
  deskNews: ({ name, host }, reference, to) => ({
    subject: `En el escritorio: ${reference}`,
    parts: [
      {
        dpo: `En el escritorio de ${name} hay algo pendiente para la persona responsable de la protección de datos:`,
        approver: `En el escritorio de ${name} hay una decisión pendiente para la segunda persona:`,
      }[to],
      { digits: reference },
      `Para verlo, escriba ${host} en su navegador e inicie sesión en el escritorio. Este mensaje no contiene ni enlaces ni datos personales.`,
    ],
  }),
  deskOverdue: ({ name, host }, reference, what) => ({
    subject: `Fuera de plazo en el escritorio: ${reference}`,
    parts: [
      {
        answer: `Una respuesta que ${name} debe a un cliente está fuera de plazo: el tiempo que da la ley ha terminado.`,
        breach: `En ${name} se constató un uso indebido hace 72 horas y nadie ha decidido todavía si hay que avisar a la autoridad.`,
      }[what],
      { digits: reference },
      `Para verlo, escriba ${host} en su navegador e inicie sesión en el escritorio. Este mensaje llega una sola vez y no contiene ni enlaces ni datos personales.`,
    ],
  }),
  signals: ({ name, host }, count) => ({
    subject: `En el escritorio: ${counted(count, "# señal pendiente", "# señales pendientes")}`,
    parts: [
      `Hay accesos a datos de clientes que necesitan una explicación. En el escritorio de ${name} ${counted(count, "hay # señal pendiente", "hay # señales pendientes")} para la persona responsable de la protección de datos. Una señal no acusa a nadie: dice lo que se vio.`,
      `Para ${count === 1 ? "verla" : "verlas"}, escriba ${host} en su navegador e inicie sesión en el escritorio. Este mensaje no contiene ni enlaces ni datos personales.`,
    ],
  }),
  ask: ({ name, host, dpo }, link, to, day) => ({
    subject: `Una pregunta sobre protección de datos en ${name}`,
    parts: [
      {
        employee: `La persona responsable de la protección de datos de ${name} tiene una pregunta sobre consultas de los datos de un cliente registradas a su nombre.`,
        manager: `La persona responsable de la protección de datos de ${name} tiene una pregunta sobre consultas de los datos de un cliente hechas por alguien de su equipo.`,
      }[to],
      "Es una pregunta y nada más: no se acusa a nadie de nada. Se escucha a quien conoce el motivo antes de que nadie juzgue.",
      `Responda en esta página, por favor, a más tardar el ${day}, antes de medianoche:`,
      { link },
      `El enlace empieza por la dirección del portal, ${host}. Sirve una sola vez. No lo pase a nadie, por favor: quien lo tenga puede responder en su lugar.`,
      `¿Prefiere hablar, o duda de este mensaje? Diríjase a ${dpo.name}: ${dpo.email}`,
    ],
  }),
  addressCode: ({ name, host, dpo }, digits) => ({
    subject: `Su código para confirmar esta dirección en ${name}`,
    parts: [
      `Alguien ha pedido en ${host} que esta dirección sea en adelante la suya en ${name}. Si ha sido usted, este es su código:`,
      { digits },
      "Escríbalo en la página en la que lo pidió. Solo sirve en ese navegador, una sola vez y durante 10 minutos desde que lo pidió.",
      "Nada cambia enseguida: primero se avisa a la dirección usada hasta ahora, y el cambio espera unos días.",
      "Este mensaje no contiene ningún enlace, y nadie le pedirá nunca este código por teléfono, correo o mensaje. No se lo dé a nadie, ni siquiera a nosotros.",
      `¿No ha sido usted? Entonces no tiene que hacer nada. Sin el código nada cambia. Si tiene preguntas: ${dpo.name}, ${dpo.email}`,
    ],
  }),
  addressChanging: ({ name, host, dpo }, moment) => ({
    subject: `Su dirección en ${name} va a cambiar`,
    parts: [
      `Alguien que había confirmado esta dirección ha pedido en ${host} que otra ocupe su lugar en ${name}. El cambio surte efecto el ${moment}.`,
      "¿Ha sido usted? Entonces no tiene que hacer nada.",
      `¿No ha sido usted? Entonces otra persona puede leer su correo. Avísenos antes de ese momento, para que se pueda detener el cambio, y cambie la contraseña de su buzón. Escriba a ${dpo.name}: ${dpo.email}`,
    ],
  }),
  addressChanged: ({ name, host, dpo }) => ({
    subject: `La dirección en ${name} ha cambiado`,
    parts: [
      `Como se anunció, en ${name} vale ahora otra dirección de correo. Los códigos para ${host} y las novedades van solo a la dirección nueva.`,
      `¿No lo ha querido usted? Comuníquelo enseguida: ${dpo.name}, ${dpo.email}`,
    ],
  }),
};
