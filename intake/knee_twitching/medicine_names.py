"""CONTENT: the medicines a patient can name, by the class they are ticked under, and their actions.

Brands are those best known in the United States. A number of RxNorm is ``verified`` where it was
read in the drug table of CPIC; the others wait to be looked up and are never given away.
"""

from intake.medicine import Medicine

# Water pills
FUROSEMIDE = Medicine("furosemide", "furosemide (Lasix)", rxcui="4603", verified=True)
BUMETANIDE = Medicine("bumetanide", "bumetanide (Bumex)", rxcui="1808")
TORSEMIDE = Medicine("torsemide", "torsemide (Demadex, Soaanz)", rxcui="38413")
HYDROCHLOROTHIAZIDE = Medicine(
    "hydrochlorothiazide", "hydrochlorothiazide (HCTZ, Microzide)", rxcui="5487", verified=True
)
CHLORTHALIDONE = Medicine("chlorthalidone", "chlorthalidone (Thalitone)", rxcui="2409")
INDAPAMIDE = Medicine("indapamide", "indapamide (Lozol)", rxcui="5764")
METOLAZONE = Medicine("metolazone", "metolazone (Zaroxolyn)")
SPIRONOLACTONE = Medicine(
    "spironolactone", "spironolactone (Aldactone)", rxcui="9997", verified=True
)
EPLERENONE = Medicine("eplerenone", "eplerenone (Inspra)")
TRIAMTERENE = Medicine("triamterene", "triamterene (Dyazide, Maxzide)", rxcui="10763")
AMILORIDE = Medicine("amiloride", "amiloride (Midamor)", rxcui="644")
WATER_PILL_NAMES = (
    FUROSEMIDE,
    BUMETANIDE,
    TORSEMIDE,
    HYDROCHLOROTHIAZIDE,
    CHLORTHALIDONE,
    INDAPAMIDE,
    METOLAZONE,
    SPIRONOLACTONE,
    EPLERENONE,
    TRIAMTERENE,
    AMILORIDE,
)

# Blood pressure or heart pills
DIGOXIN = Medicine("digoxin", "digoxin (Lanoxin)", rxcui="3407", verified=True)
LISINOPRIL = Medicine("lisinopril", "lisinopril (Prinivil, Zestril)")
RAMIPRIL = Medicine("ramipril", "ramipril (Altace)")
LOSARTAN = Medicine("losartan", "losartan (Cozaar)")
VALSARTAN = Medicine("valsartan", "valsartan (Diovan)")
HEART_PILL_NAMES = (
    DIGOXIN,
    LISINOPRIL,
    RAMIPRIL,
    LOSARTAN,
    VALSARTAN,
)

# Blood thinners
WARFARIN = Medicine("warfarin", "warfarin (Coumadin)", rxcui="11289", verified=True)
APIXABAN = Medicine("apixaban", "apixaban (Eliquis)")
RIVAROXABAN = Medicine("rivaroxaban", "rivaroxaban (Xarelto)")
DABIGATRAN = Medicine("dabigatran", "dabigatran (Pradaxa)")
BLOOD_THINNER_NAMES = (
    WARFARIN,
    APIXABAN,
    RIVAROXABAN,
    DABIGATRAN,
)

# Mood or nerve-pain pills
SERTRALINE = Medicine("sertraline", "sertraline (Zoloft)", rxcui="36437", verified=True)
FLUOXETINE = Medicine("fluoxetine", "fluoxetine (Prozac)", rxcui="4493", verified=True)
CITALOPRAM = Medicine("citalopram", "citalopram (Celexa)", rxcui="2556", verified=True)
ESCITALOPRAM = Medicine(
    "escitalopram", "escitalopram (Lexapro, Cipralex)", rxcui="321988", verified=True
)
PAROXETINE = Medicine("paroxetine", "paroxetine (Paxil, Seroxat)", rxcui="32937", verified=True)
FLUVOXAMINE = Medicine("fluvoxamine", "fluvoxamine (Luvox)", rxcui="42355", verified=True)
VORTIOXETINE = Medicine("vortioxetine", "vortioxetine (Trintellix)", rxcui="1455099", verified=True)
VENLAFAXINE = Medicine("venlafaxine", "venlafaxine (Effexor)", rxcui="39786", verified=True)
DESVENLAFAXINE = Medicine("desvenlafaxine", "desvenlafaxine (Pristiq)", rxcui="734064")
DULOXETINE = Medicine("duloxetine", "duloxetine (Cymbalta)", rxcui="72625", verified=True)
BUPROPION = Medicine("bupropion", "bupropion (Wellbutrin, Zyban)", rxcui="42347", verified=True)
MIRTAZAPINE = Medicine("mirtazapine", "mirtazapine (Remeron)", rxcui="15996", verified=True)
TRAZODONE = Medicine("trazodone", "trazodone (Desyrel)", rxcui="10737")
AMITRIPTYLINE = Medicine("amitriptyline", "amitriptyline (Elavil)", rxcui="704", verified=True)
NORTRIPTYLINE = Medicine("nortriptyline", "nortriptyline (Pamelor)", rxcui="7531", verified=True)
IMIPRAMINE = Medicine("imipramine", "imipramine (Tofranil)", rxcui="5691", verified=True)
DOXEPIN = Medicine("doxepin", "doxepin (Sinequan)", rxcui="3638", verified=True)
CLOMIPRAMINE = Medicine("clomipramine", "clomipramine (Anafranil)", rxcui="2597", verified=True)
DESIPRAMINE = Medicine("desipramine", "desipramine (Norpramin)", rxcui="3247", verified=True)
ANTIDEPRESSANT_NAMES = (
    SERTRALINE,
    FLUOXETINE,
    CITALOPRAM,
    ESCITALOPRAM,
    PAROXETINE,
    FLUVOXAMINE,
    VORTIOXETINE,
    VENLAFAXINE,
    DESVENLAFAXINE,
    DULOXETINE,
    BUPROPION,
    MIRTAZAPINE,
    TRAZODONE,
    AMITRIPTYLINE,
    NORTRIPTYLINE,
    IMIPRAMINE,
    DOXEPIN,
    CLOMIPRAMINE,
    DESIPRAMINE,
)

# Steroids
PREDNISONE = Medicine("prednisone", "prednisone (Deltasone)", rxcui="8640")
PREDNISOLONE = Medicine("prednisolone", "prednisolone (Orapred)", rxcui="8638")
METHYLPREDNISOLONE = Medicine("methylprednisolone", "methylprednisolone (Medrol)", rxcui="6902")
DEXAMETHASONE = Medicine("dexamethasone", "dexamethasone (Decadron)", rxcui="3264")
HYDROCORTISONE = Medicine("hydrocortisone", "hydrocortisone (Cortef)", rxcui="5492")
TRIAMCINOLONE = Medicine("triamcinolone", "triamcinolone (Kenalog)", rxcui="10759", verified=True)
STEROID_NAMES = (
    PREDNISONE,
    PREDNISOLONE,
    METHYLPREDNISOLONE,
    DEXAMETHASONE,
    HYDROCORTISONE,
    TRIAMCINOLONE,
)

# Stimulants
METHYLPHENIDATE = Medicine(
    "methylphenidate", "methylphenidate (Ritalin, Concerta)", rxcui="6901", verified=True
)
AMPHETAMINE = Medicine("amphetamine", "amphetamine (Adderall)", rxcui="725")
LISDEXAMFETAMINE = Medicine("lisdexamfetamine", "lisdexamfetamine (Vyvanse)", rxcui="700810")
MODAFINIL = Medicine("modafinil", "modafinil (Provigil)", rxcui="30125", verified=True)
PHENTERMINE = Medicine("phentermine", "phentermine (Adipex-P)", rxcui="8152")
PSEUDOEPHEDRINE = Medicine("pseudoephedrine", "pseudoephedrine (Sudafed)", rxcui="8896")
CAFFEINE = Medicine("caffeine", "caffeine (NoDoz)", rxcui="1886", verified=True)
ATOMOXETINE = Medicine("atomoxetine", "atomoxetine (Strattera)", rxcui="38400", verified=True)
STIMULANT_NAMES = (
    METHYLPHENIDATE,
    AMPHETAMINE,
    LISDEXAMFETAMINE,
    MODAFINIL,
    PHENTERMINE,
    PSEUDOEPHEDRINE,
    CAFFEINE,
    ATOMOXETINE,
)

# Asthma or lung medicine
ALBUTEROL = Medicine(
    "albuterol", "albuterol (salbutamol, ProAir, Ventolin)", rxcui="435", verified=True
)
LEVALBUTEROL = Medicine("levalbuterol", "levalbuterol (Xopenex)", rxcui="237159")
SALMETEROL = Medicine("salmeterol", "salmeterol (Serevent, Advair)", rxcui="36117", verified=True)
FORMOTEROL = Medicine("formoterol", "formoterol (Symbicort, Dulera)", rxcui="25255")
THEOPHYLLINE = Medicine("theophylline", "theophylline (Theo-24)", rxcui="10438")
MONTELUKAST = Medicine("montelukast", "montelukast (Singulair)", rxcui="88249")
BUDESONIDE = Medicine("budesonide", "budesonide (Pulmicort)", rxcui="19831", verified=True)
ASTHMA_NAMES = (
    ALBUTEROL,
    LEVALBUTEROL,
    SALMETEROL,
    FORMOTEROL,
    THEOPHYLLINE,
    MONTELUKAST,
    BUDESONIDE,
)

# Cholesterol pills
ATORVASTATIN = Medicine("atorvastatin", "atorvastatin (Lipitor)", rxcui="83367", verified=True)
ROSUVASTATIN = Medicine("rosuvastatin", "rosuvastatin (Crestor)", rxcui="301542", verified=True)
SIMVASTATIN = Medicine("simvastatin", "simvastatin (Zocor)", rxcui="36567", verified=True)
PRAVASTATIN = Medicine("pravastatin", "pravastatin (Pravachol)", rxcui="42463", verified=True)
STATIN_NAMES = (
    ATORVASTATIN,
    ROSUVASTATIN,
    SIMVASTATIN,
    PRAVASTATIN,
)

# Stomach acid pills
OMEPRAZOLE = Medicine("omeprazole", "omeprazole (Prilosec)", rxcui="7646", verified=True)
ESOMEPRAZOLE = Medicine("esomeprazole", "esomeprazole (Nexium)", rxcui="283742", verified=True)
PANTOPRAZOLE = Medicine("pantoprazole", "pantoprazole (Protonix)", rxcui="40790", verified=True)
LANSOPRAZOLE = Medicine("lansoprazole", "lansoprazole (Prevacid)", rxcui="17128", verified=True)
RABEPRAZOLE = Medicine("rabeprazole", "rabeprazole (Aciphex)", rxcui="114979", verified=True)
ACID_PILL_NAMES = (
    OMEPRAZOLE,
    ESOMEPRAZOLE,
    PANTOPRAZOLE,
    LANSOPRAZOLE,
    RABEPRAZOLE,
)

# Nausea pills
ONDANSETRON = Medicine("ondansetron", "ondansetron (Zofran)", rxcui="26225", verified=True)
METOCLOPRAMIDE = Medicine("metoclopramide", "metoclopramide (Reglan)", rxcui="6915", verified=True)
PROCHLORPERAZINE = Medicine("prochlorperazine", "prochlorperazine (Compazine)")
PROMETHAZINE = Medicine("promethazine", "promethazine (Phenergan)")
NAUSEA_PILL_NAMES = (
    ONDANSETRON,
    METOCLOPRAMIDE,
    PROCHLORPERAZINE,
    PROMETHAZINE,
)

# Insulin or diabetes pills
METFORMIN = Medicine("metformin", "metformin (Glucophage)", rxcui="6809", verified=True)
INSULIN = Medicine("insulin", "insulin (Lantus, Humalog)")
GLIPIZIDE = Medicine("glipizide", "glipizide (Glucotrol)")
DIABETES_NAMES = (
    METFORMIN,
    INSULIN,
    GLIPIZIDE,
)

# Immune or arthritis shots or pills
METHOTREXATE = Medicine("methotrexate", "methotrexate (Trexall)", rxcui="6851", verified=True)
AZATHIOPRINE = Medicine("azathioprine", "azathioprine (Imuran)", rxcui="1256", verified=True)
ADALIMUMAB = Medicine("adalimumab", "adalimumab (Humira)", rxcui="327361")
ETANERCEPT = Medicine("etanercept", "etanercept (Enbrel)", rxcui="214555")
TACROLIMUS = Medicine("tacrolimus", "tacrolimus (Prograf)", rxcui="42316", verified=True)
MYCOPHENOLIC_ACID = Medicine(
    "mycophenolic-acid", "mycophenolic acid (Myfortic, CellCept)", rxcui="7145", verified=True
)
IMMUNE_NAMES = (
    METHOTREXATE,
    AZATHIOPRINE,
    ADALIMUMAB,
    ETANERCEPT,
    TACROLIMUS,
    MYCOPHENOLIC_ACID,
)

# Other
TRAMADOL = Medicine("tramadol", "tramadol (Ultram)", rxcui="10689", verified=True)
SUMATRIPTAN = Medicine("sumatriptan", "sumatriptan (Imitrex)", rxcui="37418")
DONEPEZIL = Medicine("donepezil", "donepezil (Aricept)", rxcui="135447", verified=True)
GALANTAMINE = Medicine("galantamine", "galantamine (Razadyne)", rxcui="4637", verified=True)
PYRIDOSTIGMINE = Medicine("pyridostigmine", "pyridostigmine (Mestinon)")
LEVOTHYROXINE = Medicine("levothyroxine", "levothyroxine (Synthroid)", rxcui="10582")
GABAPENTIN = Medicine("gabapentin", "gabapentin (Neurontin)", rxcui="25480")
PREGABALIN = Medicine("pregabalin", "pregabalin (Lyrica)", rxcui="187832")
MORPHINE = Medicine("morphine", "morphine", rxcui="7052", verified=True)
DIPHENHYDRAMINE = Medicine("diphenhydramine", "diphenhydramine (Benadryl)", rxcui="3498")
HALOPERIDOL = Medicine("haloperidol", "haloperidol (Haldol)", rxcui="5093", verified=True)
OLANZAPINE = Medicine("olanzapine", "olanzapine (Zyprexa)", rxcui="61381", verified=True)
QUETIAPINE = Medicine("quetiapine", "quetiapine (Seroquel)", rxcui="51272")
CIPROFLOXACIN = Medicine("ciprofloxacin", "ciprofloxacin (Cipro)", rxcui="2551", verified=True)
LEVOFLOXACIN = Medicine("levofloxacin", "levofloxacin (Levaquin)", rxcui="82122", verified=True)
CISPLATIN = Medicine("cisplatin", "cisplatin", rxcui="2555", verified=True)
DENOSUMAB = Medicine("denosumab", "denosumab (Prolia)")
OTHER_NAMES = (
    TRAMADOL,
    SUMATRIPTAN,
    DONEPEZIL,
    GALANTAMINE,
    PYRIDOSTIGMINE,
    LEVOTHYROXINE,
    GABAPENTIN,
    PREGABALIN,
    MORPHINE,
    DIPHENHYDRAMINE,
    HALOPERIDOL,
    OLANZAPINE,
    QUETIAPINE,
    CIPROFLOXACIN,
    LEVOFLOXACIN,
    CISPLATIN,
    DENOSUMAB,
)


# What a medicine does, whatever class it was ticked under: for rules and advice.

ACE_INHIBITORS = (LISINOPRIL, RAMIPRIL)
ARBS = (LOSARTAN, VALSARTAN)
POTASSIUM_SPARING = (SPIRONOLACTONE, EPLERENONE, TRIAMTERENE, AMILORIDE)
"""As water pills they may come with low potassium; by themselves they raise it."""
POTASSIUM_RAISING_IMMUNE = (TACROLIMUS,)
SEROTONIN_PARTNERS = (TRAMADOL, SUMATRIPTAN)
"""With an antidepressant they can bring too much serotonin; so can a nausea pill below."""
SEROTONIN_NAUSEA_PILLS = (ONDANSETRON,)
DOPAMINE_BLOCKING_NAUSEA_PILLS = (METOCLOPRAMIDE, PROCHLORPERAZINE, PROMETHAZINE)
DOPAMINE_BLOCKERS = (HALOPERIDOL, OLANZAPINE, QUETIAPINE)
INHALED_STEROIDS = (BUDESONIDE,)
"""Asthma medicines as they are ticked, steroids with a low risk as they act."""
OFTEN_WITH_INHALED_STEROID = (SALMETEROL, FORMOTEROL)
FLUOROQUINOLONES = (CIPROFLOXACIN, LEVOFLOXACIN)
