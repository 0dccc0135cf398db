/**
 * Read what is on the screen aloud, with a voice that lives on this tablet. A voice from elsewhere
 * is never used: it would send every sentence away.
 */

import { sentencesIn } from "./sentences.js";
import { see, seeing, showAgain } from "./seeing.js";

/** Where a language has several voices, those of the people around come first. */
const NEAREST = ["en-us", "es-us", "es-mx"];
const PACE = 0.9;

const voices = globalThis.speechSynthesis;
/** @type {{whole: Element, language: string} | null} */
let shown = null;

/** @param {string} language */
export const canRead = (language) => voiceFor(language) !== undefined;

/**
 * Another screen stands there now; whoever has it read to them hears it.
 * @param {Element} whole
 * @param {string} language
 */
export function readFrom(whole, language) {
  hush();
  shown = { whole, language };
  if (seeing().aloud) read(sentencesIn(whole), language);
}

/**
 * What was shown there has gone; what is shown elsewhere by now is read on.
 * @param {Element} whole
 */
export function readNoMore(whole) {
  if (shown?.whole !== whole) return;
  hush();
  shown = null;
}

/** Begin to read, or stop. */
export function turnAloud() {
  see({ aloud: !seeing().aloud });
  hush();
  if (seeing().aloud && shown) read(sentencesIn(shown.whole), shown.language);
}

/**
 * Say what has just come up on a screen that is being read.
 * @param {string} sentence
 */
export function interject(sentence) {
  if (!sentence || !seeing().aloud || !shown) return;
  hush();
  read([sentence], shown.language);
}

/**
 * @param {string[]} sentences
 * @param {string} language
 */
function read(sentences, language) {
  const voice = voiceFor(language);
  if (!voice) return;
  for (const sentence of sentences) {
    const spoken = new SpeechSynthesisUtterance(sentence);
    Object.assign(spoken, { voice, lang: voice.lang, rate: PACE });
    voices.speak(spoken);
  }
}

function hush() {
  voices?.cancel();
}

/** @param {string} language */
function voiceFor(language) {
  const known = (voices?.getVoices() ?? []).filter((voice) => voice.localService && tag(voice).split("-")[0] === language);
  return known.find((voice) => NEAREST.includes(tag(voice))) ?? known[0];
}

/** @param {SpeechSynthesisVoice} voice */
const tag = (voice) => voice.lang.replace("_", "-").toLowerCase();

// A browser may learn its voices only after a while.
voices?.addEventListener?.("voiceschanged", showAgain);
// Whoever taps or types has heard enough of this screen.
addEventListener("click", hush, true);
addEventListener("input", hush, true);
addEventListener("pagehide", hush);
document.addEventListener("visibilitychange", () => document.hidden && hush());
