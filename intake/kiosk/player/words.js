/** Say a phrase of intake/wording.py, with its {places} filled in. */

/** @typedef {(key: string, places?: Record<string, string | number>) => string} Say */

/**
 * @typedef {object} Speech  what is said, in whichever language is spoken now
 * @property {Say} say
 * @property {() => string} language
 * @property {() => string[]} languages  those that can be spoken
 * @property {(language: string) => string} nameOf  as those who speak it call it
 * @property {(language: string) => void} speak
 */

/**
 * @param {Record<string, Record<string, string>>} words  of each language, by key
 * @param {string} first
 * @returns {Speech}
 */
export function speechIn(words, first) {
  let spoken = first;
  return {
    say(key, places = {}) {
      const phrase = words[spoken][key];
      if (phrase === undefined) throw new Error(`there are no words for ${key}`);
      return phrase.replace(/\{(\w+)\}/g, (_, place) => String(places[place]));
    },
    language: () => spoken,
    languages: () => Object.keys(words),
    nameOf: (language) => words[language]["language.name"],
    speak(language) {
      if (words[language]) spoken = language;
    },
  };
}

/**
 * How much is left, in words.
 * @param {Say} say
 * @param {{lowest: number, highest: number}} left
 */
export function leftInWords(say, { lowest, highest }) {
  if (highest === 0) return say("left.none");
  if (lowest !== highest) return say("left.between", { lowest, highest });
  return highest === 1 ? say("left.one") : say("left.exactly", { count: highest });
}

/**
 * A calendar date as people of this language say it.
 * @param {string} date  YYYY-MM-DD
 * @param {string} language
 */
export function dateInWords(date, language) {
  const [year, month, day] = date.split("-").map(Number);
  const noon = new Date(Date.UTC(year, month - 1, day, 12));
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(noon);
}
