import type { MatterLetterWords } from "../matter-letter-words.ts";
import { counter } from "../plural.ts";

const count = counter("es");

export const matterLetter: MatterLetterWords = {
  law: { UK: "RGPD del Reino Unido", EU: "RGPD" },
  titles: {
    acknowledgement: "Hemos recibido lo que nos envió",
    message: "Un mensaje para usted",
    clarification: "Una pregunta para usted",
    explanation: "Nuestra explicación",
    extension: "Necesitamos más tiempo para responderle",
    "name-released": "El nombre de una persona que consultó sus datos",
    misuse: "Sus datos se consultaron sin un motivo válido",
    refusal: "No podemos hacer lo que usted pidió",
    "partial-refusal": "Solo podemos hacer una parte de lo que usted pidió",
    closing: "Cómo ha terminado este asunto",
  },
  opening: (company, reference) =>
    `Le escribimos acerca de sus datos en ${company}. Esta carta forma parte del asunto con la referencia ${reference}.`,
  officerWrites: "La persona responsable de la protección de datos le escribe:",
  officerReasons: "La persona responsable de la protección de datos da estas razones:",
  workedOut: "Así se han calculado las fechas.",
  looks: (times, zone) =>
    `${count(times.length, "Se trata de # consulta de sus datos:", "Se trata de # consultas de sus datos:")} ${times.join("; ")} (hora local, ${zone}).`,

  received: (day) =>
    `Hemos recibido lo que nos envió. Gracias por contárnoslo. El día de recepción de este asunto es el ${day}.`,
  answerBy: (day) => `Tendrá nuestra respuesta a más tardar el ${day}, antes de medianoche.`,
  noDueDate: "Nuestra respuesta todavía no tiene plazo, porque seguimos esperando una aclaración que le hemos pedido.",
  whatNext:
    "Ahora hay personas que lo van a examinar. No tiene que hacer nada hasta que tenga noticias nuestras. Lo que ocurra se muestra en «Mis solicitudes», y un correo le avisa cuando hay novedades.",
  isComplaint:
    "También tratamos esto como una reclamación conforme al artículo 164A de la ley británica de protección de datos de 2018. Con esta carta acusamos recibo de ella. Le comunicaremos el resultado sin dilación indebida.",

  answerOnPortal: "Puede responder en el portal, en «Mis solicitudes».",
  clockRests: (law) =>
    `Hasta que usted responda, el plazo de nuestra respuesta queda suspendido; después continúa (artículo 12A del ${law}). Cuanto antes nos responda, antes podremos responderle.`,

  extended: (day, law) =>
    `No podemos responderle dentro del primer mes. Cuando una solicitud es compleja o hay varias, la ley concede dos meses más (artículo 12, apartado 3, del ${law}). Tendrá ahora nuestra respuesta a más tardar el ${day}, antes de medianoche.`,
  onlyExtension: "Esta es la única prórroga. La ley no permite otra.",

  nameReleased: {
    name: (name, position) => `El nombre es: ${[name, ...position].join(", ")}.`,
    purpose: (law) =>
      `Se le comunica este nombre con un solo fin: que pueda ejercer sus derechos conforme al ${law}. No lo use para nada más ni lo publique, por favor. La ley también protege a esta persona.`,
    noJudgement: "Comunicarle un nombre no es juzgar a esta persona.",
  },

  misuse: {
    nature: (company, law) =>
      `En ${company}, alguien consultó sus datos sin un motivo válido. La ley lo llama violación de la seguridad de los datos personales, y usted tiene derecho a saberlo (artículo 34 del ${law}). No es culpa suya, y lo sentimos.`,
    officerWrites:
      "La persona responsable de la protección de datos describe lo que pasó, lo que se ha hecho y lo que se va a hacer:",
    consequences:
      "Lo que puede resultar de ello: quien vio sus datos puede recordarlos, usarlos o pasarlos a otros, por ejemplo para ponerse en contacto con usted. No sabemos si ocurrirá.",
    recorded: (law) =>
      `Lo hemos documentado como violación de la seguridad de los datos, como exige la ley (artículo 33, apartado 5, del ${law}).`,
    advice:
      "Lo que usted puede hacer: no tiene que responder a nadie que le contacte en privado. Guarde los mensajes y los números, y cuéntenoslo. Si siente que corre peligro, llame al 112.",
    compensation: (law) =>
      `Si esto le ha causado un daño, puede tener derecho a una indemnización (artículo 82 del ${law}).`,
  },

  refused: "No podemos hacer lo que usted pidió. Este es el motivo:",
  partlyRefused: "Solo podemos hacer una parte de lo que usted pidió. Este es el motivo para la otra parte:",
  grounds: {
    "not-identified": (law) =>
      `Con lo que sabemos no podemos establecer que estos datos sean suyos, y por eso no podemos mostrarlos (artículo 12, apartado 2, del ${law}). Si nos envía algo que permita establecerlo, retomaremos el asunto.`,
    "manifestly-unfounded": (law) =>
      `La ley nos permite denegar una solicitud manifiestamente infundada (artículo 12, apartado 5, del ${law}). Nos corresponde a nosotros demostrar que la suya lo es.`,
    excessive: (law) =>
      `La ley nos permite denegar solicitudes excesivas, en particular porque se repiten (artículo 12, apartado 5, del ${law}). Nos corresponde a nosotros demostrar que las suyas lo son.`,
    "rights-of-others": (law) =>
      `Lo que usted pidió afectaría negativamente a los derechos y libertades de otras personas, que la ley también protege (artículo 15, apartado 4, del ${law}).`,
    "restricted-by-law": (law) => `Una ley limita lo que podemos decirle aquí (artículo 23 del ${law}).`,
    "not-held": (law) =>
      `No tenemos lo que usted pidió. Decírselo es nuestra respuesta conforme al artículo 15, apartado 1, del ${law}.`,
  },

  outcomes: {
    explained: "Hemos examinado este asunto y hemos explicado las consultas de las que se trataba.",
    misuse: "Hemos examinado este asunto. Sus datos se consultaron sin un motivo válido. Lo sentimos.",
    "no-finding":
      "Hemos examinado este asunto y no hemos encontrado nada que muestre que sus datos se consultaran sin un motivo válido. Esto dice lo que hemos podido encontrar. No dice que usted hiciera mal en preguntar.",
    refused: "No hemos podido hacer lo que usted pidió en este asunto.",
    "partly-refused": "Solo hemos podido hacer una parte de lo que usted pidió en este asunto.",
    withdrawn: "Este asunto termina porque fue retirado. Eso no tiene ninguna desventaja para usted.",
  },
  closed: "El asunto queda cerrado. Si le preocupa otra cosa, puede volver a preguntarnos en cualquier momento.",

  complainHere: (officer, email) =>
    `Si no está de acuerdo, puede presentarnos una reclamación, sin coste alguno: ${officer}, ${email}.`,
  complainToAuthority: (authority, url, law) =>
    `También puede reclamar ante la autoridad de control (artículo 77 del ${law}): ${authority}, ${url}`,
  otherAuthorities: (url) =>
    `Si lo prefiere, puede dirigirse a la autoridad del país en el que vive o trabaja, o en el que ocurrieron los hechos. Aquí figuran todas: ${url}`,
  court: (law) => `Y tiene derecho a acudir a los tribunales (artículo 79 del ${law}).`,

  contact: (officer, email, reference) =>
    `¿Hay algo que no esté claro, o algo le preocupa? Escriba a ${officer}, ${email}, e indique la referencia ${reference}.`,
  regards: "Atentamente",

  date: "Fecha",
  unprintable: "Algunos caracteres no se pueden imprimir en esta carta. El portal los muestra todos.",
};
