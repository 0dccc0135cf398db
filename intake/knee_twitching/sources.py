"""CONTENT: the guidelines and studies that items and rules rest on."""

from intake.citation import Source

NG127 = Source("NICE NG127 Suspected neurological conditions", 2019)
NG158 = Source("NICE NG158 Venous thromboembolic diseases", 2020)
NG226 = Source("NICE NG226 Osteoarthritis in over 16s", 2022)
NG100 = Source("NICE NG100 Rheumatoid arthritis in adults", 2018)
NG12 = Source("NICE NG12 Suspected cancer", 2015)
NG59 = Source("NICE NG59 Low back pain and sciatica", 2016)
NG71 = Source("NICE NG71 Parkinson's disease in adults", 2017)
NG220 = Source("NICE NG220 Multiple sclerosis in adults", 2022)
NG42 = Source("NICE NG42 Motor neurone disease", 2016)
CG147 = Source("NICE CG147 Peripheral arterial disease", 2012)
NICE_SEPSIS = Source("NICE guidance on suspected sepsis", 2016)
GIRFT_CES = Source("GIRFT national suspected cauda equina pathway", 2023)
LIU_2025 = Source("Liu, Orthopaedic Surgery 17:653 (retention as the only sign)", 2025)
YUAN_2019 = Source("Yuan, Medicine (numbness without bladder signs)", 2019)
HOT_JOINT = Source(
    "BSR/BHPR/BOA/RCGP/BSAC hot swollen joint, Rheumatology 45:1039",
    2006,
    doi="10.1093/rheumatology/kel163a",
)
MARGARETTEN = Source(
    "Margaretten, JAMA (septic arthritis in adults)", 2007, doi="10.1001/jama.297.13.1478"
)
PJI_BMJ = Source(
    "Prosthetic joint infection, BMJ 376:e069502",
    2022,
    doi="10.1136/bmj-2021-069502",
)
SHOHAT = Source("Shohat (signs of prosthetic joint infection)", 2019)
SEDRAK = Source("Sedrak (pseudoseptic reaction to hyaluronan, 28 cases)", 2021)
SIX_PS = Source("RCEM learning: acute limb ischaemia, six Ps")
RCEM_HIP = Source("RCEM learning: hip fracture without a known fall")
WELLS = Source("Wells two-level score for deep vein thrombosis", 2003, doi="10.1056/NEJMoa023153")
OTTAWA = Source("Ottawa knee rule, Stiell", 1995, doi="10.1016/S0196-0644(95)70106-0")
DISLOCATION = Source("BOAST/ATLS knee dislocation: vascular check")
KOCHER = Source(
    "Kocher criteria for the septic hip in children", 1999, doi="10.2106/00004623-199912000-00002"
)
HUNTER = Source("Hunter criteria for serotonin toxicity", 2003, doi="10.1093/qjmed/hcg109")
LITHIUM_LABEL = Source("Lithium product labeling")
MNDA = Source("MNDA/RCGP Red Flag tool")
ALS_SURGERY = Source("Surgery before the diagnosis of ALS, Muscle Nerve 34:359", 2006)
TETANUS = Source("Tetanus is a clinical diagnosis: public health guidance")
COMPARTMENT = Source("BOAST acute compartment syndrome of the leg")
GCA_BSR = Source("BSR giant cell arteritis", 2020)
RHABDO = Source("Fernandes, Practical Neurology (rhabdomyolysis)", 2019)
GARRISON = Source("Garrison, Archives of Internal Medicine 172:120 (cramps)", 2012)
PPI_FDA = Source("FDA safety communication: PPI and low magnesium", 2011)
LABELS = Source("Product labeling of the medicine class")
RXNORM = Source("RxNorm ingredients, as listed in the CPIC drug table")
CPN_REVIEW = Source("Common peroneal palsy after knee replacement, systematic review", 2020)
YOUNG_2022 = Source("Young, Orthopedics 45:e342 (delayed foot drop)", 2022)
EPC = Source("Epilepsia partialis continua, J R Soc Med 97:332", 2004)
HYPOCALCEMIA = Source("Hypocalcaemia and tetany: endocrine emergency guidance")
HYPOKALEMIA = Source("Hypokalaemia: treatment thresholds (below 3.5 and 2.5 mmol/L)")
SCFE = Source("Slipped upper femoral epiphysis presenting as knee pain, case series")
EPIDURAL_ABSCESS = Source("Spinal epidural abscess: fever in a third to a half")
EULAR_OA = Source(
    "EULAR knee osteoarthritis, Zhang, ARD 69:483", 2010, doi="10.1136/ard.2009.113100"
)
ALTMAN = Source(
    "ACR knee osteoarthritis criteria, Altman, Arthritis Rheum 29:1039",
    1986,
    doi="10.1002/art.1780290816",
)
JANSSENS = Source("Janssens gout rule for primary care", 2010, doi="10.1001/archinternmed.2010.196")
BSR_GOUT = Source("BSR gout", 2017, doi="10.1093/rheumatology/kex156")
BFS_MAYO = Source("Benign fasciculation, 121 Mayo patients followed 2-32 years")
FILIPPAKIS = Source("Filippakis, benign fasciculation, 24 months", 2018)
TURNER_TALBOT = Source("Turner and Talbot, fasciculation in clinical practice", 2013)
FASICS = Source("Fasciculation anxiety in clinicians, J Neurol 260:1743", 2013)
IRLSSG = Source(
    "IRLSSG restless legs criteria, Sleep Medicine 15:860", 2014, doi="10.1016/j.sleep.2014.03.025"
)
HENING = Source("Hening (four criteria are 84 % specific)", 2009)
STEROID_MYOPATHY = Source("Steroid myopathy: proximal, painless, normal CK")
THABIT = Source("Thabit (osteomalacia and proximal weakness)", 2011)
CAFFEINE = Source("FDA and EFSA on caffeine: 400 mg a day for adults", 2015)
NIAAA = Source("NIAAA low-risk drinking limits")
AUDIT_C = Source("AUDIT-C cut-offs")
MYELOPATHY = Source("Degenerative cervical myelopathy guidance")
PATELLAR = Source("Patellar tendinopathy: load-related pain at the lower pole")
ROOT_MAP = Source("Nerve root and skin nerve maps")
PAIN_SCALE = Source("Numeric rating scale 0-10, LOINC 72514-3")
OURS = Source("Anteroom design decision, to be signed by the clinic", 2026)
