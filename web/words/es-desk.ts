import { actsEs } from "./desk/acts-es.ts";
import { findingsEs } from "./desk/findings-es.ts";
import { formEs } from "./desk/form-es.ts";
import { matterEs } from "./desk/matter-es.ts";
import { numbersEs } from "./desk/numbers-es.ts";
import { queueEs } from "./desk/queue-es.ts";
import { storyEs } from "./desk/story-es.ts";
import type { DeskWords } from "./desk-words.ts";

export const deskEs: DeskWords = {
  title: "El escritorio",
  description: "Para la protección de datos de {company}.",
  lead: "Aquí el delegado de protección de datos atiende lo que los clientes preguntan y avisan. Los clientes encuentran su propio registro en la primera página.",
  noScript: "El escritorio necesita JavaScript. Actívelo para esta dirección.",
  loading: "Comprobando la sesión…",
  signIn: "Iniciar sesión",
  signingIn: "Abriendo el acceso de la empresa…",
  signInHint: "Se entra con la cuenta de trabajo y un segundo factor. Cada inicio de sesión queda anotado.",
  ended: "Su sesión ha terminado: después de 15 minutos sin trabajar o al cabo de 8 horas.",
  signedOut: "Ha cerrado la sesión.",
  who: "Sesión de",
  roles: { dpo: "Delegado de protección de datos", approver: "Segunda persona que aprueba" },
  shown:
    "Mostró quién es a las {time}. Para comunicar un nombre o exportar, hágalo otra vez en los cinco minutos anteriores.",
  again: "Iniciar sesión otra vez",
  signOut: "Cerrar sesión",
  idle: "La sesión se cerrará a las {time}, porque hace rato que no ocurre nada.",
  final: "Esta sesión termina a las {time}, 8 horas después de empezar. Termine lo que está escribiendo.",
  close: "Seguir trabajando",
  problems: {
    STAFF_SIGN_IN_NEEDED: "Su sesión ya no está abierta. Inicie sesión otra vez.",
    STAFF_SIGN_IN_SPENT:
      "Este inicio de sesión ha caducado, ya se usó o se empezó en otro navegador. Su cuenta está bien: inicie sesión otra vez.",
    STAFF_SIGN_IN_REFUSED: "El acceso de la empresa se interrumpió. Si no fue usted, pregunte a quien lo administra.",
    STAFF_SIGN_IN_UNVERIFIED:
      "No se pudo comprobar la respuesta del acceso de la empresa, así que no entró nadie. Inténtelo otra vez; si sigue igual, avise a quien administra el portal.",
    STAFF_SECOND_FACTOR_MISSING:
      "Entró sin segundo factor, y aquí se pide uno. Configúrelo en su cuenta de trabajo e inténtelo otra vez.",
    STAFF_ROLE_MISSING:
      "Su cuenta de trabajo está bien, pero no tiene ninguna función en el escritorio. Si debería tenerla, pida a quien administra el portal que le añada al grupo.",
    STAFF_ROLE_WRONG: "Esto corresponde a otra función. Hacen falta dos personas, a propósito.",
    STAFF_SIGN_IN_STALE: "Para esto tiene que mostrar otra vez quién es. Inicie sesión otra vez.",
  },
  app: {
    queue: queueEs,
    matter: matterEs,
    story: storyEs,
    acts: actsEs,
    form: formEs,
    numbers: numbersEs,
    findings: findingsEs,
  },
};
