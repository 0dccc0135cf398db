"""CONTENT: medicine classes, and whether one is new, in Spanish."""

from intake.phrasebook import Phrase

MEDICINES = {
    "your-medicines": Phrase("Medicines", "Medicinas"),
    "medicines": Phrase(
        "Do you take any of these? Tap all.", "¿Toma o usa algo de esto? Toque todo lo que use."
    ),
    "medicines/water-pills": Phrase("Water pills", "Pastillas para orinar (diuréticos)"),
    "medicines/heart-pills": Phrase(
        "Blood pressure or heart pills", "Pastillas para la presión o el corazón"
    ),
    "medicines/blood-thinners": Phrase(
        "Blood thinners", "Anticoagulantes (para adelgazar la sangre)"
    ),
    "medicines/antidepressants": Phrase(
        "Mood or nerve-pain pills (antidepressants)",
        "Para el ánimo o dolor de nervios (antidepresivos)",
    ),
    "medicines/lithium": Phrase("Lithium", "Litio"),
    "medicines/steroids": Phrase("Steroids", "Esteroides (cortisona)"),
    "medicines/stimulants": Phrase(
        "Stimulants (ADHD, diet, cold)", "Estimulantes (TDAH, dieta, resfriado)"
    ),
    "medicines/asthma-medicine": Phrase(
        "Asthma or lung medicine", "Medicina para el asma o los pulmones"
    ),
    "medicines/statins": Phrase(
        "Cholesterol pills (statins)", "Pastillas para el colesterol (estatinas)"
    ),
    "medicines/acid-pills": Phrase("Stomach acid pills", "Pastillas para la acidez o el reflujo"),
    "medicines/nausea-pills": Phrase("Nausea pills", "Pastillas para las náuseas"),
    "medicines/diabetes-medicine": Phrase(
        "Insulin or diabetes pills", "Insulina o pastillas para la diabetes"
    ),
    "medicines/immune-medicine": Phrase(
        "Immune or arthritis shots or pills", "Inyección o pastilla para la artritis o defensas"
    ),
    "medicines/other-medicine": Phrase("Other", "Otra"),
    "new-medicine": Phrase(
        "Any new one, or a dose change, in the last 3 months?",
        "¿Alguna es nueva, o le cambiaron la dosis, en los últimos 3 meses?",
    ),
}
