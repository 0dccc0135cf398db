"""CONTENT: the words around the questions, in Spanish."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from intake.phrasebook import Phrase

SPANISH: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "back": Phrase("Back", "Atrás"),
        "next": Phrase("Next", "Siguiente"),
        "skip": Phrase("Skip", "Saltar"),
        "done": Phrase("Done", "Listo"),
        "saved": Phrase("Saved", "Guardado"),
        "language.name": Phrase("English", "Español"),
        "seeing.title": Phrase("See and hear better", "Ver y oír mejor"),
        "seeing.larger": Phrase("Larger text", "Agrandar letra"),
        "seeing.smaller": Phrase("Smaller text", "Achicar letra"),
        "seeing.contrast": Phrase("Contrast", "Contraste"),
        "aloud.start": Phrase("Read aloud", "Escuchar"),
        "aloud.stop": Phrase("Stop reading", "Parar"),
        "left.none": Phrase("All questions answered", "Ya contestó todas las preguntas"),
        "left.one": Phrase("1 question left", "Falta 1 pregunta"),
        "left.exactly": Phrase("{count} questions left", "Faltan {count} preguntas"),
        "left.between": Phrase(
            "{lowest} to {highest} questions left", "Faltan de {lowest} a {highest} preguntas"
        ),
        "away": Phrase(
            "No connection right now. Your answers are safe on this tablet and will be sent.",
            (
                "No hay conexión por ahora. Sus respuestas están seguras en esta tableta y se "
                "enviarán después."
            ),
        ),
        "notice.other-window": Phrase(
            "These questions are open in another window. Here is what was saved there.",
            "Estas preguntas están abiertas en otra ventana. Esto es lo que se guardó allí.",
        ),
        "notice.again": Phrase(
            "Please look at this question once more.", "Vea esta pregunta una vez más, por favor."
        ),
        "demo": Phrase("DEMO - invented patients", "DEMO - pacientes inventados"),
        "grid.read": Phrase("Please read each line first.", "Primero lea cada línea, por favor."),
        "grid.no-to-others": Phrase("No to all the others", "No a todo lo demás"),
        "grid.missing": Phrase(
            "Please tap one answer on each line.", "Toque una respuesta en cada línea, por favor."
        ),
        "many.missing": Phrase(
            "Please tap at least one answer.", "Toque al menos una respuesta, por favor."
        ),
        "map.front": Phrase("Front", "Por delante"),
        "map.back": Phrase("Back", "Por detrás"),
        "map.right": Phrase("Right leg", "Pierna derecha"),
        "map.left": Phrase("Left leg", "Pierna izquierda"),
        "page.search": Phrase("Type 3 letters", "Escriba 3 letras"),
        "page.clear": Phrase("Clear the letters", "Borrar las letras"),
        "page.chosen": Phrase("You chose: {names}", "Usted eligió: {names}"),
        "page.nothing": Phrase(
            "This name is not in the list. You can go on without it.",
            "Este nombre no está en la lista. Puede seguir sin él.",
        ),
        "text.missing": Phrase("Please write a few words.", "Escriba unas palabras, por favor."),
        "text.count": Phrase("{count} of {most} letters used", "{count} de {most} letras usadas"),
        "date.order": Phrase("month day year", "day month year"),
        "date.month": Phrase("Month", "Mes"),
        "date.day": Phrase("Day", "Día"),
        "date.year": Phrase("Year", "Año"),
        "date.month.empty": Phrase("MM", "MM"),
        "date.day.empty": Phrase("DD", "DD"),
        "date.year.empty": Phrase("YYYY", "AAAA"),
        "date.pad": Phrase("Number pad", "Teclado de números"),
        "date.erase": Phrase("Erase the last number", "Borrar el último número"),
        "date.incomplete": Phrase(
            "Please fill in the month, the day and all four numbers of the year.",
            "Llene el día, el mes y los cuatro números del año, por favor.",
        ),
        "date.impossible": Phrase(
            "There is no such day. Please check the month and the day.",
            "Ese día no existe. Revise el día y el mes, por favor.",
        ),
        "date.early": Phrase(
            "Please check the year. It should be 1900 or later.",
            "Revise el año, por favor. Debe ser 1900 o después.",
        ),
        "date.future": Phrase(
            "That day has not come yet. Please check the year.",
            "Ese día todavía no llega. Revise el año, por favor.",
        ),
        "review.title": Phrase("Please check your answers", "Revise sus respuestas, por favor"),
        "review.hint": Phrase(
            "Tap Change to correct an answer. When all is right, send them.",
            "Toque Cambiar si algo no está bien. Cuando todo esté bien, envíelas.",
        ),
        "review.change": Phrase("Change", "Cambiar"),
        "review.skipped": Phrase("Skipped", "Sin respuesta"),
        "review.send": Phrase("Send my answers", "Enviar mis respuestas"),
        "sending.title": Phrase("Sending your answers", "Enviando sus respuestas"),
        "sending.text": Phrase(
            "This takes a moment. If it takes long, please tell the front desk.",
            "Esto toma un momento. Si tarda mucho, avise en la recepción, por favor.",
        ),
        "help.button": Phrase("I need help", "Necesito ayuda"),
        "help.calling.title": Phrase("Calling the front desk", "Llamando a la recepción"),
        "help.coming.title": Phrase("Someone is coming", "Ya viene alguien"),
        "help.text": Phrase(
            "Your answers are kept. You can go on while you wait.",
            "Sus respuestas quedan guardadas. Puede seguir mientras espera.",
        ),
        "help.unreached.title": Phrase(
            "Please tell the front desk", "Por favor, avise en la recepción"
        ),
        "help.unreached.text": Phrase(
            (
                "This tablet cannot reach the desk right now. Your answers are kept. If you "
                "cannot walk there, call out."
            ),
            (
                "Esta tableta no puede llamar a la recepción ahora. Sus respuestas quedan "
                "guardadas. Si no puede caminar hasta allí, llame en voz alta."
            ),
        ),
        "help.close": Phrase("Back to the questions", "Volver a las preguntas"),
        "pause.title": Phrase(
            "Please tell the front desk now.", "Por favor, avise ahora en la recepción."
        ),
        "pause.show": Phrase("Show them this screen.", "Muéstreles esta pantalla."),
        "pause.why": Phrase(
            "A nurse needs to talk to you before you go on.",
            "Alguien de enfermería tiene que hablar con usted antes de seguir.",
        ),
        "pause.worse": Phrase(
            "If you feel worse, call out.", "Si se siente peor, llame en voz alta."
        ),
        "pause.kept": Phrase(
            "Your answers are kept. This page goes on by itself.",
            "Sus respuestas quedan guardadas. Esta página sigue por sí sola.",
        ),
        "desk.title": Phrase("Please tell the front desk", "Por favor, avise en la recepción"),
        "desk.text": Phrase(
            "This tablet needs their help before you can go on.",
            "Hace falta que ayuden con esta tableta antes de seguir.",
        ),
        "ended.text": Phrase(
            "These questions are closed now. The clinic has your answers.",
            "Estas preguntas ya se cerraron. La clínica tiene sus respuestas.",
        ),
        "welcome.title": Phrase("Welcome", "Le damos la bienvenida"),
        "welcome.what": Phrase(
            "A few questions about your knee, before you see your clinician.",
            "Unas preguntas sobre su rodilla, antes de que le atiendan.",
        ),
        "welcome.time": Phrase("It takes about 5 minutes.", "Toma unos 5 minutos."),
        "welcome.readers": Phrase(
            "Only the people who look after you here read your answers.",
            "Solo las personas que le atienden aquí leen sus respuestas.",
        ),
        "welcome.alarm": Phrase(
            "If you have chest pain, trouble breathing or feel faint, tell the front desk now.",
            (
                "Si le duele el pecho, le falta el aire o siente que se desmaya, avise ahora en "
                "la recepción."
            ),
        ),
        "welcome.start": Phrase("Start", "Empezar"),
        "arrival.title": Phrase("Who is here?", "¿Quién está aquí?"),
        "arrival.hint": Phrase(
            "Please give the name of the patient.", "Escriba el nombre del paciente, por favor."
        ),
        "arrival.given": Phrase("First name", "Nombre"),
        "arrival.family": Phrase("Last name", "Apellidos"),
        "arrival.missing": Phrase(
            "Please fill in both names.", "Llene el nombre y los apellidos, por favor."
        ),
        "arrival.long": Phrase(
            "This name is too long. Please give the short form.",
            "Este nombre es muy largo. Escriba la forma corta, por favor.",
        ),
        "arrival.begin": Phrase("Go on", "Seguir"),
        "code.button": Phrase("I have a code", "Tengo un código"),
        "code.title": Phrase("Type your code", "Escriba su código"),
        "code.hint": Phrase(
            "It has 8 letters and numbers. Staff gave it to you.",
            "Tiene 8 letras y números. Se lo dieron en la recepción.",
        ),
        "code.erase": Phrase("Erase the last letter", "Borrar la última letra"),
        "code.short": Phrase(
            "Please type all 8 letters and numbers.", "Escriba las 8 letras y números, por favor."
        ),
        "code.wrong": Phrase(
            "This code does not work. Please check it, or tell the front desk.",
            "Este código no sirve. Revíselo, o avise en la recepción.",
        ),
        "arriving.wait": Phrase(
            "Please wait a moment and try again, or tell the front desk.",
            "Espere un momento y pruebe otra vez, o avise en la recepción.",
        ),
        "how.title": Phrase("Do you have an appointment?", "¿Tiene una cita?"),
        "how.appointment": Phrase("I have an appointment", "Tengo una cita"),
        "how.none": Phrase("I came without an appointment", "Vine sin cita"),
        "match.title": Phrase("Is this you?", "¿Es usted?"),
        "match.hint": Phrase(
            "Tap the first letters of your name and your time.",
            "Toque las primeras letras de su nombre y su hora.",
        ),
        "match.none": Phrase("No, this is not me", "No, no soy yo"),
        "nobody.title": Phrase(
            "We did not find you on the list", "No encontramos su nombre en la lista"
        ),
        "nobody.text": Phrase(
            "That is all right. You can go on, or tell the front desk.",
            "No pasa nada. Puede seguir, o avise en la recepción.",
        ),
        "nobody.again": Phrase("Type the date again", "Escribir la fecha otra vez"),
        "nobody.go-on": Phrase("Go on without an appointment", "Seguir sin cita"),
        "guardian.title": Phrase(
            "Please get your parent or guardian", "Llame a su padre, madre o tutor"
        ),
        "guardian.text": Phrase(
            "You are under 18. A grown-up has to be with you for this.",
            "Usted tiene menos de 18 años. Un adulto debe estar con usted.",
        ),
        "guardian.here": Phrase("My parent or guardian is here", "Ya está aquí mi padre o tutor"),
        "guardian.alone": Phrase("Nobody is with me", "Nadie está conmigo"),
        "alike.text": Phrase("They will help you start.", "Allí le ayudan a empezar."),
        "consent.title": Phrase("Before we start", "Antes de empezar"),
        "consent.who.title": Phrase("Who reads this", "Quién lo lee"),
        "consent.who.text": Phrase(
            "The people who look after you at this clinic. Nobody else.",
            "Las personas que le atienden en esta clínica. Nadie más.",
        ),
        "consent.kept.title": Phrase("How long it is kept", "Cuánto tiempo se guarda"),
        "consent.kept.text": Phrase(
            (
                "Your answers become part of your file here. The clinic keeps it as long as "
                "the law says."
            ),
            (
                "Sus respuestas pasan a su archivo aquí. La clínica lo guarda el tiempo que "
                "dice la ley."
            ),
        ),
        "consent.ask.title": Phrase("Whom to ask", "A quién preguntar"),
        "consent.ask.text": Phrase(
            "Ask at the front desk. You can say no, or stop at any time.",
            "Pregunte en la recepción. Puede decir que no, o parar cuando quiera.",
        ),
        "consent.sign": Phrase("Sign here with your finger", "Firme aquí con el dedo"),
        "consent.clear": Phrase("Clear", "Borrar"),
        "consent.signed": Phrase("signature", "firma"),
        "consent.tick": Phrase(
            "I cannot sign here, but I agree", "No puedo firmar aquí, pero acepto"
        ),
        "consent.agree": Phrase("I agree", "Acepto"),
        "consent.talk": Phrase("I would rather talk to someone", "Prefiero hablar con alguien"),
        "consent.missing": Phrase(
            "Please sign in the box with your finger, or tick the line below it.",
            "Firme con el dedo en el cuadro o marque la línea de abajo, por favor.",
        ),
        "consent.changed": Phrase(
            "This page has just changed. Please read it once more.",
            "Esta página acaba de cambiar. Léala otra vez, por favor.",
        ),
        "consent.again": Phrase(
            "Some time has passed. Please read this once more.",
            "Ya pasó un rato. Lea esto otra vez, por favor.",
        ),
        "consent.declined.title": Phrase("Thank you", "Gracias"),
        "consent.declined.text": Phrase(
            "The front desk knows. Someone will talk with you.",
            "Ya lo saben en la recepción. Alguien va a hablar con usted.",
        ),
        "consent.declined.kept": Phrase(
            "No name and no answer was kept.", "No se guardó ningún nombre ni respuesta."
        ),
        "consent.declined.unreached": Phrase(
            "Please see the front desk. They will help you there.",
            "Por favor, vaya a la recepción. Allí le ayudarán.",
        ),
        "tablet.title": Phrase("Name of this tablet", "Nombre de esta tableta"),
        "tablet.hint": Phrase(
            "Staff: give this tablet a name, such as Window seat 2.",
            "Personal: dé un nombre a esta tableta, como Ventana 2.",
        ),
        "tablet.missing": Phrase(
            "Please give the tablet a name.", "Dé un nombre a la tableta, por favor."
        ),
        "tablet.save": Phrase("Save", "Guardar"),
        "staff.button": Phrase("Staff", "Personal"),
        "staff.title": Phrase("Staff", "Personal"),
        "staff.hint": Phrase(
            "This page closes by itself after 2 minutes.",
            "Esta página se cierra sola en 2 minutos.",
        ),
        "staff.leave": Phrase("Leave kiosk mode", "Salir del modo quiosco"),
        "staff.back": Phrase("Back to the welcome page", "Volver al inicio"),
        "pin.title": Phrase("Staff PIN", "PIN del personal"),
        "pin.hint": Phrase("This page is for staff only.", "Esta página es solo para el personal."),
        "pin.naming": Phrase(
            "Staff: type the PIN to name this tablet.",
            "Personal: escriba el PIN para dar nombre a esta tableta.",
        ),
        "pin.unset": Phrase(
            "No staff PIN is set yet. Set it on the clinic's screen, under Staff PIN.",
            "Todavía no hay PIN del personal. Se pone en la pantalla de la clínica, en Staff PIN.",
        ),
        "pin.short": Phrase("The PIN has at least 6 numbers.", "El PIN tiene al menos 6 números."),
        "pin.wrong": Phrase(
            "This PIN is not right. Please try again.",
            "Este PIN no es correcto. Pruebe otra vez, por favor.",
        ),
        "pin.wait": Phrase(
            "Too many tries. Please wait a while, then try again.",
            "Demasiados intentos. Espere un rato y pruebe otra vez, por favor.",
        ),
        "pin.away": Phrase(
            "No connection right now. Please try again.",
            "No hay conexión por ahora. Pruebe otra vez, por favor.",
        ),
        "closed.title": Phrase("You have left the kiosk", "Usted salió del quiosco"),
        "closed.text": Phrase(
            "This is a plain page of the browser. The tablet's own lock still holds.",
            "Esta es una página común. El bloqueo propio de la tableta sigue puesto.",
        ),
        "closed.close": Phrase("Close this page", "Cerrar esta página"),
        "closed.still": Phrase(
            "It cannot be closed from here. Use the tablet's own buttons.",
            "No se puede cerrar desde aquí. Use los botones de la tableta.",
        ),
        "closed.back": Phrase("Back to the kiosk", "Volver al quiosco"),
        "thanks.title": Phrase("Thank you", "Gracias"),
        "thanks.text": Phrase(
            "Your answers have been sent. Your clinician will go through them with you.",
            "Sus respuestas ya se enviaron. La persona que le atiende las va a ver con usted.",
        ),
        "thanks.stay": Phrase(
            (
                "Please stay in the waiting room. If you feel unwell or get worse while you "
                "wait, tell the front desk."
            ),
            (
                "Por favor, quédese en la sala de espera. Si se siente mal o peor mientras "
                "espera, avise en la recepción."
            ),
        ),
        "thanks.return": Phrase(
            "Please hand the tablet back to the front desk.",
            "Por favor, devuelva la tableta en la recepción.",
        ),
        "thanks.close": Phrase("Finish", "Terminar"),
        "idle.title": Phrase("Are you still there?", "¿Sigue ahí?"),
        "idle.kept": Phrase(
            "Your answers so far are kept for the clinic.",
            "Lo que ya contestó queda guardado para la clínica.",
        ),
        "idle.unsent": Phrase(
            "Some answers have not reached the clinic. Please tell the front desk.",
            "Algunas respuestas no llegaron a la clínica. Por favor, avise en la recepción.",
        ),
        "idle.here": Phrase("I am still here", "Sigo aquí"),
        "idle.seconds": Phrase(
            "This page closes in {seconds} seconds.",
            "Esta página se cierra en {seconds} segundos.",
        ),
        "over.button": Phrase("Start over", "Empezar de nuevo"),
        "over.title": Phrase("Stop and clear everything?", "¿Parar y borrar todo?"),
        "over.text": Phrase(
            "Nothing you gave stays on this tablet.", "En esta tableta no queda nada suyo."
        ),
        "over.yes": Phrase("Yes, clear everything", "Sí, borrar todo"),
        "over.no": Phrase("No, go on", "No, seguir"),
        "aid": Phrase(
            "These questions help your clinician prepare. They are not a diagnosis.",
            "Estas preguntas ayudan a quien le va a atender. No son un diagnóstico.",
        ),
        "trouble.title": Phrase("Please tell the front desk", "Por favor, avise en la recepción"),
        "trouble.text": Phrase(
            "This tablet is not working as it should. Nothing you saved is lost.",
            "Algo no funciona bien en esta tableta. No se perdió nada de lo que guardó.",
        ),
        "reconnecting": Phrase(
            "No connection right now. One moment, please.",
            "No hay conexión por ahora. Un momento, por favor.",
        ),
        "outage.away": Phrase(
            "No connection right now. Nothing is lost. One moment, please.",
            "No hay conexión por ahora. No se pierde nada. Un momento, por favor.",
        ),
        "outage.desk": Phrase(
            "Please tell the front desk. There is no connection. Nothing is lost.",
            "Por favor, avise en la recepción. No hay conexión. No se pierde nada.",
        ),
    }
)
